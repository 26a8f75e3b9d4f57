/**
 * The number that opens a clause of a law, a contract or a charter, and what sets it apart from a
 * mention of that clause: 第四条　…, but neither 第四条规定的… nor 第四条、第五条.
 */
export const CLAUSE_NUMBER =
  /^第\s?(?<number>[一二三四五六七八九十百千零〇○两\d]{1,7})\s?条(?:之(?<inserted>[一二三四五六七八九十]{1,3}))?(?=[\s:：.．【《[*]|、(?!第)|[（(](?![一二三四五六七八九十\d]{1,3}[）)]\s?项)|$)/u;

/** How Chinese documents number their sections, highest first; the place in the list is the rank. */
const NUMBERS: readonly RegExp[] = [
  /^(?:第[一二三四五六七八九十百零〇\d]{1,4}[编編篇部]|卷[一二三四五六七八九十]{1,3}(?=[\s:：]|$))/u,
  /^第[一二三四五六七八九十百零〇\d]{1,4}(?:章|部分|[回卷](?=[\s:：]|$))/u,
  /^第[一二三四五六七八九十百零〇\d]{1,4}[节節]/u,
  CLAUSE_NUMBER,
  /^[一二三四五六七八九十]{1,3}\s*[、．.]/u,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/u,
  /^\d{1,2}(?:\s*[、．]|\.(?!\d)|\.\d{1,2}(?:\.\d{1,2})?\s+(?=\p{L}))/u,
  /^[（(]\d{1,2}[）)]/u,
];

/** The rank of `1.`: from here down, numbers count the items of lists as often as sections. */
export const ARABIC = 6;

/** The rank of a heading that has no number, when others have one. */
export const UNNUMBERED = NUMBERS.length;

/** The rank of the section number `line` begins with, 0 the highest; undefined without one. */
export function numberRank(line: string): number | undefined {
  const rank = NUMBERS.findIndex((pattern) => pattern.test(line));
  return rank < 0 ? undefined : rank;
}

export function isNumbered(line: string): boolean {
  return numberRank(line) !== undefined;
}
