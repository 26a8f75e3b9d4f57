import { matchesOf } from '../parts/all-matches.ts';
import { amount, type Recognizer, type Sighting } from '../parts/draft.ts';
import { GAP, type Groups, QUANTITY, readQuantity, scan } from './quantity.ts';

/** 羁押8日, 拘留十日: what is done for days on end, and on no day of a month. */
const FOR_DAYS = '(?:羁押|拘留|连续|为期|历时|放假|停牌|停业|住院)';
const NUMERAL = '[0-9一二三四五六七八九十]{1,3}';
const PATTERN = new RegExp(
  `${QUANTITY}${GAP}(?<unit>年(?!前|来|代|级|轻|龄|度|初|底|末|间|内|后|以来|之|中|多来|均|货|会|报|终|薪|轮|味|夜|关|画|级)|(?:个月|周|天)大(?![规型幅量力面件家学战赛会型体众部厅事])|周(?![后内前中年岁期边围长身刊报末一二三四五六日])|日(?=(?:之|以)?内)|(?<=${FOR_DAYS}${NUMERAL})日|周?岁(?!及?以[上下](?![，,。；;、）)者]|$)|末|月|以内|[-—至－]))`,
  'g',
);
/** 用半年左右时间, 长达半年; not 上半年 nor 过半年. */
const HALF =
  /(?<=[用近约满达需为停养]|历时)半(?<unit>年|个月)(?![报度期前后来])|(?<![上下前后大小过了])半(?<whole>年|个月)(?=多|左右|以上|之久|时间)/g;
/** 4个多小时, 三个半月: what is over stands between the counter and its unit. */
const AND_MORE = new RegExp(`${QUANTITY}个(?<over>[多半])(?<unit>小时|星期|月)`, 'g');
/** 17分23秒: minutes and seconds are one length of time, and no points. */
const WITH_SECONDS =
  /(?<![0-9:.])(?<minutes>[0-9]{1,3})分钟?(?<seconds>[0-9]{1,2}(?:\.[0-9]{1,3})?)秒/g;
const PERIOD_WORD = /(?:近|过去|最近|未来|今后|第|每|这|当|前|后|头|去|今|明|本|上|全|同|历)$/;
/** What makes a duration of a few Chinese characters a figure: 为期三年, 有期徒刑十年. */
const MEASURED =
  /(?:为期|期限|羁押|拘留|连续|长达|已满|历时|历经|延长|缩短|提高到|提高至|增加到|徒刑|处以|不少于|超过|超|达|近|满|[为至])$/;
/** 缺阵三周。: a few weeks that end a clause are how long. */
const ENDS_CLAUSE = /^(?:左右|以上|以下|之久)?(?:[，,。；;、）)！!？?]|$)/;

/** 13.5年, 14岁, 8个月大, 连续13年: how long or how old. 近5年来 and 三年内 say when, and are periods. */
export const duration: Recognizer = {
  name: 'duration',
  sign: new RegExp(`[年岁大周个秒]|日[之以]?内|${FOR_DAYS}${NUMERAL}日`),
  *read(sentence) {
    yield* scan(AND_MORE, sentence, (match, groups) => {
      const quantity = readQuantity(groups);
      const { over, unit } = groups;
      if (!quantity || unit === undefined) return undefined;
      const half = over === '半';
      const value = half ? quantity.value + 0.5 : quantity.value;
      return amount(match.index, match[0], value, `个${unit}`, half ? quantity.qualifier : 'over');
    });
    for (const { index, 0: text, groups } of matchesOf(WITH_SECONDS, sentence)) {
      yield amount(
        index,
        text,
        Number(groups?.['minutes']) * 60 + Number(groups?.['seconds']),
        '秒',
      );
    }
    for (const match of matchesOf(HALF, sentence)) {
      const unit = match.groups?.['unit'] ?? match.groups?.['whole'] ?? '';
      yield amount(match.index, match[0], 0.5, unit);
    }
    yield* scan(PATTERN, sentence, (match, groups) => read(match, groups, sentence));
  },
};

function read(match: RegExpExecArray, groups: Groups, sentence: string): Sighting | undefined {
  const quantity = readQuantity(groups);
  const unit = groups['unit'] ?? '';
  const before = sentence.slice(Math.max(0, match.index - 4), match.index);
  // 8月6日内 is a day, and 30日内 a span of time
  if (unit === '日' && /月\s?$/.test(before)) return undefined;
  const isSpan = unit === '年' || unit === '周';
  if (!quantity || (isSpan && (quantity.value >= 1000 || PERIOD_WORD.test(before)))) {
    return undefined;
  }
  const measured =
    MEASURED.test(before) ||
    (unit === '周' && ENDS_CLAUSE.test(sentence.slice(match.index + match[0].length)));
  if (quantity.chinese && !unit.endsWith('大') && !measured) return undefined;
  return amount(
    match.index,
    match[0],
    quantity.value,
    unit === '日' ? '天' : unit,
    quantity.qualifier,
  );
}
