import { CHINESE_SOURCE, parseNumeral } from '../../language/numerals.ts';
import { amount, type Recognizer } from '../parts/draft.ts';
import { GAP, scan } from './quantity.ts';

const NUMBER = `[0-9０-９]{1,5}|${CHINESE_SOURCE}`;
const PATTERN = new RegExp(
  `第${GAP}(?<number>${NUMBER})${GAP}(?<unit>届|次|批|位(?!于)|名|轮|期(?!间)|例|座|个|家|颗|架|艘|代|季(?!度)|站|节|场|部(?!门|分)|集(?!团)|卷|分钟|分(?!之|钟)|秒|天|周(?![年岁期边])|任(?!期|务|何|职))?`,
  'g',
);
/** Parts of a whole by their number: neither a rank nor a count. */
const PARTS: ReadonlySet<string | undefined> = new Set(['批', '节', '站', '部', '集', '卷']);
const OF_YEAR = /年度?的?$/;
const RANKED = /(?:居|[位名并]列|排名?|升至|升到|跃至|进至)[^，。；、]{0,10}$/;

/** 第八届, 第14次, 第58分钟, and no 第2批; a rank without a unit (位居全国第三) only where the article ranks. */
export const ordinal: Recognizer = {
  name: 'ordinal',
  sign: /第/,
  read: (sentence) =>
    scan(PATTERN, sentence, (match, { number = '', unit }) => {
      const value = parseNumeral(number);
      if (value === undefined) return undefined;
      const ranked = RANKED.test(sentence.slice(Math.max(0, match.index - 14), match.index));
      if (unit === undefined && !ranked) return undefined;
      if (PARTS.has(unit)) return { start: match.index, end: match.index + match[0].length };
      // 2023年第二季 is a time
      if (unit === '季' && OF_YEAR.test(sentence.slice(0, match.index))) return undefined;
      const text = match[0].trimEnd();
      // 第一个, 第一次 are "the first ever": praise, not a number
      if (value === 1 && unit !== '届' && unit !== '位' && unit !== '名' && !ranked)
        return undefined;
      return amount(match.index, text, value, unit ?? '位');
    }),
};
