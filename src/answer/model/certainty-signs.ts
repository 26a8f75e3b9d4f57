/** What an answer shows of whether its lead holds what was asked for. */
export interface CertaintySigns {
  /** The ranker's probability that a sentence of the lead answers. */
  readonly lead: number;
  /** The same in log-odds. */
  readonly leadOdds: number;
  /** Log-odds between the chosen sentence and the best one outside the lead, within bounds. */
  readonly margin: number;
  /** Entropy of the ranker's probabilities, in nats: how many sentences come into question. */
  readonly entropy: number;
  /** Paragraphs beside the lead's own that hold a twentieth of the probability or more. */
  readonly rivalParagraphs: number;
  /** The judge's log-odds that the articles answer. */
  readonly answerability: number;
  /** Features of the chosen sentence: see `rank/features.ts`. */
  readonly characters: number;
  readonly distinctive: number;
  readonly inOrder: number;
  readonly inNext: number;
  readonly paragraphSize: number;
  /** Natural logarithm of one more than the number of words asked with. */
  readonly words: number;
  /** Natural logarithm of the number of sentences of the lead. */
  readonly length: number;
  /** A thing is asked for that no typed span can show: 1, else 0. */
  readonly thing: number;
  /** A number is asked for: 1, else 0. */
  readonly number: number;
}

export const CERTAINTY_SIGNS = [
  'lead',
  'leadOdds',
  'margin',
  'entropy',
  'rivalParagraphs',
  'answerability',
  'characters',
  'distinctive',
  'inOrder',
  'inNext',
  'paragraphSize',
  'words',
  'length',
  'thing',
  'number',
] as const satisfies readonly (keyof CertaintySigns)[];

/** A logistic regression of "the lead holds the answer" on these signs. */
export interface CertaintyModel {
  readonly bias: number;
  readonly weights: CertaintySigns;
}
