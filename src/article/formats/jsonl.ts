import { type Span, span } from '../../util/span.ts';
import type { Article, HeadFact, Paragraph } from '../article.ts';
import { withDigest } from '../digest.ts';
import { TITLE_LIMIT } from '../head/title.ts';
import { readDate, readReportYear } from '../text/dates.ts';
import { decode } from '../text/decode.ts';
import { trimSpan } from '../text/punctuation.ts';
import { splitSentences } from '../text/sentences.ts';

/** Number of a file's faults that are reported one by one; the others are counted. */
const FAULTS = 5;

export interface JsonlReading {
  readonly articles: readonly Article[];
  /** The faults as complete messages of one line each. */
  readonly faults: readonly string[];
}

/**
 * Reads articles of the form `{"id","title","paragraphs":[…]}`, one a line. The text of such an
 * article is its title and paragraphs with blank lines between; each given paragraph is one
 * Paragraph as it stands. Where no title is given, the first words stand in for it. `date` and `source` may be given too; they are no part of the text, so
 * they date the article without being quotable. A line that is no such object is a fault.
 */
export function readJsonl(file: string, bytes: Uint8Array): JsonlReading {
  const decoded = decode(bytes);
  if (!decoded.ok) return { articles: [], faults: [`${file} ${decoded.reason}`] };
  const content = decoded.text;
  const articles: Article[] = [];
  const faults: string[] = [];
  let count = 0;
  for (let from = 0, number = 1; from < content.length; number++) {
    let to = content.indexOf('\n', from);
    if (to < 0) to = content.length;
    const line = content.slice(from, to);
    from = to + 1;
    if (line.trim() === '') continue;
    const read = readLine(file, line);
    if (typeof read !== 'string') articles.push(read);
    else if (++count <= FAULTS)
      faults.push(`${file}:${number} ${read}; write {"id":"…","title":"…","paragraphs":["…"]}`);
  }
  if (count > FAULTS)
    faults.push(
      `${file} has ${count - FAULTS} more lines that are no articles; mend or remove them`,
    );
  return { articles, faults };
}

/** The article of one line, or what is wrong with it. */
function readLine(file: string, line: string): Article | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'is not JSON';
  }
  if (typeof value !== 'object' || value === null) return 'is no object';
  const { id, title, paragraphs, date, source } = value as Record<string, unknown>;
  if (typeof id !== 'string' || id === '') return 'has no "id"';
  if (title !== undefined && title !== null && typeof title !== 'string')
    return 'has a "title" that is no text';
  if (!Array.isArray(paragraphs) || !paragraphs.every((each) => typeof each === 'string'))
    return 'has no list of strings "paragraphs"';
  // half of a character (\ud800 without its other half) can be shown nowhere
  if ([title ?? '', ...paragraphs].some((each) => /\p{Cs}/u.test(each)))
    return 'holds half a character';
  const given = typeof date === 'string' ? readDate(date) : undefined;
  const article = build(file, id, clean(title ?? ''), paragraphs.map(clean));
  const day = given ?? readReportYear(article.title);
  return withDigest({
    ...article,
    ...(day === undefined ? {} : { date: day }),
    ...(typeof source === 'string' ? { source } : {}),
  });
}

function build(
  file: string,
  id: string,
  title: string,
  given: readonly string[],
): Omit<Article, 'digest'> {
  const isTitled = title.trim() !== '';
  const text = [title, ...given].join('\n\n');
  const paragraphs: Paragraph[] = [];
  let at = title.length;
  for (const each of given) {
    at += 2;
    const where = trimSpan(text, at, at + each.length);
    at += each.length;
    if (where === undefined) continue;
    paragraphs.push({
      number: paragraphs.length + 1,
      span: where,
      sentences: splitSentences(text, where),
    });
  }
  const named = isTitled ? trimSpan(text, 0, title.length) : firstWords(text, paragraphs);
  const head = titleFact(text, named);
  const shown = isTitled ? title : (head[0]?.value ?? id);
  return { id, file, text, title: shown, head, headings: [], paragraphs, furniture: [] };
}

/** What stands in for a title: as much of the first paragraph as a title may be long. */
function firstWords(text: string, [first]: readonly Paragraph[]): Span | undefined {
  if (first === undefined) return undefined;
  const { start, end } = first.span;
  const line = text.slice(start, Math.min(end, start + TITLE_LIMIT)).split('\n')[0] ?? '';
  return trimSpan(text, start, start + line.replace(/[\uD800-\uDBFF]$/u, '').length);
}

function titleFact(text: string, at: Span | undefined): HeadFact[] {
  if (at === undefined) return [];
  return [
    {
      field: 'title',
      value: text.slice(at.start, at.end),
      span: at,
      line: span(at.start, at.end),
    },
  ];
}

function clean(text: string): string {
  return text.replace(/\r\n?/gu, '\n');
}
