import { UNITS } from '../data/units.ts';
import { matchesOf } from '../parts/all-matches.ts';
import type { Recognizer } from '../parts/draft.ts';

/** Numbers that are names or addresses: C919, 5G, PM2.5, 600519.SH, 025-84701119, 17:08:01, https://…/2023. */
const PATTERN = new RegExp(
  [
    'https?://[!-~]+',
    // 134mg/100ml
    '(?<=[A-Za-z克]/)[0-9]{1,5}(?:ml|mL|L|g|kg|毫升|升|克)',
    String.raw`(?:邮编|邮政编码|电话|热线|编号|证号|代码|文号|账号|QQ|No\.?|ISBN|ISSN)[:： ]{0,2}[0-9A-Z-]+`,
    String.raw`[（(][0-9]{5,6}(?:\.[A-Z]{2})?[)）]`,
    '(?<![0-9])(?:[0-9]{3,4}-[0-9]{7,8}|1[3-9][0-9]{9})(?![0-9])',
    String.raw`(?:PM|CO|SO|NO|M|H)\s*[0-9](?:\.[0-9]+)?`,
    '(?<![A-Za-z])[A-Za-z]{1,20}[-.]?[0-9][0-9A-Za-z.-]*(?<![.-])',
    '(?<![0-9.A-Za-z])[0-9]+(?<letters>[A-Za-z]+)(?![A-Za-z])',
    '(?<![0-9.])[0-9]{1,2}[:：][0-5][0-9](?:[:：][0-5][0-9])?(?![0-9.:：])',
    '(?<![0-9.])[0-9]{1,2}(?:时(?!间|代|期|段)|点(?=[0-9]{1,2}分|整|半|许|钟))(?:[0-9]{1,2}分)?',
    '(?:早上|早晨|清晨|凌晨|上午|中午|下午|傍晚|[晚夜]上|夜里|[晚夜]间|[当今每]晚) ?[0-9]{1,2} ?[点时](?:[0-9]{1,2}分|[半整许])?(?:[到至—-]{1,2}[0-9]{1,2}[点时](?:[0-9]{1,2}分|[半整许])?)?',
    // 8月1日早9点: the time of a day
    '(?<=[日早晚晨午夜])[0-9]{1,2}[点时](?:[0-9]{1,2}分|[半整许])?(?!间|代|期|段)',
    // 最近90天内: when, and not how long
    '(?:最近|过去|[这近]|未来|今后)[0-9]{1,3}(?:天|日|周|个月|个?交易日|小时)(?:[内来间])?',
    String.raw`^\s*(?:[（(][0-9一二三四五六七八九十]+[)）]|[0-9]{1,2}[、.．](?![0-9]))`,
    // 2023款: which model
    '(?<![0-9])(?:19|20)[0-9]{2}款',
    // 每10股派3.5元: for how many, and not how many
    '(?<=每)[0-9][0-9.]{0,6}[百千万亿]?(?:股|毫克|公斤|千克|克|毫升|升|公里|平方米|米|亩|吨|千瓦时|[人名位户件])',
    // 公元前27年; the class of 1907
    '(?:公元|西元|纪元)前[0-9]{1,4}年|(?<![0-9.])(?:1[89]|20)[0-9]{2}[级届]',
    // identifiers: seven digits or more without a separator, a scale or a unit
    '(?<![0-9.,])[0-9]{7,}(?![0-9.,万亿千百元人吨个户件家辆台亩米公平立美欧])',
  ].join('|'),
  'g',
);

export const notation: Recognizer = {
  name: 'notation',
  *read(sentence) {
    for (const match of matchesOf(PATTERN, sentence)) {
      // 500GB, 60km are measured, 5G and 4K are not
      if (match.groups?.['letters'] && UNITS.has(match.groups['letters'])) continue;
      yield { start: match.index, end: match.index + match[0].length };
    }
  },
};
