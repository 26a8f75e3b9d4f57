import { bareTerm, bigramsOf } from '../../../language/terms.ts';
import type { Token } from '../../../language/tokenizer.ts';
import { KIND_WORDS } from '../../../question/data/stop-words.ts';
import type { Question } from '../../../question/question.ts';
import { ANSWER_KINDS } from '../data/answer-kinds.ts';
import type { Fails, Reading } from './reading.ts';

/** jieba's tags of the words that a noun phrase is made of. */
const NOMINAL = /^(?:[njxbamfstliz]|v)/u;
/** The same of its last word. */
const NOUN = /^(?:[njx]|an)/u;
/** Characters of the shortest phrase that names one thing among others of its kind: 老城区. */
const PHRASE = 3;
/** Share of the question's telling words from which on those that stand only further down are its matter. */
const MATTER = 1 / 3;

/** What may stand for anything named before, in other words too: 这场大火, 他的后裔. */
export const LEANS = /[他她它这]|其(?![中他余次实])|(?<![应因从由以在如活])[该此]/u;

/** How a sentence begins that takes up what the one before says: 同年，他为宫门建造了柱廊. */
const TAKEN_UP = /^["“(]?(?:同[年月日]|当[年月天日时]|其|该|此|这|[他她它]|随后|并|也)/u;

/** What a question names, as one run of its text. */
interface Subject {
  readonly text: string;
  /** The words that it is made of. */
  readonly words: readonly string[];
  /** The ways to say it. */
  readonly forms: readonly string[];
}

/**
 * What a sentence is about is said before it or in it: in the title, the heading, the article's opening,
 * its paragraph. Where the article does write what the question names, but elsewhere, further down or
 * in another paragraph, the sentence speaks of something else: the price of one exhibition is none of
 * the other, which the next paragraph names.
 */
export function standsElsewhere(question: Question): Fails | undefined {
  const subjects = subjectsOf(question);
  const telling = question.content.filter((token) => isTelling(token, question));
  const nouns = telling
    .filter(({ text }) => NOUN.test(question.tags.get(text) ?? ''))
    // what is asked of the subject may well be told in another word
    .filter((token) => !question.focus.includes(token))
    .map(({ text }) => subjectOf(text, [text], question));
  if (subjects.length === 0 && nouns.length === 0) return undefined;
  return (reading) => {
    if (isOfWhole(question, nouns, reading)) return true;
    if (LEANS.test(reading.sentence) || TAKEN_UP.test(reading.later())) return false;
    if (subjects.some((subject) => isElsewhere(subject, reading))) return true;
    const later = nouns.filter((noun) => isLater(noun, reading));
    return later.length > 0 && later.length >= telling.length * MATTER;
  };
}

/** What follows a figure of all of something with those of its parts. */
const PARTS = /^其中/u;

/**
 * 商品房销售面积为600万平方米。其中,住宅为400万: where the part is asked for, the whole is no answer. What was
 * spoken of before is no part.
 */
function isOfWhole({ type }: Question, nouns: readonly Subject[], reading: Reading): boolean {
  if (type !== 'number' && type !== 'money') return false;
  const [next = ''] = reading.later().split('\n');
  return (
    PARTS.test(next) &&
    nouns.some(
      (noun) =>
        next.includes(noun.text) && !noun.forms.some((form) => reading.soFar().includes(form)),
    )
  );
}

function isElsewhere(subject: Subject, reading: Reading): boolean {
  const isWritten =
    reading.later().includes(subject.text) || reading.article().includes(subject.text);
  return isWritten && !isHeld(subject, reading.soFar()) && !reading.isAllAbout(subject.text);
}

function isLater(noun: Subject, { later, soFar, sentence }: Reading): boolean {
  if (!later().includes(noun.text) || noun.forms.some((form) => soFar().includes(form)))
    return false;
  // 总公司 may be 总部 in the sentence
  const shared = [...noun.text].filter((character) => sentence.includes(character));
  return shared.length * 2 < noun.text.length;
}

/** Whether a text writes a subject, in one way or another, or the better part of it. */
function isHeld({ text, words, forms }: Subject, written: string): boolean {
  if (forms.some((form) => written.includes(form))) return true;
  const pairs = bigramsOf(text);
  if (pairs.filter((pair) => written.includes(pair)).length * 2 >= pairs.length) return true;
  const [first = '', ...others] = words;
  if (others.length === 0) return text.length > PHRASE && written.includes(text.slice(0, 2));
  // of 私立学校学生 two words, of 哈佛大学图书馆 the first
  const held = words.filter((word) => written.includes(word)).length;
  return held * 2 > words.length || (held * 2 === words.length && written.includes(first));
}

function isTelling({ text, kind }: Token, { head }: Question): boolean {
  return (
    kind === 'han' &&
    text.length > 1 &&
    text !== head?.text &&
    !KIND_WORDS.has(text) &&
    !ANSWER_KINDS.has(text)
  );
}

/** The names of a question, and what it names by several words side by side: 儿童探索室, 二号仓库. */
function subjectsOf(question: Question): Subject[] {
  const { content, tags, names, asksAt, bare } = question;
  const runs: Token[][] = [];
  for (const token of content) {
    if (token.kind !== 'han' || !NOMINAL.test(tags.get(token.text) ?? '')) continue;
    const run = runs.at(-1);
    if (run?.at(-1)?.end === token.start) run.push(token);
    else runs.push([token]);
  }
  const phrases = runs.flatMap((run) => {
    const last = run.at(-1);
    const text = run.map((token) => token.text).join('');
    const isPhrase =
      last !== undefined &&
      NOUN.test(tags.get(last.text) ?? '') &&
      (run.length > 1 || tags.get(text) === 'ns' || names.includes(text)) &&
      text.length >= PHRASE &&
      (bare || last.end <= asksAt);
    return isPhrase
      ? [
          subjectOf(
            text,
            run.map((token) => token.text),
            question,
          ),
        ]
      : [];
  });
  return [...phrases, ...names.map((name) => subjectOf(name, [name], question))];
}

function subjectOf(text: string, words: readonly string[], { alternatives }: Question): Subject {
  const others = words.flatMap((word) =>
    (alternatives.get(word) ?? []).map((other) => text.replace(word, bareTerm(other))),
  );
  return { text, words, forms: [text, ...others] };
}
