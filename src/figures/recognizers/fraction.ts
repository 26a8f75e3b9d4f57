import { CHINESE_BEGINS, CHINESE_SOURCE, parseNumeral } from '../../language/numerals.ts';
import { amount, type Recognizer } from '../parts/draft.ts';
import { scan } from './quantity.ts';

const PATTERN = new RegExp(
  `(?<parts>${CHINESE_BEGINS}${CHINESE_SOURCE}|(?<![0-9])[0-9]{1,4})分之(?<of>${CHINESE_SOURCE}|[0-9.]+)|` +
    // 三成, 七成半; not 三成员, 十成为
    '(?<![一-鿿]分|[0-9])(?<tenths>[一二两三四五六七八九]|[1-9])成(?<half>半|[一二三四五六七八九])?(?![为立功果长本员交效套都品分份绩熟就年人型名因全群才活家])|' +
    '(?<halves>一半|半数|过半数|过半|大半)(?!导|路|信|解|天)',
  'g',
);

/**
 * 三分之一, 百分之五, 三成, 一半. What the article gives in hundredths or tenths is in %, a plain
 * fraction has no unit.
 */
export const fraction: Recognizer = {
  name: 'fraction',
  sign: /分之|[成半]/,
  read: (sentence) =>
    scan(PATTERN, sentence, (match, { parts, of = '', tenths, half, halves }) => {
      const [start, text] = [match.index, match[0]];
      if (halves)
        return amount(
          start,
          text,
          0.5,
          '',
          halves === '一半' || halves === '半数' ? 'exact' : 'over',
        );
      if (tenths) {
        const rest = half === '半' ? 5 : (parseNumeral(half ?? '零') ?? 0);
        return amount(start, text, (parseNumeral(tenths) ?? 0) * 10 + rest, '%');
      }
      const [whole, part] = [parseNumeral(parts ?? ''), parseNumeral(of)];
      if (!whole || part === undefined) return undefined;
      if (whole === 100) return amount(start, text, part, '%');
      return amount(start, text, part / whole, '');
    }),
};
