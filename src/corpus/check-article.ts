import type { Article } from '../article/article.ts';
import { likeness } from '../article/text/decode.ts';
import { slice } from '../util/span.ts';

/**
 * Likeness to Chinese below which a text of at least `ENOUGH` characters is garbled or another
 * language.
 */
const GARBLED = 0.35;
const ENOUGH = 40;

/** Characters that wrong decoding leaves behind, once or twice over. */
const DAMAGE =
  /\ufffd|锟斤拷|烫烫烫|屯屯屯|(?:[ÃÂäåæçèé][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){3}/u;

/** Words for a time that only the article's date resolves. */
const RELATIVE =
  /去年|今年|前年|明年|上年|本年度?|本月|上月|昨天|昨日|今天|今日|近[两三四五六七八九十\d]+年/u;

/** Length at which a title is taken from a paragraph: the article has none of its own. */
const LONGEST_TITLE = 60;

/** Faults of a loaded article that its operator can mend, one line each with the remedy. */
export function checkArticle(article: Article): string[] {
  const body = article.paragraphs.map(({ span }) => slice(article.text, span)).join('\n');
  const faults: string[] = [];
  const relative = RELATIVE.exec(body)?.[0];
  if (article.date === undefined)
    faults.push(
      relative === undefined
        ? 'names no date; add date: 2023-06-01 in front matter'
        : `names no date, so that ${relative} cannot be resolved; add date: 2023-06-01 in front matter`,
    );
  if (!article.head.some(({ field }) => field === 'title'))
    faults.push('has no title; add title: … in front matter');
  else if (article.title.length >= LONGEST_TITLE)
    faults.push('has a paragraph for a title; add title: … in front matter');
  const damage = DAMAGE.exec(body)?.[0];
  if (damage !== undefined)
    faults.push(`holds garbled characters (${damage}); save it again from its source`);
  else if (body.length >= ENOUGH && isGarbled(body))
    faults.push('reads like no Chinese text; if it is garbled, save it again from its source');
  const bare = article.paragraphs.find(({ row }) =>
    row?.cells.every(({ above }) => above.length === 0),
  );
  if (bare !== undefined)
    faults.push(
      `has a table without a header (paragraph ${bare.number}), so that its figures have no names; add a row that names the columns`,
    );
  return faults;
}

function isGarbled(text: string): boolean {
  const beyond = text.replace(/[\0-\u007f]/gu, '');
  return beyond.length >= ENOUGH && likeness(text) < GARBLED;
}
