import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { Article, Corpus, CorpusProblem } from '../article/article.ts';
import type { ReadingStore } from '../corpus/folder.ts';
import type { FileReading } from '../corpus/read-articles.ts';
import { openKeptValues } from '../sqlite/checked-values.ts';
import { YuanwenError } from '../util/errors.ts';
import type { ArticleBodies } from './article-bodies.ts';
import type { Making } from './derived-values.ts';
import { stateFile } from './file-names.ts';
import {
  type ArticleBody,
  type ArticleHead,
  headOf,
  lazyArticle,
  type PackedBody,
  packBody,
  unpackBody,
} from './packed-article.ts';

/**
 * Articles as they were read, and what was made of them, kept in a file from one process to the next.
 * An article found in it is opened only when its text is needed, and only those opened last are held.
 */
export interface KeptArticles extends ReadingStore, ArticleBodies, Making {
  /**
   * What the folder last held, as `remember` was told; undefined where that is not known, and where
   * the file is no longer the one that was opened.
   */
  corpus(): Corpus | undefined;
  /**
   * Keeps what a folder holds, drops what was kept of older states, and writes.
   * @returns whether another process will find it
   */
  remember(corpus: Corpus): boolean;
  /** Whether `finish` was told of the step for what was remembered last. */
  isDone(step: Step): boolean;
  finish(step: Step): void;
  /** Writes what was kept and made, for the next process to trust. */
  seal(): void;
  close(): void;
}

/** The index is written; then what only some questions need; then what can be made of each article. */
type Step = 'indexed' | 'prepared' | 'made';

/** Bytes of files below which reading them all costs less than opening what was kept. */
const WORTH_KEEPING = 500_000;
/** UTF-16 units of the texts held: with the places of their sentences some 30 MB. */
const UNITS_HELD = 4_000_000;
/** However long, an article counts as no more: some are held always. */
const UNITS_COUNTED = UNITS_HELD / 8;
/** States before the present one whose articles are kept. */
const STATES_BEFORE = 2;
/** Articles whose heads are read one by one, where the others are known. */
const FEW = 100;
/** Values that wait before they are written. */
const BATCH = 400;

/** Where the articles of the corpus in the folder `corpus` are kept; undefined where that would not pay. */
export function keptArticlesFile(stateDir: string, corpus: string): string | undefined {
  let size = 0;
  try {
    for (const name of readdirSync(corpus))
      size += statSync(join(corpus, name), { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    // whoever reads the folder says what is wrong with it
    return undefined;
  }
  return size < WORTH_KEEPING ? undefined : stateFile(stateDir, 'articles', corpus);
}

/** Keys of what belongs to no reading. */
const IS_OF_ALL = /^(?:corpus|heads|done|all)\b/;
const FILE = /^file (.*)$/s;

/** What one file was read as: its articles' keys. */
interface KeptReading {
  readonly articles: readonly string[];
  readonly problems: readonly CorpusProblem[];
}

/** What a folder holds, and what it held before. */
interface KeptCorpus extends KeptReading {
  /** Articles' keys of the states before, the latest first: a bot may still be answering from one. */
  readonly before: readonly (readonly string[])[];
}

/** Heads of all articles, to be read in one go where few of them are known. */
type KeptHeads = readonly (readonly [key: string, head: ArticleHead])[];

/** A file of the folder: how it was when it was read, and the key of its reading. */
interface KeptFile {
  readonly stamp: string;
  readonly reading: string;
}

/**
 * Opens the file. What is in it counts only where its checksum holds.
 * @param warn told in one line why nothing can be kept, or no more; the rest goes on without
 * @param readOnly nothing is kept, and the file is trusted: another process has just seen to it
 */
export function openKeptArticles(
  file: string,
  warn: (line: string) => void,
  readOnly = false,
): KeptArticles {
  const values = openKeptValues(file, warn, readOnly);
  const id = idOf(file);
  const keys = new WeakMap<Article, string>();
  let opened = new Map<string, Article>();
  const bodies = new LRUCache<string, ArticleBody>({
    maxSize: UNITS_HELD,
    sizeCalculation: ({ text }) => Math.min(text.length + 1, UNITS_COUNTED),
  });
  /** Readings and articles that this process has found or kept: all others are of older states. */
  const used = new Set<string>();
  /** Files that this process has asked for. */
  const files = new Set<string>();
  /** A hash of what was remembered last. */
  let state: string | undefined;

  function open(key: string): ArticleBody {
    let body = bodies.get(key);
    if (body === undefined) {
      const packed = values.get(bodyOf(key)) as PackedBody | undefined;
      if (packed === undefined)
        throw new YuanwenError(
          'corpus',
          `${file} no longer holds what it did: start again, and delete nothing of it meanwhile`,
        );
      body = unpackBody(packed);
      bodies.set(key, body);
    }
    return body;
  }

  /** The very same object for the same key. */
  function articleOf(key: string, head: ArticleHead): Article {
    const before = opened.get(key);
    if (before !== undefined) return before;
    const article = lazyArticle(head, () => open(key));
    opened.set(key, article);
    keys.set(article, key);
    return article;
  }

  function reading(key: string): FileReading | undefined {
    const kept = values.get(key) as KeptReading | undefined;
    if (kept === undefined) return undefined;
    const articles = kept.articles.flatMap((at) => {
      const head = values.get(at) as ArticleHead | undefined;
      // who opens an article later must find it
      return head === undefined || !values.has(bodyOf(at)) ? [] : [articleOf(at, head)];
    });
    if (articles.length < kept.articles.length) return undefined;
    for (const one of [key, ...kept.articles]) used.add(one);
    return { articles, problems: kept.problems };
  }

  const keptCorpus = () => values.get('corpus') as KeptCorpus | undefined;
  function fileAt(name: string): KeptFile | undefined {
    files.add(name);
    return values.get(`file ${name}`) as KeptFile | undefined;
  }

  function made<T>(key: string, make: () => T): T {
    const known = values.get(key) as T | undefined;
    if (known !== undefined) return known;
    return keepValue(key, make());
  }

  function keepValue<T>(key: string, value: T): T {
    values.put(key, value);
    if (values.waiting >= BATCH) values.write();
    return value;
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
        const [head, body] = [headOf(article), packBody(article)];
        // by what it is, so that an article stays the same when others of its file change
        const at = sha1(JSON.stringify([head, body]));
        values.put(at, head);
        values.put(bodyOf(at), body);
        if (values.waiting >= BATCH) values.write();
        return at;
      });
      values.put(hash, { articles: own, problems } satisfies KeptReading);
      return (values.works ? reading(hash) : undefined) ?? { articles, problems };
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
      values.put(`file ${name}`, { stamp, reading: hash } satisfies KeptFile);
    },
    corpus() {
      const kept = idOf(file) === id ? keptCorpus() : undefined;
      if (kept === undefined) return undefined;
      const isNew = kept.articles.filter((key) => !opened.has(key));
      const heads = isNew.length > FEW ? (values.get('heads') as KeptHeads | undefined) : [];
      const byKey = new Map(heads);
      const held = new Map<string, Article>();
      for (const key of kept.articles) {
        const head = byKey.get(key) ?? (values.get(key) as ArticleHead | undefined);
        const article = opened.get(key) ?? (head && articleOf(key, head));
        if (article === undefined) return undefined;
        held.set(key, article);
      }
      opened = held;
      return { articles: [...held.values()], problems: kept.problems };
    },
    remember({ articles, problems }) {
      const now = articles.flatMap((article) => keys.get(article) ?? []);
      if (now.length < articles.length) return false;
      state = sha1(now.join());
      const last = keptCorpus();
      const isSame = last?.articles.join() === now.join();
      const lastStates = last === undefined ? [] : [last.articles, ...last.before];
      const before = isSame ? last.before : lastStates.slice(0, STATES_BEFORE);
      const next = { articles: now, problems, before } satisfies KeptCorpus;
      if (JSON.stringify(next) !== JSON.stringify(last)) values.put('corpus', next);
      if (!isSame)
        values.put(
          'heads',
          articles.map((article, at) => [now[at] ?? '', headOf(article)]),
        );
      values.write();
      if (!isSame) {
        const held = new Set([...used, ...before.flat()]);
        values.drop((key) => {
          const [, name] = FILE.exec(key) ?? [];
          if (name !== undefined) return files.has(name);
          return IS_OF_ALL.test(key) || held.has(ownerOf(key));
        });
      }
      return values.works;
    },
    isDone: (step) => state !== undefined && values.get(`done ${step}`) === state,
    finish: (step) => values.put(`done ${step}`, state),
    of: (what, make) => (article) => {
      const key = keys.get(article);
      return key === undefined ? make(article) : made(`${key} ${what}`, () => make(article));
    },
    ofAwaited: (what, make) => async (article) => {
      const key = keys.get(article);
      if (key === undefined) return make(article);
      const at = `${key} ${what}`;
      return (
        (values.get(at) as Awaited<ReturnType<typeof make>> | undefined) ??
        keepValue(at, await make(article))
      );
    },
    ofAll: (what, make) => (articles) => {
      const hash = createHash('sha1');
      for (const { id, digest, date = '' } of articles) hash.update(`${id}\n${digest} ${date}\n`);
      const of = hash.digest('hex');
      const key = `all ${what}`;
      const known = values.get(key) as { readonly of: string; readonly value: unknown } | undefined;
      if (known?.of === of) return known.value as ReturnType<typeof make>;
      const value = make(articles);
      values.put(key, { of, value });
      return value;
    },
    seal: values.seal,
    close: values.close,
  };
}

/** Where the body of the article at a key is kept. */
function bodyOf(key: string): string {
  return `${key} body`;
}

/** What tells the file from another one of its name; undefined where there is none. */
function idOf(file: string): number | undefined {
  return existsSync(file) ? statSync(file).ino : undefined;
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

/** The key of the reading or article that a key belongs to. */
function ownerOf(key: string): string {
  return key.split(' ', 1)[0] ?? '';
}
