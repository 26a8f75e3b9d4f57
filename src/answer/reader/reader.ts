/** A question as a reader is asked it. */
export interface ReaderQuestion {
  readonly question: string;
  /** The question of the turn before, where this one cannot be read without it. */
  readonly before?: string;
}

/** A sentence as it is offered to a reader; all of it is the article's own text. */
export interface OfferedSentence {
  readonly title: string;
  /** ISO 8601, as far as the article gives it. */
  readonly date?: string;
  readonly heading?: string;
  /** The paragraph it stands in, by a key that is the same for sentences of one paragraph. */
  readonly paragraph: string;
  /** Place in the paragraph, from 0. */
  readonly place: number;
  readonly text: string;
  /** Its neighbours in the paragraph; undefined at the paragraph's ends. */
  readonly previous?: string;
  readonly next?: string;
}

/** What a reader says of the sentences offered. */
export type Reading =
  /** Places of the sentences that answer among those offered, from 0, best first; not empty. */
  | { readonly kind: 'chosen'; readonly places: readonly [number, ...number[]] }
  | { readonly kind: 'none' }
  /** It could not be asked, was too slow, or said what means nothing. */
  | { readonly kind: 'cannotSay' };

/**
 * Chooses among sentences and writes none: whatever it says, what is shown is one of those offered.
 * It never rejects.
 */
export interface Reader {
  choose(question: ReaderQuestion, offered: readonly OfferedSentence[]): Promise<Reading>;
}

/** When a reader is asked: of what counting leaves unsure, or of each question. */
export const READER_WHEN = ['unsure', 'always'] as const;

export type ReaderWhen = (typeof READER_WHEN)[number];

/** A reader, and when it is asked. */
export interface ReaderUse {
  readonly reader: Reader;
  readonly when: ReaderWhen;
}
