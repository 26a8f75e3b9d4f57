import type { Token } from '../../../language/tokenizer.ts';
import { LIKE_COUNTERS } from '../../../question/data/quantities.ts';
import type { AnswerType } from '../../../question/data/question-words.ts';
import type { Question } from '../../../question/question.ts';
import type { ToldForm } from '../data/told-form.ts';
import { TOLD_FORMS } from '../data/told-forms.ts';
import { FORMS_OF_THINGS } from '../data/told-forms-of-things.ts';
import type { Fails } from './reading.ts';

/** 第5分钟 is a moment, and no length of time. */
const ORDINAL = /第(?:[0-9]{1,6}|[一二三四五六七八九十百千]{1,9})/gu;

/** The day of a document that is referred to, 依据教育部6月30日第12号函, is the day of nothing that the sentence tells. */
const DOCUMENT =
  /(?:[0-9]{2,4}\s?年\s?)?[0-9]{1,2}\s?月\s?[0-9]{1,2}\s?日[^,。;]{0,14}?(?:字第|第|文)\s?[0-9]{2,}\s?号函?/gu;
/** Nor is the day on which something was told: 8月2日向媒体发布消息. */
const REPORTED =
  /(?:[0-9]{1,2}\s?月)?[0-9]{1,2}\s?日[^,。;]{0,4}(?:向(?:媒体|社会)|对外)?(?:发布消息|通报称?|披露|透露|消息称?)/gu;

/** How a sentence begins that goes on about what the one before it says. */
const TAKES_UP = /^["“(]?(?:[这那该此其]|[他她它])/u;

/**
 * A time of day, how often, so many minutes: each is told in a form of its own, and a sentence that
 * holds none of it does not tell it, whatever else it says of the matter.
 */
export function lacksForm(question: Question): Fails | undefined {
  return lacks(TOLD_FORMS, question);
}

/** The same of which thing it is: its make, its colour, its road. */
export function lacksThing(question: Question): Fails | undefined {
  return lacks(FORMS_OF_THINGS, question);
}

function lacks(all: readonly ToldForm[], { normalized }: Question): Fails | undefined {
  const forms = all.filter(({ asked }) => asked.test(normalized));
  if (forms.length === 0) return undefined;
  return ({ sentence, beside, announced }) => {
    const told = TAKES_UP.test(sentence) ? beside() : sentence;
    const text = [told, ...announced().map(({ normalized: { text: item } }) => item)]
      .join('\n')
      .replace(DOCUMENT, ' ')
      .replace(REPORTED, ' ')
      .replace(ORDINAL, '第');
    return forms.some((form) => !form.told.test(text));
  };
}

const NUMBERS: ReadonlySet<AnswerType> = new Set(['number', 'money']);
/** What tells how much or how many without a number: 全部, 没有, 免费. */
const QUANTITY =
  /[0-9〇零一二两三四五六七八九十百千万亿半几数双单]|[壹贰叁肆伍陆柒捌玖][拾佰仟万元]|[免无没全每各均都仅首]|乙[名员次份件式]|不予|不退|无法退|唯|多[个名位次种]|许多|大量|众多|不少/u;
/** What holds a number and tells none: an address, and the mark of an item. */
const ADDRESS =
  /https?:\S+|^\s*(?:[-•·*]\s+)?[(（]?[0-9一二三四五六七八九十]{1,3}(?:[)）、]|\.\s)|^\s*[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=\s|\p{Script=Han})/gu;

/** How many, how much: a sentence without any number tells neither. */
export function lacksNumber({ type }: Question): Fails | undefined {
  return NUMBERS.has(type)
    ? ({ sentence }) => !QUANTITY.test(sentence.replace(ADDRESS, ' '))
    : undefined;
}

const NUMERAL = '[0-9一二两三四五六七八九十百千万亿余多]';

/**
 * 多少架直升机: a sentence that counts nothing by this counter or one like it, and has nothing of the
 * noun either, counts something else: 2个指挥所.
 */
export function countsOtherwise({
  counter,
  content,
  asksAt,
  normalized,
}: Question): Fails | undefined {
  if (counter === undefined || counter === '个') return undefined;
  const alike = LIKE_COUNTERS.find((counters) => counters.has(counter));
  if (alike === undefined || alike.has('人') || alike.has('年')) return undefined;
  const noun = countedNoun(content, asksAt, normalized);
  if (noun === undefined) return undefined;
  const counted = new RegExp(`${NUMERAL}\\s?(?:${[...alike].join('|')})`, 'u');
  const kin = new RegExp(`[${noun.text}]`, 'u');
  return ({ sentence }) => !kin.test(sentence) && !counted.test(sentence);
}

/** The word right behind the question word and its counter. */
function countedNoun(content: readonly Token[], asksAt: number, text: string): Token | undefined {
  const noun = content.find(({ start, kind }) => start > asksAt && kind === 'han');
  if (noun === undefined || noun.text.length < 2) return undefined;
  return /^(?:多少|几)\p{Script=Han}{0,3}$/u.test(text.slice(asksAt, noun.start))
    ? noun
    : undefined;
}
