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
export function headOf(article: Article): ArticleHead {
  const { id, file, digest, title, date, source, recognized, head } = article;
  return {
    id,
    file,
    digest,
    title,
    ...(date !== undefined && { date }),
    ...(source !== undefined && { source }),
    ...(recognized && { recognized }),
    head,
  };
}

/**
 * The form in which the heads of a whole corpus are stored. The facts of a head are left out: most
 * articles are never asked for theirs, and in memory they would be half of all heads.
 */
export type PackedHead = readonly [
  id: string,
  file: string,
  digest: string,
  title: string,
  date: string | 0,
  source: string | 0,
  recognized: 0 | 1,
];

/** The fields of a head that are held in memory. */
export type HeldHead = Omit<ArticleHead, 'head'>;

export function packHead(article: Article): PackedHead {
  const { id, file, digest, title, date = 0, source = 0, recognized } = article;
  return [id, file, digest, title, date, source, recognized ? 1 : 0];
}

export function unpackHead([
  id,
  file,
  digest,
  title,
  date,
  source,
  recognized,
]: PackedHead): HeldHead {
  return {
    id,
    file,
    digest,
    title,
    ...(date !== 0 && { date }),
    ...(source !== 0 && { source }),
    ...(recognized === 1 && { recognized: true as const }),
  };
}

/** Reads what is not held of an article: one for all articles of a store. */
export interface ArticleOpener {
  facts(article: Article): ArticleHead['head'];
  body(article: Article): ArticleBody;
}

const OPENER = Symbol('opener');

interface Lazy extends Article {
  readonly [OPENER]: ArticleOpener;
}

/**
 * The fields that are read when they are asked for. All articles share these functions: with some of
 * its own each article takes a kilobyte, and a corpus may have hundreds of thousands.
 */
const READ_LATER: PropertyDescriptorMap & ThisType<Lazy> = {
  head: {
    enumerable: true,
    get() {
      return this[OPENER].facts(this);
    },
  },
  text: {
    enumerable: true,
    get() {
      return this[OPENER].body(this).text;
    },
  },
  headings: {
    enumerable: true,
    get() {
      return this[OPENER].body(this).headings;
    },
  },
  paragraphs: {
    enumerable: true,
    get() {
      return this[OPENER].body(this).paragraphs;
    },
  },
  furniture: {
    enumerable: true,
    get() {
      return this[OPENER].body(this).furniture;
    },
  },
};

/**
 * An article whose body is read from where it is kept whenever it is needed, and is not held. Retrieving a
 * question's paragraphs opens their articles ahead, but indexing, figures and folding go through the
 * whole corpus: an embedded store, which reads without waiting, gives them one body at a time.
 */
export function lazyArticle(head: HeldHead, opener: ArticleOpener): Article {
  const { id, file, digest, title, date, source, recognized } = head;
  // field by field and in one order, so that all articles have the same few shapes
  const article: { -readonly [Field in keyof HeldHead]: HeldHead[Field] } = {
    id,
    file,
    digest,
    title,
  };
  Object.defineProperty(article, OPENER, { value: opener });
  Object.defineProperties(article, READ_LATER);
  if (date !== undefined) article.date = date;
  if (source !== undefined) article.source = source;
  if (recognized) article.recognized = recognized;
  return article as Article;
}
