import { memoOfLast } from '../util/memo-by-object.ts';
import { type NormalizedText, normalize } from './normalize.ts';
import { termsOf } from './terms.ts';
import type { Token, Tokenizer } from './tokenizer.ts';

/** A run of an article's text as it is compared with a question. */
export interface AnalysedText {
  readonly normalized: NormalizedText;
  readonly tokens: readonly Token[];
  /** The terms of the text, in order, with repetitions. */
  readonly terms: readonly string[];
  /** The number of times that each term is in the text. */
  readonly counts: ReadonlyMap<string, number>;
  /** Gives the words of a run of Han characters their parts of speech, as the tokenizer does that cut the text. */
  readonly tag: Tokenizer['tag'];
}

export function analyse(text: string, tokenizer: Tokenizer): AnalysedText {
  const normalized = normalize(text);
  const tokens = tokenizer.cut(normalized.text);
  const terms = termsOf(tokens, tokenizer);
  return {
    normalized,
    tokens,
    terms,
    get counts() {
      return countsOf(terms);
    },
    tag: tokenizer.tag,
  };
}

/** Texts whose counts are held: they take several times the room of their terms. */
const COUNTED = 512;

const countsOf = memoOfLast((terms: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}, COUNTED);
