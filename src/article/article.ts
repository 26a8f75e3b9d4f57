import type { Span } from '../util/span.ts';

/** A whole sentence with its closing marks, e.g. `“……。”他说。`; `span` is into the article's text. */
export interface Sentence {
  readonly span: Span;
}

/** One quotable block of running text, a list item or a table row. */
export interface Paragraph {
  /** Counts from 1 over the quotable paragraphs of the article: its place in the list, and one. */
  readonly number: number;
  readonly span: Span;
  readonly sentences: readonly Sentence[];
  /**
   * The nearest heading above, as shown to people: its lines joined, white space between them
   * dropped.
   */
  readonly heading?: string;
  /** The page of a paged file (PDF) on which it begins, from 1. */
  readonly page?: number;
  /** The cells, where the paragraph is the row of a table. */
  readonly row?: TableRow;
}

/** A row of a table; all spans are into the article's text. */
export interface TableRow {
  readonly cells: readonly TableCell[];
  /** The lines above that hold for the whole table: 表1 各省技术合同; 单位：亿元. */
  readonly captions: readonly Span[];
}

export interface TableCell {
  readonly span: Span;
  /** The header cells above it, from the top; [] in a table without headers. */
  readonly above: readonly Span[];
  /** The cells that name the row it stands in, from the left: 江苏. */
  readonly beside: readonly Span[];
}

export interface Heading {
  readonly text: string;
  readonly span: Span;
  /** 1 for the highest level under the title. */
  readonly level: number;
}

/**
 * A part of the page that is no part of the article: share bars, captions, editors' lines, related
 * links.
 */
export interface Furniture {
  readonly span: Span;
  /** The name of the rule that left it out. */
  readonly rule: string;
}

export type HeadField =
  | 'title'
  | 'date'
  | 'source'
  | 'author'
  | 'editor'
  | 'url'
  | 'language'
  /** The meeting at which a speech was given, e.g. `第十三届全国人民代表大会第四次会议`. */
  | 'occasion';

/** A statement of the article's head, foot or front matter about the article itself. */
export interface HeadFact {
  readonly field: HeadField;
  /** The value alone, e.g. `2023-06-01` or `交汇点`; a date as ISO 8601. */
  readonly value: string;
  /** The very characters of the value in the article. */
  readonly span: Span;
  /** The whole line that holds it: what is quoted when somebody asks for it. */
  readonly line: Span;
}

export interface Article {
  /**
   * Unique in the corpus: the file's name without its extension, or what a line of .jsonl gives.
   */
  readonly id: string;
  /** The file, relative to the corpus folder. */
  readonly file: string;
  /** Equal where id, title, text, paragraphs and their headings are: 40 hexadecimal digits. */
  readonly digest: string;
  /**
   * All offsets are into it. Of plain text and Markdown the decoded file with line ends as LF and
   * nothing else changed; of other formats the text read out of the file.
   */
  readonly text: string;
  readonly title: string;
  /**
   * ISO 8601 day of publication, e.g. `2023-06-01`, or year where only that is known (`2019`); what
   * 去年 and 今年 are read against.
   */
  readonly date?: string;
  readonly source?: string;
  readonly head: readonly HeadFact[];
  readonly headings: readonly Heading[];
  readonly paragraphs: readonly Paragraph[];
  readonly furniture: readonly Furniture[];
}

/** A file that could not be read as an article, or only with a loss worth saying. */
export interface CorpusProblem {
  readonly file: string;
  /** `error`: the file is left out. `warning`: it is loaded. */
  readonly severity: 'error' | 'warning';
  /** One line that says what is wrong and what to do about it. */
  readonly message: string;
}

export interface Corpus {
  readonly articles: readonly Article[];
  readonly problems: readonly CorpusProblem[];
  /** Number of the folder's articles that are still to be indexed; 0 unless given. */
  readonly unread?: number;
}
