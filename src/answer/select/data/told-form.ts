/** How something is asked, and how a text that tells it writes it, over normalised text. */
export interface ToldForm {
  readonly asked: RegExp;
  readonly told: RegExp;
  readonly example: string;
}
