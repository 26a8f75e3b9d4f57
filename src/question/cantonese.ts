import { CANTONESE, IS_CANTONESE } from './data/cantonese.ts';

/** A question in Cantonese as written Chinese would ask it; any other as it is. */
export function inWrittenChinese(source: string): string {
  if (!IS_CANTONESE.test(source)) return source;
  return CANTONESE.reduce((text, [pattern, written]) => text.replace(pattern, written), source);
}
