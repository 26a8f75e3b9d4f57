import { createHash, hash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { Article, CorpusProblem } from '../article/article.ts';
import type { FileReading } from '../corpus/read-articles.ts';
import { openCheckedValues } from '../sqlite/checked-values.ts';
import { YuanwenError } from '../util/errors.ts';
import type { ArticleStore } from './article-store.ts';
import { BATCH, corpusValues } from './corpus-values.ts';
import { VALUE_NAMES, type ValueName } from './derived-values.ts';
import { stateFile } from './file-names.ts';
import {
  type ArticleBody,
  type ArticleHead,
  type ArticleOpener,
  type HeldHead,
  headOf,
  lazyArticle,
  type PackedBody,
  type PackedHead,
  packBody,
  packHead,
  unpackBody,
  unpackHead,
} from './packed-article.ts';
import { type TagOf, tagOf } from './value-tag.ts';

/** Total bytes of a folder's files below which reading them costs less than opening a store. */
const WORTH_STORING = 500_000;
/** UTF-16 units of the texts held in memory: some 8 MB with the spans of their sentences. */
const UNITS_HELD = 1_000_000;
/** UTF-16 units that the longest article counts for, so that at least eight articles are held. */
const UNITS_COUNTED = UNITS_HELD / 8;
/** States of the folder before the present one whose articles stay in the store. */
const STATES_BEFORE = 2;
/** Up to so many new articles, heads are read one by one; above that, all in one value. */
const FEW = 100;

/**
 * The file that stores the articles of the folder `corpus`; undefined where the folder is so small
 * that reading it costs less, or cannot be listed.
 */
export function articleStoreFile(stateDir: string, corpus: string): string | undefined {
  let size = 0;
  try {
    for (const name of readdirSync(corpus)) {
      size += statSync(join(corpus, name), { throwIfNoEntry: false })?.size ?? 0;
      if (size >= WORTH_STORING) return stateFile(stateDir, 'articles', corpus);
    }
  } catch {
    // The code that reads the folder reports what is wrong with it.
  }
  return undefined;
}

/** Keys of values that belong to the corpus as a whole. */
const IS_OF_ALL = /^(?:corpus|folder|heads|tags|done|all)\b/;
/** The key of the hash of the present corpus's articles. */
const HASH = 'corpus hash';
const FILE = /^file (.*)$/s;
/** The name and tag of a derived value, which end its key or begin that of a table's entry. */
const NAMED = /^all (\w+@\w+)| (\w+@\w+)$/;

/** The articles, by their keys, and the problems that one file was read as. */
interface StoredReading {
  readonly articles: readonly string[];
  readonly problems: readonly CorpusProblem[];
}

/** The articles of a folder now and in its states before. */
interface StoredCorpus extends StoredReading {
  /**
   * Keys of the articles of earlier states, the latest first: a bot may still be answering from
   * one.
   */
  readonly before: readonly (readonly string[])[];
}

/** The folder whose corpus was remembered last. */
interface StoredFolder {
  readonly stamp: string;
  /** The hash of that corpus. */
  readonly hash: string;
}

/**
 * The heads of all articles of a corpus, in its order, in one value, which is faster to read than
 * thousands of small ones.
 */
interface StoredHeads {
  /** The hash of the corpus. */
  readonly hash: string;
  readonly heads: readonly PackedHead[];
}

/** A file of the folder: its stamp when it was read, and the key of its reading. */
interface StoredFile {
  readonly stamp: string;
  readonly reading: string;
}

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
  const keys = new WeakMap<Article, string>();
  let opened = new Map<string, Article>();
  const bodies = new LRUCache<string, ArticleBody>({
    maxSize: UNITS_HELD,
    sizeCalculation: ({ text }) => Math.min(text.length + 1, UNITS_COUNTED),
  });
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

  function open(key: string): ArticleBody {
    let body = bodies.get(key);
    if (body === undefined) {
      const packed = values.get(bodyOf(key)) as PackedBody | undefined;
      if (packed === undefined) throw lossOf(file);
      body = unpackBody(packed);
      bodies.set(key, body);
    }
    return body;
  }

  const keyIn = (article: Article) => {
    const key = keys.get(article);
    if (key === undefined) throw lossOf(file);
    return key;
  };
  const opener: ArticleOpener = {
    facts(article) {
      const head = values.get(keyIn(article)) as ArticleHead | undefined;
      if (head === undefined) throw lossOf(file);
      return head.head;
    },
    body: (article) => open(keyIn(article)),
  };

  /** The article at a key: the same object each time, as callers compare articles by identity. */
  function articleOf(key: string, head: HeldHead): Article {
    const before = opened.get(key);
    if (before !== undefined) return before;
    const article = lazyArticle(head, opener);
    opened.set(key, article);
    keys.set(article, key);
    return article;
  }

  function articleAt(key: string, packed: PackedHead | undefined): Article | undefined {
    const head =
      packed === undefined ? (values.get(key) as ArticleHead | undefined) : unpackHead(packed);
    return head && articleOf(key, head);
  }

  function reading(key: string): FileReading | undefined {
    const kept = values.get(key) as StoredReading | undefined;
    if (kept === undefined) return undefined;
    const articles = kept.articles.flatMap((at) => {
      const head = values.get(at) as ArticleHead | undefined;
      // An article counts only with its body, which is read later.
      return head === undefined || !values.has(bodyOf(at)) ? [] : [articleOf(at, head)];
    });
    if (articles.length < kept.articles.length) return undefined;
    for (const one of [key, ...kept.articles]) used.add(one);
    return { articles, problems: kept.problems };
  }

  const storedCorpus = () => values.get('corpus') as StoredCorpus | undefined;
  const storedHash = () => values.get(HASH) as string | undefined;
  function fileAt(name: string): StoredFile | undefined {
    files.add(name);
    return values.get(`file ${name}`) as StoredFile | undefined;
  }

  const storedValue = (key: string) => values.get(key) ?? derived?.get(key);

  function storedOr<T>(key: string, compute: () => T): T {
    const known = storedValue(key) as T | undefined;
    if (known !== undefined) return known;
    return holdValue(key, compute());
  }

  function holdValue<T>(key: string, value: T): T {
    if (derived !== undefined) {
      // what one question derives is written at once, as such a process is ended without notice
      if (derived.waiting === 0) setImmediate(() => derived.write());
      derived.put(key, value);
      return value;
    }
    values.put(key, value);
    if (values.waiting >= BATCH) values.write();
    return value;
  }

  const hashes = new WeakMap<readonly Article[], string>();
  /** A hash of these articles by their keys; undefined where one of them is not of this store. */
  function stateOf(articles: readonly Article[]): string | undefined {
    const known = hashes.get(articles);
    if (known !== undefined) return known;
    const own = articles.map((article) => keys.get(article));
    if (own.includes(undefined)) return undefined;
    const hash = sha1(own.join());
    hashes.set(articles, hash);
    return hash;
  }

  /** Drops what was derived of articles that are gone, or by other versions of the code. */
  function dropOutdated(articles: ReadonlyMap<string, Article>): void {
    derived?.drop((key) => {
      return current.has(nameIn(key) ?? '') && articles.has(ownerOf(key));
    });
  }

  return {
    async open(articles) {
      for (const article of articles) {
        const key = keys.get(article);
        if (key !== undefined) open(key);
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
      const opened = articles.map((article, at) => articleOf(own[at] ?? '', headOf(article)));
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
      values.put(`file ${name}`, { stamp, reading: hash } satisfies StoredFile);
    },
    corpus() {
      const kept = idOf(file) === id ? storedCorpus() : undefined;
      if (kept === undefined) return undefined;
      const hash = storedHash() ?? sha1(kept.articles.join());
      const isFew = countUpTo(FEW, kept.articles, (key) => !opened.has(key)) <= FEW;
      const all = isFew ? undefined : (values.get('heads') as StoredHeads | undefined);
      const heads = all?.hash === hash ? all.heads : [];
      const held = new Map<string, Article>();
      for (const [at, key] of kept.articles.entries()) {
        const article = opened.get(key) ?? articleAt(key, heads[at]);
        if (article === undefined) return undefined;
        held.set(key, article);
      }
      opened = held;
      dropOutdated(held);
      const articles = [...held.values()];
      hashes.set(articles, hash);
      state = stateWith(hash);
      return { articles, problems: kept.problems };
    },
    remember({ articles, problems }) {
      const now = articles.flatMap((article) => keys.get(article) ?? []);
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
        const held = new Set([...used, ...before.flat()]);
        values.drop((key) => {
          const [, name] = FILE.exec(key) ?? [];
          if (name !== undefined) return files.has(name);
          const value = nameIn(key);
          if (value !== undefined && !current.has(value)) return false;
          return IS_OF_ALL.test(key) || held.has(ownerOf(key));
        });
      }
      return values.works;
    },
    isDone: (step) => state !== undefined && values.get(`done ${step}`) === state,
    finish: (step) => values.put(`done ${step}`, state),
    ofArticle: (name, compute) => (article) => {
      const key = keys.get(article);
      return key === undefined
        ? compute(article)
        : storedOr(`${key} ${keyOf(name)}`, () => compute(article));
    },
    ofAwaited: (name, compute) => async (article) => {
      const key = keys.get(article);
      if (key === undefined) return compute(article);
      const at = `${key} ${keyOf(name)}`;
      return (
        (storedValue(at) as Awaited<ReturnType<typeof compute>> | undefined) ??
        holdValue(at, await compute(article))
      );
    },
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

/** That a value which this process has read of is no longer there. */
function lossOf(file: string): YuanwenError {
  return new YuanwenError(
    'corpus',
    `${file} no longer holds what it did: start again, and delete nothing of it meanwhile`,
  );
}

/** The number of items that fit, counted up to one more than `limit`. */
function countUpTo<T>(limit: number, items: readonly T[], fits: (item: T) => boolean): number {
  let count = 0;
  for (const item of items) {
    if (fits(item)) count += 1;
    if (count > limit) break;
  }
  return count;
}

/** The name and tag of the derived value at a key; undefined where it is another value's. */
function nameIn(key: string): string | undefined {
  const [, ofTable, ofArticle] = NAMED.exec(key) ?? [];
  return ofTable ?? ofArticle;
}

/** A hash of articles that are not stored. */
function contentHash(articles: readonly Article[]): string {
  const hash = createHash('sha1');
  for (const { id, digest, date = '' } of articles) hash.update(`${id}\n${digest} ${date}\n`);
  return hash.digest('hex');
}

/** The key of an article's body, by the article's own key. */
function bodyOf(key: string): string {
  return `${key} body`;
}

/**
 * The inode of the file, which tells it from another one of its name; undefined where there is
 * none.
 */
function idOf(file: string): number | undefined {
  return existsSync(file) ? statSync(file).ino : undefined;
}

function sha1(text: string): string {
  return hash('sha1', text);
}

/** The key of the reading or article that the value at a key belongs to. */
function ownerOf(key: string): string {
  return key.split(' ', 1)[0] ?? '';
}
