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

/** A paragraph this long is running text, and ends in a mark; where many do not, they were cut. */
const RUNNING = 15;
const IN_SENTENCE = /[\p{Script=Han}\p{L}\p{N}，、,（(“《]$/u;
const MANY_CUT = 5;
const SHARE_CUT = 0.3;

/** Faults of a loaded article that its operator can mend, one line each with the remedy. */
export function checkArticle(article: Article): string[] {
  const body = article.paragraphs.map(({ span }) => slice(article.text, span)).join('\n');
  const faults: string[] = [];
  const add = (field: string, value: string) => remedy(article.file, field, value);
  const relative = RELATIVE.exec(body)?.[0];
  if (article.date === undefined)
    faults.push(
      relative === undefined
        ? `names no date; ${add('date', '2023-06-01')}`
        : `names no date, so that ${relative} cannot be resolved; ${add('date', '2023-06-01')}`,
    );
  if (!article.head.some(({ field }) => field === 'title'))
    faults.push(`has no title; ${add('title', '…')}`);
  else if (article.title.length >= LONGEST_TITLE)
    faults.push(`has a paragraph for a title; ${add('title', '…')}`);
  const damage = DAMAGE.exec(body)?.[0];
  if (damage !== undefined)
    faults.push(`holds garbled characters (${damage}); save it again from its source`);
  else if (body.length >= ENOUGH && isGarbled(body))
    faults.push('reads like no Chinese text; if it is garbled, save it again from its source');
  const cut = cutParagraphs(article);
  if (cut !== undefined)
    faults.push(
      `has ${cut} paragraphs that end in mid-sentence; save the text from its source again, without hard line breaks`,
    );
  // a label and its value need no header
  const bare = article.paragraphs.find(
    ({ row }) =>
      row !== undefined &&
      row.cells.length > 2 &&
      row.cells.every(({ above }) => above.length === 0),
  );
  if (bare !== undefined)
    faults.push(
      `has a table without a header (paragraph ${bare.number}), so that its figures have no names; add a row that names the columns`,
    );
  return faults;
}

/** Whether an article is titled, and not named by its first paragraph. */
export function hasOwnTitle({ head, title }: Article): boolean {
  return head.some(({ field }) => field === 'title') && title.length < LONGEST_TITLE;
}

/** Where a fact is added that the file does not give: its format decides. */
function remedy(file: string, field: string, value: string): string {
  if (/\.jsonl$/iu.test(file)) return `add "${field}":"${value}" to its line`;
  if (/\.(?:txt|md)$/iu.test(file)) return `add ${field}: ${value} in front matter`;
  return `add ${field}: ${value} in a file ${file}.yaml beside it`;
}

/** How many paragraphs end in mid-sentence, where that is many. */
function cutParagraphs({ text, paragraphs }: Article): number | undefined {
  const running = paragraphs.flatMap(({ span, row }) =>
    row === undefined && span.end - span.start >= RUNNING ? [slice(text, span)] : [],
  );
  const cut = running.filter((words) => IN_SENTENCE.test(words)).length;
  return cut >= MANY_CUT && cut > running.length * SHARE_CUT ? cut : undefined;
}

function isGarbled(text: string): boolean {
  const beyond = text.replace(/[\0-\u007f]/gu, '');
  return beyond.length >= ENOUGH && likeness(text) < GARBLED;
}
