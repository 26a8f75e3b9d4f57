import type { FindFullNames } from '../language/abbreviations.ts';

/** What the corpus knows of words. */
export interface Lexicon {
  /** Whether any paragraph holds the term. */
  seen(term: string): boolean;
  /** The terms of the corpus that begin with `prefix`. */
  terms(prefix: string): readonly string[];
  /** The characters of the corpus. */
  characters(): Iterable<string>;
  /** Whether the corpus shows a word to be a name. */
  isName(word: string): boolean;
  readonly fullNames: FindFullNames;
}
