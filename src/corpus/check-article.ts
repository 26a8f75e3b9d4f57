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

/** A fact that a file does not give, and where it is added: its format decides. */
export interface MissingFact {
  /** A line of JSON, front matter, or a file `.yaml` beside it. */
  readonly place: 'line' | 'frontMatter' | 'beside';
  readonly file: string;
  readonly field: 'date' | 'title';
  readonly value: string;
}

/** What an operator can mend in a loaded article. */
export type ArticleFault =
  /** `relative` is a word that only the date resolves: 去年. */
  | { readonly kind: 'noDate'; readonly relative: string | undefined; readonly add: MissingFact }
  | { readonly kind: 'noTitle' | 'longTitle'; readonly add: MissingFact }
  | { readonly kind: 'garbled'; readonly characters: string }
  | { readonly kind: 'notChinese' }
  /** So many paragraphs end in mid-sentence. */
  | { readonly kind: 'cut'; readonly paragraphs: number }
  /** A table without a header begins at a paragraph. */
  | { readonly kind: 'bareTable'; readonly paragraph: number };

/** Faults of a loaded article that its operator can mend. */
export function articleFaults(article: Article): ArticleFault[] {
  const body = article.paragraphs.map(({ span }) => slice(article.text, span)).join('\n');
  const faults: ArticleFault[] = [];
  const missing = (field: MissingFact['field'], value: string): MissingFact => ({
    place: placeOf(article.file),
    file: article.file,
    field,
    value,
  });
  if (article.date === undefined)
    faults.push({
      kind: 'noDate',
      relative: RELATIVE.exec(body)?.[0],
      add: missing('date', '2023-06-01'),
    });
  if (!article.head.some(({ field }) => field === 'title'))
    faults.push({ kind: 'noTitle', add: missing('title', '…') });
  else if (article.title.length >= LONGEST_TITLE)
    faults.push({ kind: 'longTitle', add: missing('title', '…') });
  const damage = DAMAGE.exec(body)?.[0];
  if (damage !== undefined) faults.push({ kind: 'garbled', characters: damage });
  else if (body.length >= ENOUGH && isGarbled(body)) faults.push({ kind: 'notChinese' });
  const cut = cutParagraphs(article);
  if (cut !== undefined) faults.push({ kind: 'cut', paragraphs: cut });
  // a label and its value need no header
  const bare = article.paragraphs.find(
    ({ row }) =>
      row !== undefined &&
      row.cells.length > 2 &&
      row.cells.every(({ above }) => above.length === 0),
  );
  if (bare !== undefined) faults.push({ kind: 'bareTable', paragraph: bare.number });
  return faults;
}

/** The faults of an article for its operator's terminal, one line each with the remedy. */
export function checkArticle(article: Article): string[] {
  return articleFaults(article).map(faultLine);
}

function faultLine(fault: ArticleFault): string {
  switch (fault.kind) {
    case 'noDate':
      return fault.relative === undefined
        ? `names no date; ${remedy(fault.add)}`
        : `names no date, so that ${fault.relative} cannot be resolved; ${remedy(fault.add)}`;
    case 'noTitle':
      return `has no title; ${remedy(fault.add)}`;
    case 'longTitle':
      return `has a paragraph for a title; ${remedy(fault.add)}`;
    case 'garbled':
      return `holds garbled characters (${fault.characters}); save it again from its source`;
    case 'notChinese':
      return 'reads like no Chinese text; if it is garbled, save it again from its source';
    case 'cut':
      return `has ${fault.paragraphs} paragraphs that end in mid-sentence; save the text from its source again, without hard line breaks`;
    case 'bareTable':
      return `has a table without a header (paragraph ${fault.paragraph}), so that its figures have no names; add a row that names the columns`;
  }
}

/** Whether an article is titled, and not named by its first paragraph. */
export function hasOwnTitle({ head, title }: Article): boolean {
  return head.some(({ field }) => field === 'title') && title.length < LONGEST_TITLE;
}

function remedy({ place, file, field, value }: MissingFact): string {
  switch (place) {
    case 'line':
      return `add "${field}":"${value}" to its line`;
    case 'frontMatter':
      return `add ${field}: ${value} in front matter`;
    case 'beside':
      return `add ${field}: ${value} in a file ${file}.yaml beside it`;
  }
}

function placeOf(file: string): MissingFact['place'] {
  if (/\.jsonl$/iu.test(file)) return 'line';
  return /\.(?:txt|md)$/iu.test(file) ? 'frontMatter' : 'beside';
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
