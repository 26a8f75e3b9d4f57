/** `[start, end)` of a text and what is meant by it. */
export interface Mend {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
