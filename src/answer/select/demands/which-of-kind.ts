import type { AnalysedText } from '../../../language/analysed-text.ts';
import type { Question } from '../../../question/question.ts';
import { entitiesOf } from '../../spans/named-entities.ts';
import type { Fails } from './reading.ts';

/** Kinds of which a text that tells which one writes the name with the kind behind it: 翠岗社区. */
const KINDS = '社区|街道|派出所|村|镇|乡|中学|小学|幼儿园|隧道';
/** The same of kinds that a text may write otherwise, 清华, 喜来登, by what their names end in. */
const KINDS_BY_ENDING: Readonly<Record<string, RegExp>> = {
  大学: /(?:大学|学院|学校|院校|[北清人复交武浙师理工医]大)$/u,
  酒店: /(?:酒店|宾馆|饭店|旅馆|山庄|度假村|大厦)$/u,
  医院: /(?:医院|卫生院|医学院|医疗中心)$/u,
  法院: /(?:法院|法庭)$/u,
};
const WHICH = new RegExp(
  `哪(?:[一二两三四五几]?[个所座条间家]|[一两三])?(?<kind>${KINDS}|${Object.keys(KINDS_BY_ENDING).join('|')})`,
  'u',
);
/** jieba's tags of names of bodies and foreign names. */
const MAY_NAME = /^(?:nt|nz|nrt|nrfg|eng)$/u;
/** How short forms of schools and hospitals end, 北大 and 省院, which 党委 is not. */
const SHORT_FORM = /[大院中]$/u;

/** 什么飞机, 哪款车型: a thing by its kind, of which one asks which it is. */
const WHICH_THING = /(?:(?<!为)什么|啥|哪[种款类型])(\p{Script=Han}{2})/u;
/** 涉事飞机, 该飞机: points at a thing, and tells nothing of which it is. */
const POINTED_AT =
  '(?:涉事|上述|相关|有关|预定|原定|既定|指定|相应|规定|[该此这那本][种款类型个架辆台]?|(?<!\\p{Script=Han})|[为给将把用对])';

/** 部分旅行社, 多家平台: some of a kind, without a name. */
const SOME =
  '(?:部分|个别|一些|不少|众多|许多|其他|有[关些]?|某[些家个]?|[一多数几两各]\\p{Script=Han}?)';
/** What names some of a kind behind it. */
const INSTANCES = /例如|比如|譬如|诸如|包括|其中|分别/u;
/** 哪家旅行社: one of a kind, whose word stands right behind. */
const WHICH_ONE = /哪一?[家个所]/u;

/** 什么飞机偏出跑道, 哪家旅行社出的团: a sentence that only points at the thing, or at some of its kind, does not tell which it is. */
export function pointsAtThing({ normalized, content }: Question): Fails | undefined {
  const one = WHICH_ONE.exec(normalized);
  const end = one === null ? -1 : one.index + one[0].length;
  const kind = content.find(({ start, text }) => start === end && text.length > 1)?.text;
  const thing = kind ?? WHICH_THING.exec(normalized)?.[1];
  if (thing === undefined) return undefined;
  const pointed = kind === undefined ? POINTED_AT : `(?:${POINTED_AT}|${SOME})`;
  const any = new RegExp(`(${pointed})?${thing}(?![是为有:“"「『《(]|包括|如|等)`, 'gu');
  return ({ sentence }) => {
    const told = [...sentence.matchAll(any)];
    return (
      told.length > 0 &&
      told.every(([, before]) => before !== undefined) &&
      !INSTANCES.test(sentence)
    );
  };
}

/** 在哪个社区: a sentence that names none of the kind does not tell which one it is. */
export function namesNoneOfKind({ normalized }: Question): Fails | undefined {
  const kind = WHICH.exec(normalized)?.groups?.['kind'];
  if (kind === undefined) return undefined;
  const ending = KINDS_BY_ENDING[kind];
  return ({ sentence, cut }) =>
    !entitiesOf(cut).some(
      ({ name, start, end }) =>
        (ending ?? new RegExp(`${kind}$`, 'u')).test(sentence.slice(start, end)) &&
        !normalized.includes(name),
    ) &&
    // 被清华录取 names one, though not its kind
    (ending === undefined || !mayNameOtherwise(cut, normalized));
}

/** Whether a sentence holds a word beyond the question's that may name something without its kind. */
function mayNameOtherwise({ tokens, tag }: AnalysedText, asked: string): boolean {
  return tokens.some(
    ({ text, kind }) =>
      text.length > 1 &&
      !asked.includes(text) &&
      (kind === 'latin' ||
        (kind === 'han' &&
          tag(text).some(
            ({ tag: one }) => MAY_NAME.test(one) || (one === 'j' && SHORT_FORM.test(text)),
          ))),
  );
}
