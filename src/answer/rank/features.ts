/**
 * The features of a question, a sentence and its context; each between 0 and about 1, where more speaks
 * for the sentence unless said otherwise. "Weighed" means by idf over the question's total idf; the
 * context is the article's title and the heading above.
 */
export interface Features {
  /** BM25 of the sentence with its context, over words and bigrams, over the best candidate's. */
  readonly bm25Share: number;
  /**
   * How far that BM25, weighed, is below the best of its paragraph: 0 or less. What says the question
   * again scores best and need not answer it, so that staying behind does not speak against a sentence.
   */
  readonly bm25Behind: number;
  /** The sentence has the best BM25 of its paragraph: 1, else 0. */
  readonly leads: number;
  /** Share of its words and bigrams, each weighed by how few candidates hold it. */
  readonly distinctive: number;
  /** Share of its words in the question's order, weighed. */
  readonly inOrder: number;
  /** Share of its words that the sentence lacks but holds a relative of (总公司, 总部), weighed. */
  readonly relatedWord: number;
  /** Share of the question's characters beyond the context, weighed, the nearer to the question word the more. */
  readonly characters: number;
  /** Share of the words beyond the context that the sentence or the one before holds, weighed. */
  readonly withPrevious: number;
  /** Share of words that only the context holds, weighed: how much the title says of the question. */
  readonly beyondContext: number;
  /** Share of the question's characters that the context holds, weighed. */
  readonly contextCharacters: number;
  /** The context says nearly all of the question, and the sentence is the first of its paragraph: it introduces. */
  readonly introduces: number;
  /** The paragraph's search score over the best paragraph's. */
  readonly paragraph: number;
  /** Share of the question's terms that the whole paragraph holds, weighed. */
  readonly inParagraph: number;
  /** Share of terms that only the context holds, weighed. */
  readonly inContext: number;
  /** Share of terms that only the sentence after holds, weighed. */
  readonly inNext: number;
  /** Share of words that only sentences further up hold, weighed. */
  readonly inEarlier: number;
  /** A date is asked for: 1 one is there, −1 none is; else 0. */
  readonly hasDate: number;
  /** A number is asked for: 1 one is there, −1 none is; else 0. */
  readonly hasNumber: number;
  /** A person is asked for: 1 one is there, −1 none is; else 0. */
  readonly hasPerson: number;
  /** Spans of the type asked for: 1 one is there that the question does not write, −1 only such as it writes, 0 none. */
  readonly fresh: number;
  /** Number of spans that the question does not write, up to five, over five. */
  readonly freshCount: number;
  /** Best share of the question's words close to one such span or to a word that ends as the noun asked for, weighed. */
  readonly near: number;
  /** Of the question's own numbers: 1 all are there, −1 none is, 0 some or none asked. */
  readonly numbersHeld: number;
  /** A work is asked for, and a title in 《》 is there. */
  readonly work: number;
  /** What something is called is asked: 1 the sentence calls something, −1 it does not; else 0. */
  readonly calls: number;
  /** Natural logarithm of one more than the number of words that the question does not say. */
  readonly novelty: number;
  /** Place in the paragraph, from 0 for the first sentence to 1 for the last. */
  readonly position: number;
  /** Natural logarithm of the number of sentences in the paragraph. */
  readonly paragraphSize: number;
  /** A definition is asked, and the sentence says what its subject is: X 是…, 总监X, X（…）, 一款X…. */
  readonly defines: number;
  /** A noun is asked for: 1 a compound that the question does not write ends in it, −1 neither it nor a word like it is there; else 0. */
  readonly compound: number;
  /** A place is asked for: 1 one is there, −1 none is; else 0. */
  readonly hasPlace: number;
  /** Of the question's own numbers, by value (3万, 30000): 1 all are there, −1 none is, 0 some or none asked. */
  readonly valuesHeld: number;
  /** A value of a certain kind is asked for (多少人, 哪一天, 哪个国家): 1 one is there that the question does not write, −1 none is; else 0. */
  readonly valueKind: number;
  /** A number or money is asked for: 1 a number is there that is no date, −1 none is; else 0. */
  readonly quantity: number;
  /** A time is asked for, and one is told without year and month, as reports do. */
  readonly toldWhen: number;
}

export const FEATURE_NAMES = [
  'bm25Share',
  'bm25Behind',
  'leads',
  'distinctive',
  'inOrder',
  'relatedWord',
  'characters',
  'withPrevious',
  'beyondContext',
  'contextCharacters',
  'introduces',
  'paragraph',
  'inParagraph',
  'inContext',
  'inNext',
  'inEarlier',
  'hasDate',
  'hasNumber',
  'hasPerson',
  'fresh',
  'freshCount',
  'near',
  'numbersHeld',
  'work',
  'calls',
  'novelty',
  'position',
  'paragraphSize',
  'defines',
  'compound',
  'hasPlace',
  'valuesHeld',
  'valueKind',
  'quantity',
  'toldWhen',
] as const satisfies readonly (keyof Features)[];
