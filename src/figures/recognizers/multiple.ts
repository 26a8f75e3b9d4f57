import { parseNumeral } from '../../language/numerals.ts';
import { amount, type Recognizer } from '../parts/draft.ts';
import { GAP, QUANTITY, readQuantity, scan } from './quantity.ts';

const PATTERN = new RegExp(
  `翻(?:了)?(?<doublings>[一两二三四五六1-6])番|${QUANTITY}${GAP}倍(?:多)?(?!增|数|率|受|感|加|特)`,
  'g',
);

/** 1.5倍, 翻一番 (to the double), 翻两番 (to the fourfold). */
export const multiple: Recognizer = {
  name: 'multiple',
  sign: /[倍番]/,
  read: (sentence) =>
    scan(PATTERN, sentence, (match, groups) => {
      const doublings = parseNumeral(groups['doublings'] ?? '');
      if (doublings) return amount(match.index, match[0], 2 ** doublings, '倍');
      const quantity = readQuantity(groups);
      if (!quantity) return undefined;
      const qualifier = match[0].endsWith('多') ? 'over' : quantity.qualifier;
      return amount(match.index, match[0], quantity.value, '倍', qualifier);
    }),
};
