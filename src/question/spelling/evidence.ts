import { findActors } from '../../figures/parts/places.ts';
import type { Vocabulary } from '../../knowledge/vocabulary.ts';
import { SURNAMES } from '../../language/data/surnames.ts';
import type { Token, Tokenizer } from '../../language/tokenizer.ts';
import { STOP_WORDS } from '../data/stop-words.ts';
import type { Misspelling } from './candidates.ts';

/** What speaks for a correction: what was typed, and what the corpus writes instead. */
export interface Evidence {
  /** The typed words that the correction changes. */
  readonly words: readonly Token[];
  /** The typed characters in the place of `core`. */
  readonly typed: string;
  /** The characters of `core` that the correction has put in. */
  readonly meant: string;
  /** The words of the corpus that the correction makes of `typed`. */
  readonly core: string;
  /** The longest run around `core` that the corpus writes. */
  readonly run: string;
  /** Whether `core` is one word of the corpus. */
  readonly whole: boolean;
  readonly misspelling: Misspelling;
}

/** Whether the evidence is enough to read something else than what was typed. */
export function isLikely(
  { words, typed, meant, core, run, whole, misspelling }: Evidence,
  vocabulary: Vocabulary,
) {
  if (STOP_WORDS.has(core)) return false;
  const { tokenizer } = vocabulary;
  const { isWord, tag } = tokenizer;
  const known = words.filter((word) => word.text.length > 1 && isWord(word.text));
  // 创创新: one of the two characters is left over
  if (misspelling === 'doubled') {
    return (
      whole &&
      !isWord(typed) &&
      known.every(({ text }) => text === core) &&
      !isPerson(typed, tokenizer)
    );
  }
  if (known.some(({ text }) => vocabulary.frequency(text) > 0 || isPlace(text))) return false;
  if (misspelling === 'order') {
    if (known.length > 0 || isWord(typed) || !whole) return false;
    if (core.length > 2) return !isPerson(typed, tokenizer) || isCommon(core, tokenizer);
    // 域海 of 海域: two characters that are a word the other way round alone
    return run.length > 3 || (isWord(core) && !isPerson(core, tokenizer));
  }
  // a word of the dictionary is mostly meant as it is: only a word of the same sound speaks against it
  if (known.length > 0) {
    const longest = Math.max(...known.map((word) => word.text.length));
    if (misspelling === 'sameSound' && run.length > longest) return true;
    const covers = whole && longest > 2 && core.length >= longest;
    return covers && (misspelling === 'sameSound' || misspelling === 'likeSound');
  }
  if (typed.length > 1 && isWord(typed)) return false;
  if (words.some((word) => isPerson(word.text, tokenizer)))
    return misspelling === 'sameSound' && whole;
  // a character behind a word says something only where it is a thing: 券 in 入场券
  if (!whole) {
    const isThing = tag(meant)[0]?.tag.startsWith('n') === true;
    return run.length > 2 && !run.startsWith(core) && isThing && vocabulary.frequency(meant) > 0;
  }
  if (run.length > 2) return true;
  // two characters that jieba left apart are words of their own: 中/有 is not 中游
  const grammar = [...typed].some((character) => STOP_WORDS.has(character));
  return !grammar && (misspelling === 'sameSound' || misspelling === 'otherTone');
}

/** Whether the evidence is so thin that the paragraphs nearest to the rest of the question must write the run too. */
export function needsNearness(
  { words, typed, core, run, whole, misspelling }: Evidence,
  { tokenizer }: Vocabulary,
): boolean {
  const speaks = ({ text }: Token) =>
    isPerson(text, tokenizer) || (text.length > 1 && tokenizer.isWord(text));
  if (words.some(speaks)) return true;
  if (misspelling === 'order' && typed.length < 3) return true;
  if (whole && core.length > 2) return false;
  return (
    run.length < 3 ||
    core.length < 2 ||
    (misspelling !== 'sameSound' && misspelling !== 'otherTone')
  );
}

function isPlace(word: string): boolean {
  return findActors(word).length > 0;
}

/** Whether a word that jieba does not know may be somebody's name. */
function isPerson(word: string, { isWord }: Tokenizer): boolean {
  return word.length > 1 && word.length < 4 && SURNAMES.has(word.slice(0, 1)) && !isWord(word);
}

/** Whether a word of jieba's dictionary is a common noun, and nobody's name. */
function isCommon(word: string, { isWord, tag }: Tokenizer): boolean {
  return isWord(word) && /^n(?![rstz])/.test(tag(word)[0]?.tag ?? '');
}
