import type { Question } from './question.ts';

/** A turn of a conversation, as far as the next turn may refer to it. */
export interface Turn {
  readonly question: Question;
  /** Id of the article that answered the question, or came nearest to it. */
  readonly article?: string;
  /** Whom or what a pronoun of the next turn stands for, normalised: the person answered, else whom was asked of. */
  readonly about?: string;
  /** A name or noun of an unanswered question that the corpus does not write. */
  readonly unknown?: string;
  /** Which of several articles the question means was asked back. */
  readonly asksWhich?: boolean;
  /** The questions suggested in the conversation. */
  readonly suggested?: readonly string[];
}
