/** What one article says, to be set beside what another says; `text` is its own characters. */
export interface Claim {
  readonly title: string;
  readonly date?: string;
  readonly text: string;
  readonly period?: string;
}
