import type { Question } from './question.ts';

/** What the next turn of a conversation may lean on. */
export interface Turn {
  readonly question: Question;
  /** Id of the article that answered, or came nearest. */
  readonly article?: string;
  /** A name or noun in the question, which went unanswered, that the corpus does not write. */
  readonly unknown?: string;
}
