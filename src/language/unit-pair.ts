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

/** A number of 32 bits for that of a pair, whose upper bits are spread evenly. */
export function hashOf(pair: number): number {
  return Math.imul(pair | 0, SPREAD) >>> 0;
}

/** 2³² divided by the golden ratio: neighbouring numbers fall far apart. */
const SPREAD = 0x9e3779b1;
