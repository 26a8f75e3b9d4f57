import type { Article } from '../../article/article.ts';
import { memoByObject } from '../../util/memo-by-object.ts';

const YEAR = '(?<![0-9])(?<y>20[0-9]{2})';
const MONTH = '(?<m>0?[1-9]|1[0-2])';
const DAY = '(?<d>[12][0-9]|3[01]|0?[1-9])';
const WRITTEN = `${YEAR}\\s?年\\s?${MONTH}\\s?月\\s?${DAY}\\s?日`;
/**
 * How a page says in its text when it was published: a stamp with the time (2024-05-06 17:20, 2024年5月6日
 * 17:20), as the site of a paper writes it (202405/06), a dateline (2024年5月6日讯), the number of a page
 * (2024年05月06日 04版), a line that begins with the day.
 */
const STAMPS = [
  `(?:${YEAR}[-/.]${MONTH}[-/.]${DAY}|${WRITTEN})\\s{1,6}[0-2]?[0-9][:：][0-5][0-9]`,
  `${YEAR}(?<m>0[1-9]|1[0-2])/(?<d>[0-2][0-9]|3[01])(?![0-9/])`,
  `${WRITTEN}\\s?(?:讯|电|訊|電)`,
  `(?:^|\\n)\\s{0,4}${YEAR}[-/.]${MONTH}[-/.]${DAY}(?=\\s|$)`,
  `[（(]\\s?${WRITTEN}\\s{0,3}[0-9]{1,2}\\s?版`,
].map((source) => new RegExp(withoutTwins(source)));

/** A name may stand in one of two alternatives only: the second of a pair goes by another. */
function withoutTwins(source: string): string {
  const seen = new Set<string>();
  return source.replace(/\(\?<([ymd])>/g, (_, name: string) => {
    const own = seen.has(name) ? `${name}2` : name;
    seen.add(name);
    return `(?<${own}>`;
  });
}

/** Characters at either end of an article in which such a stamp stands. */
const ENDS = 300;

/** The day an article was written (ISO 8601): its own date, else the one that its text is stamped with. */
export const writtenOn = memoByObject(({ date, text }: Article): string | undefined => {
  if (date !== undefined) return date;
  const ends = [text.slice(0, ENDS), text.slice(-ENDS)];
  for (const stamp of STAMPS) {
    for (const end of ends) {
      const groups = stamp.exec(end)?.groups;
      if (groups === undefined) continue;
      const { y = groups['y2'], m = groups['m2'], d = groups['d2'] } = groups;
      return [y, m?.padStart(2, '0'), d?.padStart(2, '0')].join('-');
    }
  }
  return undefined;
});
