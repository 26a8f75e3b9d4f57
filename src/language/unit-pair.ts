/** The range of UTF-16 units in which nearly all Chinese characters stand. */
const FROM = 0x3400;
const TO = 0xa000;
/** Above every number of a pair in that range. */
const OTHERS = 2 ** 32;

/**
 * A number for two UTF-16 units, another one for any other two. For two Chinese characters it is below
 * 2³¹, which a map finds several times as fast as a greater one.
 */
export function pairOf(first: number, second: number): number {
  const isChinese = first >= FROM && first < TO && second >= FROM && second < TO;
  return isChinese
    ? (first - FROM) * (TO - FROM) + (second - FROM)
    : OTHERS + first * 0x10000 + second;
}
