import { findActors } from '../../../figures/parts/places.ts';
import { bigramsOf } from '../../../language/terms.ts';
import type { Token } from '../../../language/tokenizer.ts';
import type { AnswerType } from '../../../question/data/question-words.ts';
import { KIND_WORDS } from '../../../question/data/stop-words.ts';
import { ASKS_PER_HEAD, PER_HEAD } from '../../../question/demand.ts';
import type { Question } from '../../../question/question.ts';
import { wordForms } from '../word-forms.ts';
import type { Fails } from './reading.ts';

const FIGURES: ReadonlySet<AnswerType> = new Set(['number', 'money']);
/** How words for measures end. */
const MEASURE =
  /(?:量|额|率|价格?|值|收入|利润|面积|投资|产值|票房|奖金|工资|成本|支出|人数|人员|员工|职工|比例|比重|费用?|税|补[贴助]|津贴|标准|起征点|门槛|分数线|名额|押金|罚款|奖学金)$/u;
/** jieba's tags of words that say what is measured. */
const THING = /^[nxljv]/u;
/** How words for a time end, which jieba has as things: 第一季度. */
const TIME = /(?:季度?|年度?|月份?|半年|周)$/u;

/**
 * 牛奶产量: a sentence before which, and in which, what is measured is not written gives the measure of
 * something else, 猪牛羊禽肉产量. So does one that has 棉花期货, where 大豆期货价格 is asked.
 */
export function lacksMeasured(question: Question): Fails | undefined {
  const [thing, kind] = measuredThings(question);
  if (thing === undefined) return undefined;
  const lacks = (word: string) => {
    const forms = wordForms(word, question);
    // 汽油 in 汽、柴油
    const shared = new RegExp(
      `${word.slice(0, -1)}[、和及与]\\p{Script=Han}{1,3}${word.slice(-1)}`,
      'u',
    );
    return (text: string) =>
      !shared.test(text) &&
      !forms.some(
        (form) => text.includes(form) || bigramsOf(form).some((pair) => text.includes(pair)),
      );
  };
  const lacksThing = lacks(thing.text);
  if (kind === undefined) return ({ soFar }) => lacksThing(soFar());
  const lacksKind = lacks(kind.text);
  const otherKind = new RegExp(`${NAMED_BEFORE}${thing.text}`, 'u');
  return ({ soFar, sentence }) =>
    lacksThing(soFar()) || (otherKind.test(sentence) && lacksKind(soFar()));
}

/** The end of a word that says of which kind what follows is: 棉花 of 棉花期货. */
const NAMED_BEFORE = String.raw`(?![的和与及其该在为是对])\p{Script=Han}`;

/** The word right before the last measure of a question, and that right before it. */
function measuredThings({ type, bare, content, tags, normalized }: Question): readonly Token[] {
  if (!FIGURES.has(type) && !bare) return [];
  const at = content.findLastIndex(({ text }) => MEASURE.test(text));
  const says = (place: number) => {
    const [thing, next] = [content[place], content[place + 1]];
    return thing !== undefined &&
      thing.end === next?.start &&
      thing.kind === 'han' &&
      thing.text.length > 1 &&
      THING.test(tags.get(thing.text) ?? '') &&
      !TIME.test(thing.text) &&
      // 占云岭收入: jieba takes the firm and the verb for one word
      !thing.text.startsWith('占') &&
      // 年托 of 2022年托育补助 is no word
      !/[0-9]$/u.test(normalized.slice(0, thing.start)) &&
      // 全国产值: whose it is, and not what is measured
      findActors(thing.text).length === 0 &&
      !KIND_WORDS.has(thing.text)
      ? [thing]
      : [];
  };
  const [thing] = says(at - 1);
  return thing === undefined ? [] : [thing, ...says(at - 2)];
}

/** A measure that is asked for with the characters before it: 销量是多少, 劳动参与率. */
const MEASURE_ASKED =
  /(\p{Script=Han}{1,2})(率|量|额|费|值|收入|利润|面积|人数|支出|成本)(?:是|为|有|达到?|大?约|共)?(?:百分之)?(?:多少|几|[?\s]*$)/u;
/** 占云岭收入几成: the whole of which a share is asked, and no measure of its own. */
const SHARE_OF = /占[^,?]{1,12}(?:几成|百分之|几分之|多少)/u;
/** What tells no measure from another: 总量, 的价格, 年均收入. */
const ANY_MEASURE = /[^\p{Script=Han}]|[的总年月日均个约共其该此和与及金数]/u;

/**
 * 劳动参与率: a sentence beside which measures are written that end alike, 失业率, and nothing of this
 * one, gives another.
 */
export function tellsOtherMeasure({ type, bare, normalized }: Question): Fails | undefined {
  if ((!FIGURES.has(type) && !bare) || SHARE_OF.test(normalized)) return undefined;
  const [, said = '', measure = ''] = MEASURE_ASKED.exec(normalized) ?? [];
  const own = said.slice(-1);
  if (own === '' || (said.length < 2 && ANY_MEASURE.test(own)) || ANY_DEGREE.test(own)) {
    return undefined;
  }
  const alike = new RegExp(`(^|.)${measure}`, 'gu');
  return ({ sentence, beside }) => {
    // 与 of 参与率 stands in other words; 销 of 销量 says what is measured
    if (sentence.includes(ANY_MEASURE.test(own) ? said : own)) return false;
    // 停车费 is not what 费用：每人30元 of a meeting gives
    if (measure === '费' && said.length > 1 && !OF_ALL.test(said) && FEE.test(sentence))
      return true;
    const others = (text: string) => {
      const before = [...text.matchAll(alike)].map(([, character = '']) => character);
      return (
        before.length > 0 && before.every((one) => one !== own && !ANY_MEASURE.test(one || '的'))
      );
    };
    return others(sentence) || others(beside());
  };
}

/** What a fee without a name is asked for. */
const OF_ALL = /报名|参加|活动|门票|入场|收|缴|交/u;
const FEE = /^(?:收?费用?|价格)\s?:/u;

/** 总量, 均价, 的价格: said of any measure. */
const ANY_DEGREE = /[的总均年月日个约共其该此金数大]/u;

/** A clause that tells an amount per head; a second one behind a comma may tell how it changed. */
const CLAUSES_PER_HEAD = /[^,;。:]*(?:人均|户均)[^,;。]*/gu;
const MONEY = /[0-9][万亿千百]*(?:[美欧日港]?元|美金|英镑|日圆|卢布|韩元)/u;

/** 生产总值是多少, 生产总值涨了多少: a sentence that tells of it per head alone does not tell the total. */
export function tellsOnlyPerHead({ type, normalized }: Question): Fails | undefined {
  if (!FIGURES.has(type) || ASKS_PER_HEAD.test(normalized) || !TOTAL_MEASURE.test(normalized)) {
    return undefined;
  }
  const told = type === 'money' ? MONEY : TOTAL_MEASURE;
  return ({ sentence }) =>
    PER_HEAD.test(sentence) && !told.test(sentence.replaceAll(CLAUSES_PER_HEAD, ''));
}

/** What is told of a whole as well as per head. */
const TOTAL_MEASURE = /gdp|总值|总额|总量|收入|支出|产值|消费|增加值|储蓄|存款/u;
