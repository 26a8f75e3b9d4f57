/** A replacement of `[start, end)` of a text, in UTF-16 units, by what is meant there. */
export interface Correction {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
