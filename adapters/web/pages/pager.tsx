import type { Reader } from '../request.ts';

/** One page of a list. */
export interface Paged<T> {
  readonly items: readonly T[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/** The items of a page; of a page that there is not, those of the last. */
export function paged<T>(all: readonly T[], page: number, size: number): Paged<T> {
  const pages = Math.max(Math.ceil(all.length / size), 1);
  const at = Math.min(Math.max(page, 1), pages);
  return { items: all.slice((at - 1) * size, at * size), page: at, pages };
}

export function Pager({
  reader: { texts },
  paged: { page, pages },
  path,
}: {
  readonly reader: Reader;
  readonly paged: Paged<unknown>;
  readonly path: (page: number) => string;
}) {
  if (pages === 1) return null;
  const label = texts.pageOf(page, pages);
  return (
    <nav class="pager" aria-label={label}>
      {page > 1 && (
        <a href={path(page - 1)} rel="prev">
          {texts.previousPage}
        </a>
      )}
      <span>{label}</span>
      {page < pages && (
        <a href={path(page + 1)} rel="next">
          {texts.nextPage}
        </a>
      )}
    </nav>
  );
}
