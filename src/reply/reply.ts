import type { Figure } from '../figures/parts/figure.ts';

/** Another place of a passage's paragraph, in an article that republishes its story. */
export interface OtherPlace {
  /** Id of the article. */
  readonly article: string;
  readonly title: string;
  readonly paragraph: number;
  readonly source?: string;
  /** As `Article.date`. */
  readonly date?: string;
}

/** Paragraph 0 of a passage is the article's head: title, date, source, authors. */
export interface Passage {
  /** Id of the article. */
  readonly article: string;
  readonly title: string;
  /** Number of the paragraph in the article, from 1; 0 for a line of its head. */
  readonly paragraph: number;
  readonly heading?: string;
  /** The page of a paged file (PDF) on which the paragraph begins, from 1. */
  readonly page?: number;
  /** The article's text was recognised in pictures by a machine. */
  readonly recognized?: true;
  /** UTF-16 offsets: `text === article.text.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Where it is a row of a table: its cells, in order, those that reach into it from above first. */
  readonly cells?: readonly PassageCell[];
  /** The other articles that say the same, the earliest first; none where it is said once. */
  readonly also?: readonly OtherPlace[];
}

/** A cell of a table's row, with the article's own characters. */
export interface PassageCell {
  /** The heads above it, the outermost first; [] where it has none. */
  readonly heads: readonly string[];
  readonly text: string;
  /** As those of the passage. */
  readonly start: number;
  readonly end: number;
}

/** A quotation beside the lead, as short as one: a run of whole sentences of a paragraph. */
export interface Alternative extends Passage {
  /** Spans of `text`, in UTF-16 units, that hold the answer itself. */
  readonly highlights: readonly (readonly [start: number, end: number])[];
}

/** Whether the lead stands alone, or beside others that may answer as well. */
export type Certainty = 'sure' | 'unsure';

export type Outcome = 'answered' | 'unanswered' | 'help';

/** The answer to one question: what every adapter renders. */
export interface Reply {
  readonly id?: string;
  readonly question: string;
  readonly outcome: Outcome;
  /** `outline`: the passages are the first sentences of an article's parts, to be shown below their headings. */
  readonly layout?: 'outline';
  /** Verbatim: the shortest run of whole sentences that answers; '' unless answered. */
  readonly lead: string;
  /** Spans of `lead`, in UTF-16 units, that hold the answer itself. */
  readonly highlights: readonly (readonly [start: number, end: number])[];
  /** Best first; the first one holds the lead. When unanswered: the nearest. */
  readonly passages: readonly Passage[];
  /** The figures that answer, most relevant first; those of the lead before those of alternatives. */
  readonly figures: readonly Figure[];
  /** Our own words, never mixed with quotes: why unanswered, what was assumed, a computed result. */
  readonly notice: string;
  /** The notice holds the answer itself: what arithmetic with the figures came to. */
  readonly reckoned?: true;
  /** Follow-up questions that this corpus does answer. */
  readonly suggestions: readonly string[];
  /** Of an answer: whether the lead is likely enough to hold it. */
  readonly certainty?: Certainty;
  /** Of an answer that is unsure: up to two further quotations that may answer, best first. */
  readonly alternatives?: readonly Alternative[];
  /**
   * Further quotations that answer together with the lead: the other rows of a table that are asked
   * for.
   */
  readonly together?: readonly Alternative[];
  /** Of an answer: who chose its lead among the sentences found. */
  readonly chosenBy?: 'rules' | 'reader';
  /** The whole reply as plain text. */
  readonly text: string;
}
