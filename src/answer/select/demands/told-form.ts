import type { Token } from '../../../language/tokenizer.ts';
import { LIKE_COUNTERS } from '../../../question/data/quantities.ts';
import type { Question } from '../../../question/question.ts';
import { TOLD_FORMS } from '../data/told-forms.ts';
import type { Fails } from './reading.ts';

/** 第5分钟 is a moment, and no length of time. */
const ORDINAL = /第(?:[0-9]{1,6}|[一二三四五六七八九十百千]{1,9})/gu;

/** How a sentence begins that goes on about what the one before it says. */
const TAKES_UP = /^["“(]?(?:[这那该此其]|[他她它])/u;

/**
 * A time of day, how often, so many minutes: each is told in a form of its own, and a sentence that
 * holds none of it does not tell it, whatever else it says of the matter.
 */
export function lacksForm({ normalized }: Question): Fails | undefined {
  const form = TOLD_FORMS.find(({ asked }) => asked.test(normalized));
  return (
    form &&
    (({ sentence, beside }) => {
      const text = TAKES_UP.test(sentence) ? beside() : sentence;
      return !form.told.test(text.replace(ORDINAL, '第'));
    })
  );
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
