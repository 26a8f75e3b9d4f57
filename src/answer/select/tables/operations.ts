import type { Operation } from '../../../figures/arithmetic.ts';
import { NUMERAL_SOURCE, parseNumeral } from '../../../language/numerals.ts';
import type { Question } from '../../../question/question.ts';
import { COMPARISONS } from '../data/comparisons.ts';

/** What a question asks of the cells that it names. */
export type TableOperation =
  | { readonly kind: 'lookup' }
  /** The row with the greatest or least value, or the first few by it. */
  | { readonly kind: 'extreme'; readonly order: Order; readonly count: number }
  /** The row at a place of the order that the table gives: 第三名, 冠军, 倒数第一. */
  | { readonly kind: 'place'; readonly place: number; readonly fromEnd: boolean }
  /** Which place a row has: 排第几. */
  | { readonly kind: 'rank' }
  | { readonly kind: 'threshold'; readonly threshold: Threshold }
  | { readonly kind: 'compare'; readonly operation: Exclude<Operation, 'sum'> }
  | { readonly kind: 'sum' };

export type Order = 'most' | 'least';

/** A bound that a value is held against: 超过20分. */
export interface Threshold {
  /** As it is said, its word with it. */
  readonly said: string;
  /** The number is said with 万 or 亿, which a cell may leave to its head. */
  readonly isScaled: boolean;
  /** It is a change that is asked for by which way it went. */
  readonly isOfChange?: true;
  isMet(value: number): boolean;
}

const MOST = /最[高多大贵重长强热]|最靠前/u;
const LEAST = /最[低少小轻短弱冷]|最便宜/u;
const NUMBER = '[一二两三四五六七八九十\\d]{1,3}';
const TOP = new RegExp(`(?<end>[前后末])(?<count>${NUMBER})(?:名|位|强|甲|个)?`, 'u');
const PLACE = new RegExp(`(?<end>倒数)?第(?<place>${NUMBER})(?:名|位)?`, 'u');
const FIRST = /冠军|榜首|夺冠|头名|首位/u;
const SECOND = /亚军/u;
const THIRD = /季军/u;
const LAST = /垫底|最后一名|末位/u;
const RANK = /排(?:在)?(?:第)?几|第几(?:名|位)?|名次|排名(?:是|第)?(?:多少|几)|排名$/u;

const OVER = '超过|多于|大于|高于|超|过了?';
const AT_LEAST = '不低于|不少于|不小于|至少|达到|达|不下';
const UNDER = '不到|不足|低于|少于|小于';
const AT_MOST = '不超过|不多于|不高于|至多';
const BOUND = new RegExp(
  `(?<word>${AT_MOST}|${AT_LEAST}|${OVER}|${UNDER})了?(?<before>${NUMERAL_SOURCE})|(?<behind>${NUMERAL_SOURCE})[\\p{L}%]{0,4}?(?<end>以上|以下|以内)`,
  'u',
);

/** The words of a question that say what is to be done with the cells, and name none of them. */
const OPERATION_WORDS = new RegExp(
  [MOST, LEAST, TOP, PLACE, FIRST, SECOND, THIRD, LAST, RANK, BOUND]
    .map(({ source }) => source.replace(/\(\?<\p{L}+>/gu, '(?:'))
    .concat(['倒数', '[多少高低贵便宜重轻大小]多少', '几倍', '一共|总共|合计|总计|共计'])
    .join('|'),
  'gu',
);

/** Which way something went is asked of several: 哪些区下降. */
const FALLS = /下降|下跌|负增长|减少|回落|[跌降]了/u;
const RISES = /上涨|上升|增长|增加|正增长|[涨升]了/u;
const SEVERAL = /哪(?:些|几|个|里|家|款|种|一)|有几/u;

/** Where a question says what is to be done with the cells, in units of it. */
export function operationSpans(question: Question): { start: number; end: number }[] {
  const { normalized } = question;
  const operation = operationOf(question);
  const isOfChange = operation.kind === 'threshold' && operation.threshold.isOfChange;
  const words = isOfChange ? [FALLS, RISES] : [];
  return [OPERATION_WORDS, ...words.map(({ source }) => new RegExp(source, 'gu'))].flatMap((word) =>
    [...normalized.matchAll(word)].map(({ index, 0: said }) => ({
      start: index,
      end: index + said.length,
    })),
  );
}

/** Whoever asks so wants to hear whether it is so: the cell itself tells. */
const YES_OR_NO = /[吗吧么]\??$|是不是|是否|有没有/u;

export function operationOf({ normalized }: Question): TableOperation {
  if (YES_OR_NO.test(normalized)) return { kind: 'lookup' };
  const threshold = thresholdIn(normalized);
  if (threshold !== undefined && /哪|几|多少|谁|有/u.test(normalized))
    return { kind: 'threshold', threshold };
  const change = threshold === undefined ? changeIn(normalized) : undefined;
  if (change !== undefined) return { kind: 'threshold', threshold: change };
  if (RANK.test(normalized)) return { kind: 'rank' };
  const top = TOP.exec(normalized)?.groups;
  const count = top === undefined ? undefined : parseNumeral(top['count'] ?? '');
  if (top !== undefined && count !== undefined)
    return { kind: 'extreme', order: top['end'] === '前' ? 'most' : 'least', count };
  const place = placeIn(normalized);
  if (place !== undefined) return { kind: 'place', ...place };
  const isOfSeveral = !ASKS_NUMBER.test(normalized) || /[哪谁]/u.test(normalized);
  if (isOfSeveral && MOST.test(normalized)) return { kind: 'extreme', order: 'most', count: 1 };
  if (isOfSeveral && LEAST.test(normalized)) return { kind: 'extreme', order: 'least', count: 1 };
  // 最低多少度 compares nothing
  const plain = normalized.replace(/最./gu, '');
  const compared = COMPARED.find(({ pattern }) => pattern.test(plain))?.operation;
  if (compared === undefined) return { kind: 'lookup' };
  return compared === 'sum' ? { kind: 'sum' } : { kind: 'compare', operation: compared };
}

/** How two cells are compared, beside the ways in which any figures are: 贵多少, 重多少. */
const COMPARED: readonly { readonly operation: Operation; readonly pattern: RegExp }[] = [
  { operation: 'difference', pattern: /(?:贵|便宜|重|轻|长|短)(?:了|出)?(?:多少|几)/u },
  {
    operation: 'greater',
    pattern: /(?:哪|谁)[^,?]{0,8}(?:更|比较)?(?:贵|便宜|重|轻)(?:$|[?些一])/u,
  },
  ...COMPARISONS,
];

/** 最多能报几门 asks for a limit, and for none of several. */
const ASKS_NUMBER = /多少|几/u;

function placeIn(text: string): { readonly place: number; readonly fromEnd: boolean } | undefined {
  if (LAST.test(text)) return { place: 1, fromEnd: true };
  const { end, place } = PLACE.exec(text)?.groups ?? {};
  const value = place === undefined ? undefined : parseNumeral(place);
  if (value !== undefined && isOrder(text)) return { place: value, fromEnd: end !== undefined };
  if (FIRST.test(text)) return { place: 1, fromEnd: false };
  if (SECOND.test(text)) return { place: 2, fromEnd: false };
  return THIRD.test(text) ? { place: 3, fromEnd: false } : undefined;
}

/** 第三名 is a place in an order, 第三季度 none. */
function isOrder(text: string): boolean {
  return new RegExp(`第${NUMBER}(?:名|位|的|是|$|[?])`, 'u').test(text);
}

function thresholdIn(text: string): Threshold | undefined {
  const match = BOUND.exec(text);
  const { word, before, behind, end } = match?.groups ?? {};
  const numeral = before ?? behind;
  const value = numeral === undefined ? undefined : parseNumeral(numeral);
  if (match === null || numeral === undefined || value === undefined) return undefined;
  const isScaled = /[万亿]/u.test(numeral);
  const common = { said: match[0], isScaled };
  const is = (words: string) => word !== undefined && new RegExp(`^(?:${words})$`, 'u').test(word);
  if (is(AT_MOST) || end === '以下' || end === '以内')
    return { ...common, isMet: (held) => held <= value };
  if (is(AT_LEAST) || end === '以上') return { ...common, isMet: (held) => held >= value };
  if (is(UNDER)) return { ...common, isMet: (held) => held < value };
  return { ...common, isMet: (held) => held > value };
}

function changeIn(text: string): Threshold | undefined {
  if (!SEVERAL.test(text) || /最|多少/u.test(text)) return undefined;
  const [said] = FALLS.exec(text) ?? RISES.exec(text) ?? [];
  if (said === undefined) return undefined;
  const sign = FALLS.test(text) ? -1 : 1;
  return { said, isScaled: false, isOfChange: true, isMet: (held) => held * sign > 0 };
}
