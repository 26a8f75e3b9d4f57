import type { Child } from 'hono/jsx';
import type { Reader } from '../request.ts';

/** A part of a page below its own heading. */
export function Section({
  id,
  title,
  count,
  children,
}: {
  readonly id: string;
  readonly title: string;
  /** How many there are of what it holds. */
  readonly count?: number;
  readonly children: Child;
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title}
        {count !== undefined && count > 0 && <span class="number-of">{count}</span>}
      </h2>
      {children}
    </section>
  );
}

/** What was done, or why it was not. */
export function Status({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p class="notice" role="status">
      {text}
    </p>
  );
}

/** A table that scrolls by itself where it is wider than the page. */
export function ScrollTable({
  label,
  columns,
  children,
}: {
  readonly label: string;
  readonly columns: readonly Child[];
  /** Its rows. */
  readonly children: Child;
}) {
  return (
    // a scroll area takes the focus, so that it scrolls by the keyboard, too
    <section class="table" tabindex={0} aria-label={label}>
      <table>
        <thead>
          <tr>{columns}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

export function Column({ name }: { readonly name: string }) {
  return <th scope="col">{name}</th>;
}

/** What an operator can mend in an article. */
export function Findings({
  reader: { texts },
  findings,
}: {
  readonly reader: Reader;
  readonly findings: readonly string[];
}) {
  if (findings.length === 0) return null;
  return (
    <p class="warning">
      {texts.warnings}
      {texts.colon}
      {findings.join(texts.semicolon)}
    </p>
  );
}
