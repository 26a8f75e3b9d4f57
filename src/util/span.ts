declare const offsetBrand: unique symbol;

/** A place in an article's text, in UTF-16 units from its beginning; not a count. */
type Offset = number & { readonly [offsetBrand]: true };

/** A half-open run of an article's text, `[start, end)`, in UTF-16 units. */
export interface Span {
  readonly start: Offset;
  readonly end: Offset;
}

/** Marks two numbers as offsets: the one place where a count becomes a place. */
export function span(start: number, end: number): Span {
  return { start: start as Offset, end: end as Offset };
}

/** The characters of `text` at `at`, unchanged. */
export function slice(text: string, at: Span): string {
  return text.slice(at.start, at.end);
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
