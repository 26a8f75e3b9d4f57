import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import type { Article } from '../article/article.ts';
import { formatOf } from '../article/formats/index.ts';
import {
  type ArticleFiles,
  addressLine,
  type FolderFault,
  type Obstacle,
} from './change-folder.ts';
import { hasOwnTitle } from './check-article.ts';
import { createDocumentReader } from './document-reader.ts';
import { fileNameFor } from './file-name.ts';

/** A page as it came over the network. */
export interface FetchedPage {
  /** The address that it came from in the end. */
  readonly url: string;
  /** The media type that it was sent as, in small letters; '' where none was named. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Why a page could not be fetched. */
export type FetchFault =
  /** The address is none of a page: not http or https, or with a user name in it. */
  | 'address'
  /** It leads to an address that is not of the public internet. */
  | 'private'
  /** No connection, no such name, a broken certificate, too slow: `detail` says which. */
  | 'unreachable'
  /** The server answered with another status than success: `detail` is the status. */
  | 'status'
  /** It is larger than `PAGE_LIMIT`. */
  | 'size';

/** Why a page was not added to the folder. */
export type AddFault =
  | FetchFault
  | FolderFault
  /** What came is none of the formats that are read: `detail` is its media type. */
  | 'type'
  /** What came holds nothing that could be quoted: `detail` says what to do. */
  | 'unread'
  /** What is there keeps it out. */
  | Obstacle['fault'];

export interface Failed<Fault> {
  readonly ok: false;
  readonly fault: Fault;
  readonly detail?: string;
}

/** Fetches one page of the public internet: what adapters bring along, as it speaks to the outside. */
export type FetchPage = (
  address: string,
) => Promise<{ readonly ok: true; readonly page: FetchedPage } | Failed<FetchFault>>;

export interface AddedPage {
  readonly ok: true;
  /** The name of its file. */
  readonly file: string;
  readonly article: Article;
}

/** Bytes of the largest page that is fetched. */
export const PAGE_LIMIT = 10 * 1024 * 1024;

/** The endings of files by the media type that a page is sent as. */
const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/xhtml+xml': '.html',
  'text/plain': '.txt',
  'text/markdown': '.md',
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
};

/** Media types that say nothing of what is sent: the address's own ending is asked then. */
const VAGUE =
  /^(?:|application\/(?:octet-stream|x-download|force-download|zip)|binary\/octet-stream)$/;

/**
 * Fetches a page once and puts it among the articles' files as it came, with its address, date and
 * title in a file beside it. A page that cannot be read is not saved; nothing is put in the place of
 * another.
 */
export async function addPage(
  files: ArticleFiles,
  address: string,
  fetchPage: FetchPage,
): Promise<AddedPage | Failed<AddFault>> {
  const read = await readPage(files, address, fetchPage);
  return read.ok ? save(files, read) : read;
}

/** A page that was fetched and read, and is not among the files yet. */
export interface ReadPage {
  readonly ok: true;
  readonly article: Article;
  readonly bytes: Uint8Array;
  /** What the file beside it is to say. */
  readonly front: string;
  /** The name that its file is to have, without its ending, and the ending. */
  readonly name: string;
  readonly ending: string;
  /** What was lost in reading it, a line each. */
  readonly warnings: readonly string[];
}

/** Fetches a page that is not there yet, and reads it. */
export async function readPage(
  files: ArticleFiles,
  address: string,
  fetchPage: FetchPage,
): Promise<ReadPage | Failed<AddFault>> {
  const before = await files.obstacle([address]);
  if (before !== undefined) return { ok: false, ...before };
  const fetched = await fetchPage(address);
  if (!fetched.ok) return fetched;
  const { page } = fetched;
  const after = await files.obstacle([address, page.url]);
  if (after !== undefined) return { ok: false, ...after };
  const ending = endingOf(page);
  const file = `page${ending}`;
  const format = formatOf(file);
  if (ending === undefined || format === undefined)
    return { ok: false, fault: 'type', ...(page.type !== '' && { detail: page.type }) };
  const read = await createDocumentReader().read(format, {
    file,
    id: randomUUID(),
    bytes: page.bytes,
    front: `---\n${addressLine(page.url)}\n---\n`,
  });
  const [article] = read.articles;
  if (article === undefined) {
    const detail = read.problems[0]?.message.replace(/^\S+ /u, '');
    return { ok: false, fault: 'unread', ...(detail !== undefined && { detail }) };
  }
  return {
    ok: true,
    article,
    bytes: page.bytes,
    front: frontFor(page.url, article),
    name: fileNameFor(hasOwnTitle(article) ? article.title : '', page.url),
    ending,
    warnings: read.problems.map(({ message }) => message),
  };
}

/** Saves a page under its title; a number follows where another page has that name. */
async function save(
  files: ArticleFiles,
  { name, ending, bytes, front, article }: ReadPage,
): Promise<AddedPage | Failed<AddFault>> {
  for (let number = 1; number <= SAME_NAMED; number++) {
    const file = `${name}${number === 1 ? '' : ` ${number}`}${ending}`;
    const fault = await files.put(file, bytes, front);
    if (fault === undefined) return { ok: true, file, article };
    if (fault !== 'exists') return { ok: false, fault };
  }
  return { ok: false, fault: 'exists' };
}

/** Pages of one title that a folder may hold: a daily notice has the same one every day. */
const SAME_NAMED = 1000;

/** What the file beside a page says: its address, and of the rest what the page itself says. */
function frontFor(url: string, article: Article): string {
  const facts: [key: string, value: string | undefined][] = [
    ['url', url],
    ['title', hasOwnTitle(article) ? article.title : undefined],
    ['date', article.date],
    ['source', article.source],
  ];
  return facts
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${JSON.stringify(value)}\n`]))
    .join('');
}

/** The ending of the file that a page becomes; undefined where it is nothing that is read. */
function endingOf({ type, url, bytes }: FetchedPage): string | undefined {
  if (Object.hasOwn(ENDINGS, type)) return ENDINGS[type];
  if (!VAGUE.test(type)) return undefined;
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-') return '.pdf';
  const ending = extname(new URL(url).pathname).toLowerCase();
  return formatOf(`page${ending}`) === undefined ? undefined : ending;
}
