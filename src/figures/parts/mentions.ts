/** A place named in a text. Offsets are UTF-16 units into that text. */
export interface ActorMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Canonical short names: `['江苏']`, or several for 京津冀. */
  readonly names: readonly string[];
}

/** What 我省 and 我市 mean in an article. */
export interface Home {
  readonly province?: string;
  readonly city?: string;
}
