import type { Article } from '../article/article.ts';
import type { CheckedValues } from '../sqlite/checked-values.ts';
import { BATCH } from './corpus-values.ts';
import type { DerivedValues, ValueName } from './derived-values.ts';

/** What values of single articles are stored by. */
interface ArticleKeys {
  /** The name and tag of a kind of value. */
  keyOf(name: ValueName): string;
  /** The key of an article; undefined where it is not of the store. */
  articleKey(article: Article): string | undefined;
}

/**
 * The values of single articles, each stored under its article's key.
 * @param derived what a store that is only read keeps its values in, beside those that it was given with
 */
export function articleValues(
  values: CheckedValues,
  derived: CheckedValues | undefined,
  { keyOf, articleKey }: ArticleKeys,
): Pick<DerivedValues, 'ofArticle' | 'ofAwaited'> {
  const stored = (key: string) => values.get(key) ?? derived?.get(key);

  function store<T>(key: string, value: T): T {
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

  return {
    ofArticle: (name, compute) => (article) => {
      const own = articleKey(article);
      if (own === undefined) return compute(article);
      const key = `${own} ${keyOf(name)}`;
      const known = stored(key) as ReturnType<typeof compute> | undefined;
      return known ?? store(key, compute(article));
    },
    ofAwaited: (name, compute) => async (article) => {
      const own = articleKey(article);
      if (own === undefined) return compute(article);
      const key = `${own} ${keyOf(name)}`;
      const known = stored(key) as Awaited<ReturnType<typeof compute>> | undefined;
      return known ?? store(key, await compute(article));
    },
  };
}
