import { isAllAbout } from '../../article/about-article.ts';
import { SURNAMES } from '../../language/data/surnames.ts';
import { normalize } from '../../language/normalize.ts';
import { parseNumeral } from '../../language/numerals.ts';
import { bigramsOf } from '../../language/terms.ts';
import { KIND_WORDS } from '../../question/data/stop-words.ts';
import type { Question } from '../../question/question.ts';
import { isNoun } from '../../question/question-nouns.ts';
import type { ParagraphIndex } from '../../search/paragraph-index.ts';
import { slice } from '../../util/span.ts';
import type { Ranked } from '../rank/rank.ts';

const HAN = /\p{Script=Han}/u;

/**
 * A Chinese name in the question that the corpus does not write, nor the better part of it. Latin
 * names are left to answerability: they get misspelt, and glossed in brackets.
 */
export function missingName(question: Question, index: ParagraphIndex): string | undefined {
  return unknownNames(question, index).find((name) => HAN.test(name));
}

/** Characters of a Chinese person's name, and the type of word that jieba has made up of them. */
const PERSON = 3;
const MADE_UP = 'x';

/**
 * A person's name that jieba does not know, and of which the corpus writes no two neighbours: who died
 * at what age is not told of somebody whom no article names.
 */
export function missingPerson(
  { content, tags, alternatives }: Question,
  index: ParagraphIndex,
  mayTell: (name: string) => boolean,
): string | undefined {
  return content.find(
    ({ text, kind }) =>
      kind === 'han' &&
      text.length === PERSON &&
      tags.get(text) === MADE_UP &&
      SURNAMES.has(text.slice(0, 1)) &&
      !alternatives.has(text) &&
      ![text, ...bigramsOf(text)].some((term) => index.documentFrequency(term) > 0) &&
      mayTell(text),
  )?.text;
}

/** Names in the question, in any script, that the corpus writes in no form. */
function unknownNames(question: Question, index: ParagraphIndex): readonly string[] {
  return question.names.filter(
    (name) => !formsOfName(name, question).some((form) => isKnownName(form, index)),
  );
}

/** The first name in the question, else the first noun, that the corpus writes in no form and that may be told. */
export function unknownSubject(
  question: Question,
  index: ParagraphIndex,
  mayTell: (name: string) => boolean,
): string | undefined {
  // what the turn before left to be understood was not typed now
  const typed = question.said.length > 1 ? normalize(question.source).text : undefined;
  const nouns = question.content.filter(
    (token) =>
      token.kind === 'han' &&
      token.text.length > 1 &&
      typed?.includes(token.text) !== false &&
      !question.alternatives.has(token.text) &&
      isNoun(token, question.tags) &&
      !isKnownName(token.text, index),
  );
  return [...unknownNames(question, index), ...nouns.map(({ text }) => text)].find(mayTell);
}

/**
 * Tells whether a name in the question that the corpus knows, if there is one, stands in a sentence,
 * before it in its paragraph, or in the title or heading above: what is said of one company is not
 * said of another.
 */
export function subjectReader(
  question: Question,
  index: ParagraphIndex,
): (candidate: Ranked) => boolean {
  const names = question.names.filter((name) => isKnownName(name, index));
  const own =
    question.said.length > 1 ? question.content.filter(({ text }) => !KIND_WORDS.has(text)) : [];
  const ordinals = ordinalsOf(question.normalized);
  return ({ found, index: at }) => {
    if (!sharesOrdinals(ordinals, found)) return false;
    if (names.length === 0 && own.length === 0) return true;
    const texts = [
      index.context(found),
      ...found.paragraph.sentences
        .slice(0, at + 1)
        .map((sentence) => index.sentence(found.article, sentence).counts),
    ];
    const held = { has: (term: string) => texts.some((terms) => terms.has(term)) };
    const holds = (name: string) =>
      formsOfName(name, question).some((form) => held.has(form) || isPartlyHeld(form, held));
    // a follow-up is not answered from what the turn before brought alone
    return (
      (own.length === 0 || own.some(({ text }) => holds(text))) &&
      (names.length === 0 || names.some((name) => holds(name) || isAllAbout(found.article, name)))
    );
  };
}

/** A name with what it and its parts are called otherwise: 英国央行 for 英国中央银行. */
export function formsOfName(
  name: string,
  { alternatives }: Pick<Question, 'alternatives'>,
): readonly string[] {
  const inParts = [...alternatives].flatMap(([part, others]) =>
    part.length > 1 && part !== name && name.includes(part)
      ? others.map((other) => name.replace(part, other))
      : [],
  );
  return [name, ...(alternatives.get(name) ?? []), ...inParts];
}

/** 第九届 and 第8届 as `届9`, `届8`. */
function ordinalsOf(text: string): string[] {
  return [...text.matchAll(ORDINAL)].map(
    ([, number = '', counter]) => `${counter}${parseNumeral(number)}`,
  );
}

const ORDINAL = /第([0-9]{1,6}|[一二三四五六七八九十百千]{1,9})([届次批期轮号版季])/g;

/**
 * Whether what the question numbers is not numbered otherwise in the paragraph, nor only otherwise in
 * the whole article: 第八届 is not 第九届.
 */
function sharesOrdinals(
  asked: readonly string[],
  { article, paragraph }: Ranked['found'],
): boolean {
  if (asked.length === 0) return true;
  return [slice(article.text, paragraph.span), article.text].every((text) => {
    const held = ordinalsOf(normalize(text).text);
    return asked.every(
      (ordinal) => held.includes(ordinal) || !held.some((other) => other[0] === ordinal[0]),
    );
  });
}

/** Whether the corpus writes a name or the better part of it. */
function isKnownName(name: string, index: ParagraphIndex): boolean {
  const seen = (term: string) => index.documentFrequency(term) > 0;
  return seen(name) || isPartlyHeld(name, { has: seen });
}

/** Whether half of a name's bigrams are there: jieba cuts a name differently in different company. */
function isPartlyHeld(name: string, held: { has(term: string): boolean }): boolean {
  const bigrams = bigramsOf(name);
  return (
    bigrams.length > 0 && bigrams.filter((term) => held.has(term)).length * 2 >= bigrams.length
  );
}
