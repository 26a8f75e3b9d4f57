import { amount, type Recognizer } from '../parts/draft.ts';
import { QUANTITY, readQuantity, scan, VAGUE } from './quantity.ts';

const PATTERN = new RegExp(`(?:${QUANTITY}|${VAGUE})`, 'g');
/** A plain number is a value where the article says that something is it: 指数为102.5. */
const STATED =
  /(?:为|是|至|到|达|报|收于|录得|增加|减少|缩小|扩大|提高|提升|下降|上升|回落|超|超过|突破|约|近|(?:维持|保持|稳定)在|(?:降低|提高|下降|上升)了|指数|系数|评分|得分|均分|净值|市[盈净]率|PMI)$/;

/** What a number is labelled as, which says by what it counts: 容纳人数：35, 坪数：22. */
const LABELLED =
  /^[\s*·•-]*(?<noun>[一-鿿]{0,6}(?<counter>[人户件册张台辆家间层坪桌床])数)\s?[:：]\s?$/;

/** 由2.16缩小到2.11: where a change begins, and the words that lead to where it ends. */
const STARTS = /[由从][^，。；]{0,10}$/;
const CHANGES_TO = /^[^，。；0-9]{1,5}[到至为][0-9]/;

/** 1386万, 2.5亿, 上亿: a large number whose unit the article leaves out; and indices (PMI为50.2). */
export const bare: Recognizer = {
  name: 'bare',
  read: (sentence) =>
    scan(PATTERN, sentence, (match, groups) => {
      const found = readQuantity(groups);
      if (!found) return undefined;
      const text = match[0];
      const scaled = /[万亿]$/.test(text) && text.length > 1;
      if (!scaled) {
        const end = match.index + text.length;
        const before = sentence.slice(Math.max(0, match.index - 12), match.index);
        const closed = end === sentence.length || /[，。；、,;）)]/.test(sentence[end] ?? '');
        const starts = STARTS.test(before) && CHANGES_TO.test(sentence.slice(end, end + 8));
        const label = LABELLED.exec(sentence.slice(0, match.index))?.groups;
        if (label !== undefined && closed && !found.chinese) {
          const { noun = '', counter = '' } = label;
          return { ...amount(match.index, text, found.value, counter, found.qualifier), noun };
        }
        if (
          found.chinese ||
          !(starts || (closed && STATED.test(before))) ||
          !/[.,]|[0-9]{3}/.test(text)
        ) {
          return undefined;
        }
        // 始于1498、到1535: a year
        if (/^[12][0-9]{3}$/.test(text)) return undefined;
      } else if (found.chinese && !groups['vague'] && !/[一二两三四五六七八九十]/.test(text)) {
        return undefined;
      }
      return amount(match.index, text, found.value, '', found.qualifier);
    }),
};
