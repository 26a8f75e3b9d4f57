import type { Lexicon } from '../knowledge/lexicon.ts';
import { bigramsOf, bigramTerm } from '../language/terms.ts';
import type { Tokenizer } from '../language/tokenizer.ts';
import type { WordTools } from './everyday-words.ts';
import { withoutComplement } from './verb-complements.ts';

/** Jieba's tags of names. */
const NAME_TAG = /^(?:nr|ns|nt)/;
/** Jieba's tag of short forms. */
const SHORT_TAG = 'j';
/** Characters of the longest compound that two characters stand for: 基本养老保险. */
const LONGEST_COMPOUND = 6;

/**
 * The term of the one compound of the corpus that a short form of two characters stands for, where the
 * corpus lacks the short form: 刑拘 for 刑事拘留. Each character begins a part of the compound. Of a
 * compound that jieba cuts in two (高校|招生 for 高招) it is the bigram across the cut. None where the
 * corpus has several such compounds.
 */
export function abbreviatedCompound(
  short: string,
  { lexicon, tokenizer }: Pick<WordTools, 'lexicon' | 'tokenizer'>,
): string | undefined {
  const [first, second] = short;
  if (first === undefined || second === undefined || short.length !== 2) return undefined;
  if (lexicon.seen(short) || bigramsOf(short).some(lexicon.seen)) return undefined;
  // neither 采到 nor a name is a short form
  if (withoutComplement(short) !== short) return undefined;
  const tags = tokenizer.tag(short).map(({ tag }) => tag);
  if (tags.some((tag) => NAME_TAG.test(tag))) return undefined;
  const beginning = lexicon.terms(first);
  const whole = beginning.filter(
    (term) => term.length <= LONGEST_COMPOUND && isCompound(term, second, tokenizer),
  );
  // two words that stand side by side once are a compound only where jieba knows the short form as one
  const isKnown = whole.length === 0 && tags[0] === SHORT_TAG;
  const compounds = isKnown ? cutsBefore(second, beginning, lexicon) : whole;
  return compounds.length === 1 ? compounds[0] : undefined;
}

/** Whether a later part of a term begins with the character. */
function isCompound(term: string, character: string, tokenizer: Tokenizer): boolean {
  if (term.length < 4 || !term.includes(character, 1)) return false;
  const [, ...later] = tokenizer.pieces(term);
  return later.some((piece) => piece.startsWith(character) && piece.length > 1);
}

/** The bigrams of the corpus across the end of a word of two characters and the character, of which a word begins. */
function cutsBefore(
  character: string,
  words: readonly string[],
  { seen, terms }: Lexicon,
): readonly string[] {
  if (!terms(character).some((term) => term.length === 2)) return [];
  const bigrams = words
    .filter((word) => word.length === 2)
    .map((word) => bigramTerm(word.charAt(1), character));
  return [...new Set(bigrams)].filter(seen);
}
