import { isCounter } from '../../figures/parts/units.ts';
import type { Token } from '../../language/tokenizer.ts';
import { KIND_WORDS } from '../../question/data/stop-words.ts';
import type { Question } from '../../question/question.ts';
import type { ParagraphIndex } from '../../search/paragraph-index.ts';

/** A word of a question by which articles are told apart. */
export interface TellingWord {
  readonly text: string;
  /** Other forms in which an article may write it. */
  readonly others: readonly string[];
  readonly factor: number;
  readonly isNoun: boolean;
}

/** Weight of a name, where another word has 1: 卡努 tells more of 卡努造成了多少损失 than 损失. */
const NAME_FACTOR = 1.5;
/** Weight of a single character. */
const CHARACTER_FACTOR = 0.5;
/** Credit for an alternative, or for a word whose characters stand there two by two, where the word itself is 1. */
const OTHERWISE = 0.75;
/** Words that are said of anything: of degree, and of how years are counted. */
const GENERAL = /^(?:[最更较]|[西公]元)/u;
/** jieba's tags of names, and of words that it has made up, which most often are names. */
const NAME_TAG = /^(?:n[rstz]\w*|x|eng)$/;
/** jieba's tags of nouns, of what is named or made up too. */
const NOUN_TAG = /^(?:n|j|x|eng|s|i|l)/;
/** Tags of words that tell nothing of the matter: numerals, adverbs, prepositions, particles, pronouns. */
export const GRAMMAR_TAG = /^(?:m\w*|q|d\w*|ad|p\w*|c|u\w*|r\w*|f|y|zg)$/;

/** The words of a question by which articles are told apart, each once. */
export function tellingWords(question: Question, index: ParagraphIndex): readonly TellingWord[] {
  const { content, tags, names, alternatives } = question;
  const words = content.filter(({ text, kind }) => {
    const isGrammar = GRAMMAR_TAG.test(tags.get(text) ?? '') && !names.includes(text);
    // a character that is written stands within many words, 破 in 破获
    const isPart = text.length === 1 && index.documentFrequency(text) > 0;
    if (isGrammar || isPart || GENERAL.test(text)) return false;
    return kind !== 'number' && !KIND_WORDS.has(text) && !isCounter(text);
  });
  const told = [...new Set(words.map(({ text }) => text))].map((text): TellingWord => {
    const tag = tags.get(text) ?? '';
    // what jieba makes up is most often a name if the corpus writes it, else a part of two words
    const isName =
      names.includes(text) || (NAME_TAG.test(tag) && index.documentFrequency(text) > 0);
    return {
      text,
      others: alternatives.get(text) ?? [],
      factor: (isName ? NAME_FACTOR : 1) * (text.length > 1 ? 1 : CHARACTER_FACTOR),
      isNoun: isName || NOUN_TAG.test(tag),
    };
  });
  return [...told, ...namesLeftApart(content)];
}

/** Characters that jieba leaves apart, most often a name that it does not know: 螭 and 头. */
function namesLeftApart(content: readonly Token[]): readonly TellingWord[] {
  const names: string[] = [];
  let run = '';
  let last = -1;
  for (const { text, kind, start, end } of content) {
    const isSingle = kind === 'han' && text.length === 1;
    if (start !== last || !isSingle) {
      if (run.length > 1) names.push(run);
      run = '';
    }
    if (isSingle) run += text;
    last = end;
  }
  if (run.length > 1) names.push(run);
  return names.map((text) => ({ text, others: [], factor: NAME_FACTOR, isNoun: true }));
}

/** How much of a word a normalised text writes, from 0 to 1. */
export function creditIn(text: string, { text: word, others }: TellingWord): number {
  const characters = [...word];
  if (characters.length > 1 && text.includes(word)) return 1;
  if (others.some((other) => text.includes(other))) return OTHERWISE;
  const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  // of two characters the only pair is the word itself
  if (pairs.length < 2) return 0;
  return (OTHERWISE * pairs.filter((pair) => text.includes(pair)).length) / pairs.length;
}
