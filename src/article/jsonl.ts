import { type Span, span } from '../offset.ts';
import { trimSpan } from './characters.ts';
import { readDate, readReportYear } from './dates.ts';
import { splitSentences } from './sentences.ts';
import type { Article, CorpusProblem, HeadFact, Paragraph } from './types.ts';

/** The file that holds a whole corpus, one article a line. */
export const JSONL_FILE = 'articles.jsonl';

/**
 * Reads articles of the form `{"id","title","paragraphs":[…]}`, one a line. The text of such an
 * article is its title and paragraphs with blank lines between; each given paragraph is one
 * Paragraph as it stands. `date` and `source` may be given too; they are no part of the text, so
 * they date the article without being quotable. A line that is no such object is a problem.
 */
export function readJsonl(content: string): { articles: Article[]; problems: CorpusProblem[] } {
  const articles: Article[] = [];
  const problems: CorpusProblem[] = [];
  for (const [i, line] of content.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line);
    if (typeof read !== 'string') articles.push(read);
    else
      problems.push({
        file: JSONL_FILE,
        severity: 'error',
        message: `${JSONL_FILE}:${i + 1} ${read}; write {"id":"…","title":"…","paragraphs":["…"]}`,
      });
  }
  return { articles, problems };
}

/** The article of one line, or what is wrong with it. */
function readLine(line: string): Article | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'is not JSON';
  }
  if (typeof value !== 'object' || value === null) return 'is no object';
  const { id, title, paragraphs, date, source } = value as Record<string, unknown>;
  if (typeof id !== 'string' || id === '') return 'has no "id"';
  if (typeof title !== 'string') return 'has no "title"';
  if (!Array.isArray(paragraphs) || !paragraphs.every((each) => typeof each === 'string'))
    return 'has no list of strings "paragraphs"';
  // half of a character (\ud800 without its other half) can be shown nowhere
  if ([title, ...paragraphs].some((each) => /\p{Cs}/u.test(each))) return 'holds half a character';
  const given = typeof date === 'string' ? readDate(date) : undefined;
  const day = given ?? readReportYear(title);
  return {
    ...build(id, clean(title), paragraphs.map(clean)),
    ...(day === undefined ? {} : { date: day }),
    ...(typeof source === 'string' ? { source } : {}),
  };
}

function build(id: string, title: string, given: readonly string[]): Article {
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
  const head = titleFact(title, trimSpan(text, 0, title.length));
  return { id, file: JSONL_FILE, text, title, head, headings: [], paragraphs, furniture: [] };
}

function titleFact(title: string, at: Span | undefined): HeadFact[] {
  if (at === undefined) return [];
  return [
    {
      field: 'title',
      value: title.slice(at.start, at.end),
      span: at,
      line: span(at.start, at.end),
    },
  ];
}

function clean(text: string): string {
  return text.replace(/\r\n?/gu, '\n');
}
