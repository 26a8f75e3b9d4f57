import { bigramsOf } from '../../language/terms.ts';
import type { Token } from '../../language/tokenizer.ts';
import { KIND_WORDS, STOP_WORDS } from '../../question/data/stop-words.ts';
import type { Question } from '../../question/question.ts';
import { isNoun } from '../../question/question-nouns.ts';
import { withoutComplement } from '../../question/verb-complements.ts';
import type { ParagraphIndex } from '../../search/paragraph-index.ts';
import type { Ranked } from '../rank/rank.ts';
import { ANSWER_KINDS } from './data/answer-kinds.ts';
import { LIGHT_VERBS } from './data/light-verbs.ts';
import { type Reading, readingOf } from './demands/reading.ts';
import { GRAMMAR_TAG } from './telling-words.ts';
import { wordForms } from './word-forms.ts';

/** Share of the question's telling words from which on those unmet are much of it. */
const MUCH = 1 / 3;
/** Share of a word's characters that another word for the same has at least: 总公司, 公司总部. */
const KIN = 1 / 3;
/** Characters that may stand between those of a word that is written out: 大兴机场, 大兴国际机场. */
const GAP = 4;

/**
 * What a question says that the article of a sentence does not write, in no form: `noun` where a thing
 * or somebody is among it, 猫 of a text on dogs, `much` where it is a good part of the question.
 */
export type Unmet = 'noun' | 'much' | 'none';

export function unmetBy(question: Question, best: Ranked, index: ParagraphIndex): Unmet {
  // of an English word the corpus may write another sense
  if (question.english !== undefined) return 'none';
  const telling = question.content.filter((token) => isTelling(token, question));
  const reading = readingOf(best, index);
  const unmet = telling.filter(({ text }) => !isWritten(wordForms(text, question), reading));
  const around = () => reading.paragraph();
  if (unmet.some((token) => isThing(token, question) && kinship(token.text, around()) < KIN))
    return 'noun';
  const strange = unmet.filter(({ text }) => kinship(text, reading.sentence) < KIN);
  return strange.length > 0 && strange.length >= telling.length * MUCH ? 'much' : 'none';
}

/** Whether the article of a sentence writes every telling word of a question, in some form. */
export function isAllWritten(question: Question, best: Ranked, index: ParagraphIndex): boolean {
  const reading = readingOf(best, index);
  return question.content.every(
    (token) => !isTelling(token, question) || isWritten(wordForms(token.text, question), reading),
  );
}

/** 四十二项, which a text may write in digits. */
const NUMERAL = /^[零〇一二两三四五六七八九十百千万亿]{2,}/u;

function isTelling(token: Token, question: Question): boolean {
  const { head, asksAt, tags } = question;
  const { text, start, end, kind } = token;
  // 哪位历史人物: 历史 says what kind of person is asked for
  const isAskedFor = head !== undefined && start >= asksAt && end <= head.end;
  return (
    text.length > 1 &&
    !NUMERAL.test(text) &&
    !isAskedFor &&
    !KIND_WORDS.has(text) &&
    !ANSWER_KINDS.has(text) &&
    !LIGHT_VERBS.has(text) &&
    !isOfDegree(token, question) &&
    !(text.length === 2 && withoutComplement(text).length === 1) &&
    !(kind === 'han' && isGrammar(tags.get(text) ?? '')) &&
    !isScrap(text, tags)
  );
}

/** Whether a word is one of grammar by jieba's tag, or of time, which texts tell by dates: 除了, 曾经, 上半年. */
function isGrammar(tag: string): boolean {
  return GRAMMAR_TAG.test(tag) || tag === 't';
}

/** 最贵, or 便宜 of 最便宜: of several things one is asked for, which no text need call so. */
function isOfDegree({ text, start }: Token, { normalized }: Question): boolean {
  return /^[最更较]/u.test(text) || /[最更较]$/u.test(normalized.slice(0, start));
}

/** Whether jieba has made a word up with one of grammar: 那座 of 那座堡垒, 中有 of 贷款中有多少. */
function isScrap(text: string, tags: Question['tags']): boolean {
  return tags.get(text) === 'x' && [...text].some((one) => STOP_WORDS.has(one));
}

/** jieba's tags of names. */
const NAME = /^n[rstz]/u;

/** Whether a word names a thing, a place or somebody. */
function isThing(token: Token, { names, tags }: Question): boolean {
  if (token.kind !== 'han') return names.includes(token.text);
  return names.includes(token.text) || NAME.test(tags.get(token.text) ?? '') || isNoun(token, tags);
}

function isWritten(forms: readonly string[], { paragraph, article }: Reading): boolean {
  const [word = ''] = forms;
  return [paragraph, article].some((read) => {
    const text = read();
    return forms.some((form) => text.includes(form)) || isWrittenOut(word, text);
  });
}

/** Whether each two characters of a word stand somewhere, or all of them in order, little between them. */
function isWrittenOut(word: string, text: string): boolean {
  if (word.length < 3) return false;
  if (bigramsOf(word).every((pair) => text.includes(pair))) return true;
  if (word.length < 4 || !/^\p{Script=Han}+$/u.test(word)) return false;
  return new RegExp([...word].join(`[^。!?;,！？；，]{0,${GAP}}`), 'u').test(text);
}

/** Characters that make a measure or a person of any word. */
const SUFFIXES: ReadonlySet<string> = new Set('量率度数额性化者员人'.split(''));

/** The share of a word's characters that a text writes, suffixes and words of grammar aside. */
function kinship(word: string, text: string): number {
  const characters = [...word];
  const held = characters.filter(
    (one) => !STOP_WORDS.has(one) && !SUFFIXES.has(one) && text.includes(one),
  );
  return held.length / characters.length;
}
