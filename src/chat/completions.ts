import type { Article } from '../article/article.ts';
import type { FigureLookup } from '../figures/figure-lookup.ts';
import type { Figure } from '../figures/parts/figure.ts';
import { simplify } from '../language/simplify.ts';
import { memoByObject } from '../util/memo-by-object.ts';
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

/** Measures offered at most: a platform shows some tens. */
const MEASURES = 100;
/** Figures that years and actors are taken from, those of the latest periods. */
const COMPARED = 2_000;

/** An article's title as it is compared: every key typed is compared with every title. */
const simplifiedTitle = memoByObject(({ title }: Article) => simplify(title));

/** Completes what is typed from the figures and titles at hand. */
export function completions(digests: ArticleDigests, figures: () => FigureLookup): Completions {
  const fitting = (measure: string, year?: string): readonly Figure[] => {
    const query = {
      ...(measure !== '' && { words: [measure] }),
      ...(year !== undefined && { year }),
    };
    const found = figures().find(query, COMPARED);
    return found.kind === 'found' ? found.figures : [];
  };
  const offered = (values: readonly string[], typed: string) => {
    const wanted = simplify(typed.trim());
    return [...new Set(values)].filter((value) => simplify(value).includes(wanted));
  };
  return {
    measures: (typed) => figures().measures(typed, MEASURES),
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
        .filter((article) => simplifiedTitle(article).includes(wanted))
        .map((article) => ({ title: article.title, digest: digests.digestOf(article) }));
    },
  };
}
