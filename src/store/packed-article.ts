import type { Article, Paragraph, TableRow } from '../article/article.ts';
import { type Span, span } from '../util/span.ts';

type BodyField = 'text' | 'headings' | 'paragraphs' | 'furniture';

/** The fields of an article that are read without its body, as for a list of articles. */
export type ArticleHead = Omit<Article, BodyField>;

/** The fields of an article that hold its text and the spans in it. */
export type ArticleBody = Pick<Article, BodyField>;

/** The form in which a body is stored: its spans, which are most of it, as plain numbers. */
export interface PackedBody extends Omit<ArticleBody, 'paragraphs'> {
  readonly paragraphs: readonly PackedParagraph[];
}

/** A paragraph's start and end, its sentences' starts and ends in turn, and its optional fields. */
type PackedParagraph = readonly [
  start: number,
  end: number,
  sentences: readonly number[],
  more?: { readonly heading?: string; readonly page?: number; readonly row?: TableRow },
];

export function packBody({ text, headings, paragraphs, furniture }: Article): PackedBody {
  return { text, headings, furniture, paragraphs: paragraphs.map(packParagraph) };
}

function packParagraph({ number: _, span: at, sentences, ...more }: Paragraph): PackedParagraph {
  const places = sentences.flatMap((sentence) => [sentence.span.start, sentence.span.end]);
  return Object.keys(more).length === 0
    ? [at.start, at.end, places]
    : [at.start, at.end, places, more];
}

export function unpackBody({ paragraphs, ...body }: PackedBody): ArticleBody {
  return {
    ...body,
    paragraphs: paragraphs.map(([start, end, places, more], index) => ({
      number: index + 1,
      span: span(start, end),
      sentences: spansOf(places).map((at) => ({ span: at })),
      ...more,
    })),
  };
}

function spansOf(places: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at + 1 < places.length; at += 2)
    spans.push(span(places[at] ?? 0, places[at + 1] ?? 0));
  return spans;
}

/** The head of an article, copied field by field so that the body is not read. */
export function headOf({ id, file, digest, title, date, source, head }: Article): ArticleHead {
  return {
    id,
    file,
    digest,
    title,
    ...(date !== undefined && { date }),
    ...(source !== undefined && { source }),
    head,
  };
}

/** The form in which the heads of a whole corpus are stored; the facts as JSON, which few are asked for. */
export type PackedHead = readonly [
  id: string,
  file: string,
  digest: string,
  title: string,
  facts: string,
  date: string | 0,
  source: string | 0,
];

export function packHead(article: Article): PackedHead {
  const { id, file, digest, title, date = 0, source = 0, head } = article;
  return [id, file, digest, title, JSON.stringify(head), date, source];
}

/** The head of a packed article, whose facts are read when they are asked for. */
export function unpackHead([
  id,
  file,
  digest,
  title,
  facts,
  date,
  source,
]: PackedHead): ArticleHead {
  return {
    id,
    file,
    digest,
    title,
    ...(date !== 0 && { date }),
    ...(source !== 0 && { source }),
    get head() {
      return JSON.parse(facts) as ArticleHead['head'];
    },
  };
}

/**
 * An article whose body is read from where it is kept whenever it is needed, and is not held. Retrieving a
 * question's paragraphs opens their articles ahead, but indexing, figures and folding go through the
 * whole corpus: an embedded store, which reads without waiting, gives them one body at a time.
 */
export function lazyArticle(head: ArticleHead, open: () => ArticleBody): Article {
  const { id, file, digest, title, date, source } = head;
  // field by field, for a corpus may have hundreds of thousands, and spreading each takes a second
  const article: { -readonly [Field in keyof Article]: Article[Field] } = {
    id,
    file,
    digest,
    title,
    get head() {
      return head.head;
    },
    get text() {
      return open().text;
    },
    get headings() {
      return open().headings;
    },
    get paragraphs() {
      return open().paragraphs;
    },
    get furniture() {
      return open().furniture;
    },
  };
  if (date !== undefined) article.date = date;
  if (source !== undefined) article.source = source;
  return article;
}
