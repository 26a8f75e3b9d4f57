import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import type { Article } from '../article/article.ts';
import type { FileReading } from '../corpus/read-articles.ts';
import { openCheckedValues } from '../sqlite/checked-values.ts';
import type { ArticleStore } from './article-store.ts';
import { articleValues } from './article-values.ts';
import { BATCH, corpusValues } from './corpus-values.ts';
import { VALUE_NAMES, type ValueName } from './derived-values.ts';
import { holdArticles } from './held-articles.ts';
import { type ArticleHead, headOf, packBody, packHead } from './packed-article.ts';
import {
  bodyOf,
  fileIn,
  HASH,
  isOfAll,
  keyOfFile,
  nameIn,
  ownerOf,
  type StoredCorpus,
  type StoredFile,
  type StoredFolder,
  type StoredHeads,
  type StoredReading,
  sha1,
} from './stored-values.ts';
import { type TagOf, tagOf } from './value-tag.ts';

/** States of the folder before the present one whose articles stay in the store. */
const STATES_BEFORE = 2;

/** How an article store is opened. */
export interface StoreOptions {
  /** Stores nothing and trusts the file: for a file that another process has just sealed. */
  readonly readOnly?: boolean;
  /**
   * The file in which a store that is only read keeps the values that this process derives, one by
   * one as they are asked for; they are lost with the process unless given.
   */
  readonly derivedFile?: string;
  /** The tags of the values' versions; other than the default in tests alone. */
  readonly tag?: TagOf;
}

/**
 * Opens the article store in `file`, which is made when missing. A stored value counts only where
 * its checksum holds.
 * @param warn told in one line why values can no longer be stored; the store then works from memory
 */
export function openArticleStore(
  file: string,
  warn: (line: string) => void,
  { readOnly = false, derivedFile, tag = tagOf }: StoreOptions = {},
): ArticleStore {
  const values = openCheckedValues(file, warn, readOnly);
  const derived = derivedFile === undefined ? undefined : openCheckedValues(derivedFile, warn);
  const id = idOf(file);
  const held = holdArticles(values, file);
  /**
   * Keys of the readings and articles that this process has found or stored; all others are older.
   */
  const used = new Set<string>();
  /** Names of the files that this process has asked for. */
  const files = new Set<string>();
  /** The hash of the corpus remembered last, and of the version of each kind of value. */
  let state: string | undefined;
  const keyOf = (name: ValueName) => `${name}@${tag(name)}`;
  const current: ReadonlySet<string> = new Set(VALUE_NAMES.map(keyOf));
  const tags = [...current].join();
  const stateWith = (hash: string) => sha1(`${tags} ${hash}`);

  function reading(key: string): FileReading | undefined {
    const kept = values.get(key) as StoredReading | undefined;
    if (kept === undefined) return undefined;
    const articles = kept.articles.flatMap((at) => {
      const head = values.get(at) as ArticleHead | undefined;
      // An article counts only with its body, which is read later.
      return head === undefined || !values.has(bodyOf(at)) ? [] : [held.hold(at, head)];
    });
    if (articles.length < kept.articles.length) return undefined;
    for (const one of [key, ...kept.articles]) used.add(one);
    return { articles, problems: kept.problems };
  }

  const storedCorpus = () => values.get('corpus') as StoredCorpus | undefined;
  const storedHash = () => values.get(HASH) as string | undefined;
  function fileAt(name: string): StoredFile | undefined {
    files.add(name);
    return values.get(keyOfFile(name)) as StoredFile | undefined;
  }

  const hashes = new WeakMap<readonly Article[], string>();
  /** A hash of these articles by their keys; undefined where one of them is not of this store. */
  function stateOf(articles: readonly Article[]): string | undefined {
    const known = hashes.get(articles);
    if (known !== undefined) return known;
    const own = articles.map(held.keyOf);
    if (own.includes(undefined)) return undefined;
    const hash = sha1(own.join());
    hashes.set(articles, hash);
    return hash;
  }

  /** Drops what was derived of articles that are gone, or by other versions of the code. */
  function dropOutdated(): void {
    derived?.drop((key) => current.has(nameIn(key) ?? '') && held.holds(ownerOf(key)));
  }

  return {
    async open(articles) {
      for (const article of articles) {
        const key = held.keyOf(article);
        if (key !== undefined) held.open(key);
      }
    },
    find: reading,
    keep(hash, { articles, problems }) {
      const own = articles.map((article) => {
        const head = JSON.stringify(headOf(article));
        const body = JSON.stringify(packBody(article));
        // The key is a hash of the content, so that an article stays the same when others of its
        // file change.
        const at = sha1(`[${head},${body}]`);
        values.putText(at, head);
        values.putText(bodyOf(at), body);
        if (values.waiting >= BATCH) values.write();
        return at;
      });
      values.put(hash, { articles: own, problems } satisfies StoredReading);
      if (!values.works) return { articles, problems };
      for (const one of [hash, ...own]) used.add(one);
      const opened = articles.map((article, at) => held.hold(own[at] ?? '', headOf(article)));
      return { articles: opened, problems };
    },
    at(name, stamp) {
      const kept = fileAt(name);
      return kept?.stamp === stamp ? reading(kept.reading) : undefined;
    },
    last(name) {
      const kept = fileAt(name);
      return kept && reading(kept.reading);
    },
    note(name, stamp, hash) {
      files.add(name);
      values.put(keyOfFile(name), { stamp, reading: hash } satisfies StoredFile);
    },
    corpus() {
      const kept = idOf(file) === id ? storedCorpus() : undefined;
      if (kept === undefined) return undefined;
      const hash = storedHash() ?? sha1(kept.articles.join());
      const articles = held.holdOnly(kept.articles, () => {
        const all = values.get('heads') as StoredHeads | undefined;
        return all?.hash === hash ? all.heads : [];
      });
      if (articles === undefined) return undefined;
      dropOutdated();
      hashes.set(articles, hash);
      state = stateWith(hash);
      return { articles, problems: kept.problems };
    },
    remember({ articles, problems }) {
      const now = articles.flatMap((article) => held.keyOf(article) ?? []);
      if (now.length < articles.length) return false;
      const hash = sha1(now.join());
      hashes.set(articles, hash);
      state = stateWith(hash);
      const last = storedCorpus();
      const isSame = last?.articles.join() === now.join();
      const isOfSameCode = values.get('tags') === tags;
      if (!isOfSameCode) values.put('tags', tags);
      const lastStates = last === undefined ? [] : [last.articles, ...last.before];
      const before = isSame ? last.before : lastStates.slice(0, STATES_BEFORE);
      const next = { articles: now, problems, before } satisfies StoredCorpus;
      if (JSON.stringify(next) !== JSON.stringify(last)) values.put('corpus', next);
      if (storedHash() !== hash) values.put(HASH, hash);
      if (!isSame)
        values.put('heads', { hash, heads: articles.map(packHead) } satisfies StoredHeads);
      values.write();
      if (!isSame || !isOfSameCode) {
        const needed = new Set([...used, ...before.flat()]);
        values.drop((key) => {
          const name = fileIn(key);
          if (name !== undefined) return files.has(name);
          const value = nameIn(key);
          if (value !== undefined && !current.has(value)) return false;
          return isOfAll(key) || needed.has(ownerOf(key));
        });
      }
      return values.works;
    },
    isDone: (step) => state !== undefined && values.get(`done ${step}`) === state,
    finish: (step) => values.put(`done ${step}`, state),
    ...articleValues(values, derived, { keyOf, articleKey: held.keyOf }),
    ...corpusValues(values, () => values.works && !readOnly, {
      keyOf,
      hashOf: (articles) => stateOf(articles) ?? contentHash(articles),
    }),
    stateOf,
    noteFolder(stamp) {
      const hash = storedHash();
      if (hash !== undefined) values.put('folder', { stamp, hash } satisfies StoredFolder);
    },
    holdsFolder(stamp) {
      if (values.get('tags') !== tags) return false;
      const folder = values.get('folder') as StoredFolder | undefined;
      return folder?.stamp === stamp && folder.hash === storedHash();
    },
    seal: values.seal,
    close() {
      values.close();
      derived?.close();
    },
  };
}

/** A hash of articles that are not stored. */
function contentHash(articles: readonly Article[]): string {
  const hash = createHash('sha1');
  for (const { id, digest, date = '' } of articles) hash.update(`${id}\n${digest} ${date}\n`);
  return hash.digest('hex');
}

/**
 * The inode of the file, which tells it from another one of its name; undefined where there is
 * none.
 */
function idOf(file: string): number | undefined {
  return existsSync(file) ? statSync(file).ino : undefined;
}
