import { amount, type Recognizer } from '../parts/draft.ts';
import { GAP, QUANTITY, readQuantity, scan } from './quantity.ts';

const PATTERN = new RegExp(
  `${QUANTITY}${GAP}(?<unit>年(?!前|来|代|级|轻|龄|度|初|底|末|间|内|后|以来|之|中|多来|均|货|会|报|终|薪|轮|味|夜|关|画|级)|(?:个月|周|天)大(?![规型幅量力面件家学战赛会型体众部厅事])|周?岁(?!以上|及以上|以下|及以下|末|月|以内|[-—至－]))`,
  'g',
);
const PERIOD_WORD = /(?:近|过去|最近|未来|今后|第|每|这|当|前|后|头|去|今|明|本|上|全|同|历)$/;
/** What makes a duration of a few Chinese characters a figure: 为期三年, 有期徒刑十年. */
const MEASURED =
  /(?:为期|期限|连续|长达|已满|历时|历经|延长|缩短|提高到|提高至|增加到|徒刑|处以|不少于|超过|超|达|近|满|[为至])$/;

/** 13.5年, 14岁, 8个月大, 连续13年: how long or how old. 近5年来 and 三年内 say when, and are periods. */
export const duration: Recognizer = {
  name: 'duration',
  sign: /[年岁大]/,
  read: (sentence) =>
    scan(PATTERN, sentence, (match, groups) => {
      const quantity = readQuantity(groups);
      const unit = groups['unit'] ?? '';
      const before = sentence.slice(Math.max(0, match.index - 4), match.index);
      if (!quantity || (unit === '年' && (quantity.value >= 1000 || PERIOD_WORD.test(before)))) {
        return undefined;
      }
      if (quantity.chinese && !unit.endsWith('大') && !MEASURED.test(before)) return undefined;
      return amount(match.index, match[0], quantity.value, unit, quantity.qualifier);
    }),
};
