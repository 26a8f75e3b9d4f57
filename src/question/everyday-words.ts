import type { Lexicon } from '../knowledge/lexicon.ts';
import type { WrittenWords } from '../knowledge/thesaurus.ts';
import { bigramsOf } from '../language/terms.ts';
import type { Token, Tokenizer } from '../language/tokenizer.ts';
import { KIND_WORDS, STOP_WORDS } from './data/stop-words.ts';
import type { Question } from './question.ts';
import { withoutComplement } from './verb-complements.ts';

/** An everyday word or phrase of a question with the terms by which the corpus says the same. */
export interface EverydayWord {
  /** Without particles. */
  readonly text: string;
  /** Offsets into the normalised question, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** It is made up of several of jieba's words. */
  readonly isPhrase: boolean;
  readonly written: readonly string[];
}

/** What the words of a question are compared with and cut by. */
export interface WordTools {
  readonly lexicon: Lexicon;
  readonly tokenizer: Tokenizer;
  readonly writtenWords: WrittenWords;
}

/** Particles, which come and go in a phrase without changing it: 走得多快, 走多快. */
const PARTICLES = /^[了得的着过地]*$/u;
/** Jieba's tags of one character that names a thing; zg where it does not know. */
const THING = /^(?:n|zg)/;
/** Words of jieba's at most that make up a phrase, particles aside. */
const LONGEST_PHRASE = 6;

/**
 * The everyday words and phrases of a question that the corpus writes otherwise, the longest ones, none
 * inside another. They are looked for in the whole question, for much of what people ask with is made
 * of words of grammar and of question words: 要钱吗, 走得多快, 归谁管.
 */
export function everydayWords(
  question: Pick<Question, 'normalized' | 'rest'>,
  tools: WordTools,
): readonly EverydayWord[] {
  const { normalized, rest } = question;
  // jieba may cut what is left without the question words otherwise: 打的/官司, 打/的/官司
  const words = wordsAmong(tools.tokenizer.cut(normalized), normalized, tools);
  const further = wordsAmong(rest.tokens, normalized, tools);
  return [
    ...words,
    ...further.filter((one) => !words.some(({ start, end }) => one.start < end && one.end > start)),
  ];
}

function wordsAmong(
  cut: readonly Token[],
  normalized: string,
  tools: WordTools,
): readonly EverydayWord[] {
  const tokens = cut.filter(({ text }) => !PARTICLES.test(text));
  const words: EverydayWord[] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    const longest = Math.min(tokens.length - first, LONGEST_PHRASE);
    for (let count = longest; count > 0; count -= 1) {
      const run = tokens.slice(first, first + count);
      const word = everydayWord(run, normalized, tools);
      if (word === undefined) continue;
      words.push(word);
      first += count - 1;
      break;
    }
  }
  return words;
}

function everydayWord(
  run: readonly Token[],
  normalized: string,
  tools: WordTools,
): EverydayWord | undefined {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined || !isJoined(run, normalized)) return undefined;
  const text = run.map((token) => token.text).join('');
  const isPhrase = run.length > 1;
  for (const form of isPhrase ? [text] : formsOf(first, tools)) {
    // a part of the phrase says less than all of it: of 退押金 the 押金 that is paid tells nothing
    const others = [...(tools.writtenWords(form) ?? [])].filter((word) => !form.includes(word));
    const written = new Set(others.flatMap((word) => writtenTerms(word, tools)));
    if (written.size > 0)
      return { text, start: first.start, end: last.end, isPhrase, written: [...written] };
  }
  return undefined;
}

/** Whether nothing but particles stands between the words. */
function isJoined(run: readonly Token[], normalized: string): boolean {
  return run.every(({ kind, start }, place) => {
    const before = run[place - 1];
    if (before === undefined) return true;
    return kind !== 'latin' && PARTICLES.test(normalized.slice(before.end, start));
  });
}

/**
 * What one word of jieba's is looked up as, in turn: the word, the verb in it without its complement
 * (抓到), and, where the corpus never writes it, the everyday word that it begins with (偷车, 营收涨).
 */
function formsOf(
  { text, kind }: Token,
  { lexicon: { seen }, tokenizer, writtenWords }: WordTools,
): readonly string[] {
  if (STOP_WORDS.has(text) || KIND_WORDS.has(text)) return [];
  if (kind !== 'han') return kind === 'latin' ? [text] : [];
  const forms = [text, withoutComplement(text)];
  if (text.length < 2 || seen(text)) return forms;
  if (text.length > 2) return [...forms, text.slice(0, 2)];
  // 偷运 is no theft: what follows must be what the verb is done to; 新 of 新郎 is no verb
  const [verb, object] = [text.charAt(0), text.charAt(1)];
  const tagOf = (character: string) => tokenizer.tag(character)[0]?.tag ?? '';
  const isDone = tagOf(verb).startsWith('v') && THING.test(tagOf(object));
  return isDone && writtenWords(object) === undefined ? [...forms, verb] : forms;
}

/**
 * The terms by which the corpus writes a word: the word itself, or, where jieba cuts it in pieces, the
 * bigram across the border of the last two, which hardly anything else has (法获 of 非法|获利).
 */
function writtenTerms(
  word: string,
  { lexicon: { seen }, tokenizer }: WordTools,
): readonly string[] {
  if (seen(word)) return [word];
  const bigrams = bigramsOf(word);
  if (bigrams.length === 0 || !bigrams.every(seen)) return [];
  const last = tokenizer.cut(word).at(-1)?.text.length ?? 0;
  const border = bigrams[word.length - last - 1];
  return border === undefined ? [] : [border];
}
