declare const offsetBrand: unique symbol;

/** A place in an article's text, in UTF-16 units from its beginning. Not a count: see `shift`. */
export type Offset = number & { readonly [offsetBrand]: true };

/** A half-open run of an article's text, `[start, end)`, in UTF-16 units. */
export interface Span {
  readonly start: Offset;
  readonly end: Offset;
}

/** Marks a number as an offset; the one place where a count becomes a place. */
export function offset(units: number): Offset {
  return units as Offset;
}

/** The offset `units` UTF-16 units further on (or back, when negative). */
export function shift(from: Offset, units: number): Offset {
  return (from + units) as Offset;
}

export function span(start: number, end: number): Span {
  return { start: offset(start), end: offset(end) };
}

/** The characters of `text` at `at`, unchanged. */
export function slice(text: string, at: Span): string {
  return text.slice(at.start, at.end);
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
