import type { Article } from '../article/article.ts';
import { suggestMeasures } from '../figures/complete-measure.ts';
import { lookupFigures } from '../figures/lookup.ts';
import type { Figure } from '../figures/parts/figure.ts';
import { simplify } from '../language/simplify.ts';
import type { ArticleDigests } from './article-digests.ts';

/** Completions of the fields of a command, best first. */
export interface Completions {
  measures(typed: string): Promise<readonly string[]>;
  /** Years of the figures of a measure, the latest first. */
  years(typed: string, measure: string): readonly string[];
  /** Whom the figures of a measure are about, in a year where one is given. */
  actors(typed: string, measure: string, year?: string): readonly string[];
  /** Titles, each with what finds its article again. */
  articles(typed: string): readonly { readonly title: string; readonly digest: number }[];
}

/** Completes what is typed from the figures and titles at hand. */
export function completions(
  digests: ArticleDigests,
  figuresOf: (article: Article) => readonly Figure[],
): Completions {
  const all = () => digests.articles.flatMap(figuresOf);
  const fitting = (measure: string, year?: string): readonly Figure[] => {
    const found = lookupFigures(all(), {
      ...(measure !== '' && { words: [measure] }),
      ...(year !== undefined && { year }),
    });
    return found.kind === 'found' ? found.figures : [];
  };
  const offered = (values: readonly string[], typed: string) => {
    const wanted = simplify(typed.trim());
    return [...new Set(values)].filter((value) => simplify(value).includes(wanted));
  };
  return {
    measures: (typed) => suggestMeasures(all(), typed, Number.POSITIVE_INFINITY),
    years: (typed, measure) =>
      offered(
        fitting(measure)
          .flatMap(({ period }) => period?.slice(0, 4) ?? [])
          .sort()
          .reverse(),
        typed,
      ),
    actors: (typed, measure, year) =>
      offered(
        fitting(measure, year).flatMap(({ actor }) => actor ?? []),
        typed,
      ),
    articles: (typed) => {
      const wanted = simplify(typed.trim());
      return digests.articles
        .filter(({ title }) => simplify(title).includes(wanted))
        .map((article) => ({ title: article.title, digest: digests.digestOf(article) }));
    },
  };
}
