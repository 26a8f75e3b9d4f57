import { hash } from 'node:crypto';
import type { CorpusProblem } from '../article/article.ts';
import type { PackedHead } from './packed-article.ts';

/** Keys of values that belong to the corpus as a whole. */
const IS_OF_ALL = /^(?:corpus|folder|heads|tags|done|all)\b/;
/** The key of the hash of the present corpus's articles. */
export const HASH = 'corpus hash';
const FILE = /^file (.*)$/s;
/** The name and tag of a derived value, which end its key or begin that of a table's entry. */
const NAMED = /^all (\w+@\w+)| (\w+@\w+)$/;

/** The articles, by their keys, and the problems that one file was read as. */
export interface StoredReading {
  readonly articles: readonly string[];
  readonly problems: readonly CorpusProblem[];
}

/** The articles of a folder now and in its states before. */
export interface StoredCorpus extends StoredReading {
  /**
   * Keys of the articles of earlier states, the latest first: a bot may still be answering from
   * one.
   */
  readonly before: readonly (readonly string[])[];
}

/** The folder whose corpus was remembered last. */
export interface StoredFolder {
  readonly stamp: string;
  /** The hash of that corpus. */
  readonly hash: string;
}

/**
 * The heads of all articles of a corpus, in its order, in one value, which is faster to read than
 * thousands of small ones.
 */
export interface StoredHeads {
  /** The hash of the corpus. */
  readonly hash: string;
  readonly heads: readonly PackedHead[];
}

/** A file of the folder: its stamp when it was read, and the key of its reading. */
export interface StoredFile {
  readonly stamp: string;
  readonly reading: string;
}

/** The key of what is stored of a file of the folder. */
export function keyOfFile(name: string): string {
  return `file ${name}`;
}

/** The file that the value at a key is of; undefined where it is another value's. */
export function fileIn(key: string): string | undefined {
  return FILE.exec(key)?.[1];
}

/** The key of an article's body, by the article's own key. */
export function bodyOf(key: string): string {
  return `${key} body`;
}

/** The key of the reading or article that the value at a key belongs to. */
export function ownerOf(key: string): string {
  return key.split(' ', 1)[0] ?? '';
}

/** Whether the value at a key belongs to the corpus as a whole. */
export function isOfAll(key: string): boolean {
  return IS_OF_ALL.test(key);
}

/** The name and tag of the derived value at a key; undefined where it is another value's. */
export function nameIn(key: string): string | undefined {
  const [, ofTable, ofArticle] = NAMED.exec(key) ?? [];
  return ofTable ?? ofArticle;
}

/** The hash by which articles and corpora are told apart. */
export function sha1(text: string): string {
  return hash('sha1', text);
}
