import type { Article } from '../article/article.ts';
import { paragraphText } from '../article/paragraph-text.ts';
import { publicUrl, sourceUrl } from '../article/source-url.ts';
import type { Passage } from '../reply/reply.ts';
import { digest } from '../util/digest.ts';

/** A place of an article: a paragraph, and the run of it that is quoted. */
export interface Place {
  readonly paragraph: number;
  /** UTF-16 units of the paragraph's text; the whole paragraph where unset. */
  readonly quoted?: readonly [start: number, end: number];
}

/** Hexadecimal digits of an article's digest in an address: of a billion articles no two collide. */
const DIGITS = 16;

/** The name of an article's state in an address: it changes with the article. */
export function versionOf({ digest }: Pick<Article, 'digest'>): string {
  return digest.slice(0, DIGITS);
}

/** `/a/ID`: the article as it is now. */
export function articlePath({ id }: Pick<Article, 'id'>): string {
  // a bracket would end the address where one is written between brackets
  return `/a/${encodeURIComponent(id).replace(/[()]/g, (char) => `%${char.charCodeAt(0).toString(16)}`)}`;
}

/**
 * The permanent address of a place, `/a/ID@HASH#p17,120-164`. A fragment is not sent to the server:
 * its query says the same once more, with a digest of the quoted characters, so that the place is
 * marked without a script and a change is found.
 */
export function placePath(article: Article, { paragraph, quoted }: Place): string {
  const at = `${articlePath(article)}@${versionOf(article)}`;
  if (quoted === undefined) return `${at}#p${paragraph}`;
  const [start, end] = quoted;
  const words = (paragraphText(article, paragraph) ?? '').slice(start, end);
  const quote = [paragraph, start, end, digest(words).toString(36)].join('-');
  return `${at}?quote=${quote}#p${paragraph},${start}-${end}`;
}

/** The place of a run of an article's text, such as a passage or a figure. */
export function placeOf(
  { paragraphs }: Article,
  {
    paragraph,
    start,
    end,
  }: { readonly paragraph: number; readonly start: number; readonly end: number },
): Place {
  const from = paragraphs.find(({ number }) => number === paragraph)?.span.start;
  // the lines of an article's head are quoted whole
  return from === undefined || start >= end
    ? { paragraph }
    : { paragraph, quoted: [start - from, end - from] };
}

/** The place of a quotation from a passage. */
export function quotedPlace(
  article: Article,
  passage: Pick<Passage, 'paragraph' | 'start' | 'text'>,
  quotation: string,
): Place {
  const { paragraph, start, text } = passage;
  const at = quotation === '' ? -1 : text.indexOf(quotation);
  if (at < 0) return { paragraph };
  return placeOf(article, { paragraph, start: start + at, end: start + at + quotation.length });
}

/** The address that somebody who reads a citation can open; undefined where there is none. */
export type LinkTo = (article: Article, place: Place) => string | undefined;

/**
 * Leads to the place on the page, as exactly as a chat platform's limit of addresses allows; without
 * a page, and where the page has no address that others could open, to where the article was published.
 * @param webBaseUrl the address of the page, without a closing slash
 */
export function linksTo(webBaseUrl: string | undefined): LinkTo {
  return (article, place) => {
    if (webBaseUrl !== undefined)
      for (const path of [
        placePath(article, place),
        placePath(article, { paragraph: place.paragraph }),
        articlePath(article),
      ]) {
        const url = publicUrl(webBaseUrl + path);
        if (url !== undefined) return url;
      }
    return sourceUrl(article);
  };
}

/** A quotation as an address names it. */
export interface NamedQuote {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  /** The digest of the quoted characters. */
  readonly digest: number;
}

/** Reads the query of `placePath`; undefined for what it did not write. */
export function readQuote(text: string): NamedQuote | undefined {
  const read = /^(\d{1,6})-(\d{1,7})-(\d{1,7})-([0-9a-z]{1,7})$/.exec(text);
  if (read === null) return undefined;
  const [paragraph = 0, start = 0, end = 0] = read.slice(1, 4).map(Number);
  if (start >= end) return undefined;
  return { paragraph, start, end, digest: Number.parseInt(read[4] ?? '', 36) };
}

/** The id and version of `ID@HASH`; of an id without a version the id alone. */
export function readAddress(text: string): { readonly id: string; readonly version?: string } {
  const read = /^(.+)@([0-9a-f]{16})$/s.exec(text);
  const [, id, version] = read ?? [];
  return id === undefined || version === undefined ? { id: text } : { id, version };
}
