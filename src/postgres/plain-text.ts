/** A text as PostgreSQL takes it: without U+0000, which no column of text can hold. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '');
}
