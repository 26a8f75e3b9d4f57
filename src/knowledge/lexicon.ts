import type { FindFullNames } from '../language/abbreviations.ts';

/** The words of a corpus. */
export interface Lexicon {
  /** Whether any paragraph holds the term. */
  seen(term: string): boolean;
  /** The terms of the corpus that begin with `prefix`. */
  terms(prefix: string): readonly string[];
  /** The characters of the corpus. */
  characters(): Iterable<string>;
  /** Whether the corpus shows a word to be a name. */
  isName(word: string): boolean;
  /** The full names that a short form in a question may stand for. */
  readonly fullNames: FindFullNames;
}
