import type { Span } from '../../util/span.ts';

/** A question made of an article's own words, before it was tried whether the bot answers it. */
export interface MadeQuestion {
  readonly question: string;
  /** Number of the paragraph that answers it. */
  readonly paragraph: number;
  /** Where the answer stands, in the article's text: of a figure or a name that alone, else what tells it. */
  readonly answer: Span;
}
