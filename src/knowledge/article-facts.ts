import { LRUCache } from 'lru-cache';
import { aboutArticle } from '../article/about-article.ts';
import type { Article } from '../article/article.ts';
import { extractFigures } from '../figures/extract.ts';
import type { Figure } from '../figures/parts/figure.ts';
import type { Home } from '../figures/parts/mentions.ts';
import { findActors, homeOf } from '../figures/parts/places.ts';
import { normalize } from '../language/normalize.ts';
import type { DerivedValues } from '../store/derived-values.ts';
import { lazy } from '../util/lazy.ts';
import { memoByObject } from '../util/memo-by-object.ts';
import { slice } from '../util/span.ts';

/** What is looked up of one article, made at the first call. An article that changes is another object. */
export interface ArticleFacts {
  /** The figures of the article, in its order. */
  figuresOf(article: Article): readonly Figure[];
  /** What the article is about, its headings and paragraphs, normalised. */
  textOf(article: Article): string;
  /** The places that the article speaks of where it names none. */
  homeOf(article: Article): Home;
  /** Tells of a place whether the article names it. */
  namesPlace(article: Article): (place: string) => boolean;
  /**
   * Questions about the article that the corpus answers.
   * @param suggest finds them where nobody has asked for them before; several times the cost of an answer
   */
  suggestionsOf(article: Article, suggest: Suggest): Promise<readonly string[]>;
}

type Suggest = () => Promise<readonly string[]>;

/** Figures held in memory, of all articles together: some 6 MB. */
const FIGURES_HELD = 10_000;
/** Characters of articles held as normalised text: some 2 MB. */
const TEXT_HELD = 1_000_000;
/** Characters of articles held with the places they name: some 2 MB. */
const PLACES_HELD = 1_000_000;
/** Articles whose suggestions are held. */
const SUGGESTED = 1_000;

/** @param derivedValues where the figures, homes and suggestions of articles are kept between processes */
export function createArticleFacts(derivedValues: DerivedValues): ArticleFacts {
  const figuresOf = holdingLast(
    FIGURES_HELD,
    derivedValues.ofArticle('figures', extractFigures),
    ({ length }) => length,
  );
  const textOf = holdingLast(
    TEXT_HELD,
    (article) =>
      normalize(
        [
          aboutArticle(article),
          ...article.headings.map((heading) => heading.text),
          ...article.paragraphs.map(({ span }) => slice(article.text, span)),
        ].join('\n'),
      ).text,
    ({ length }) => length,
  );
  const home = memoByObject(derivedValues.ofArticle('homePlaces', homeOf));
  const namesPlace = holdingLast(
    PLACES_HELD,
    (article) => {
      // a file named 香港失业统计 is about a place that its text, a bulletin of that place, need not write
      const written = `${aboutArticle(article)}\n${article.text}`;
      // most questions ask of no place, and most articles write one that they name in full
      const text = lazy(() => normalize(written).text);
      const named = lazy(
        () => new Set(findActors(text(), home(article)).flatMap(({ names }) => names)),
      );
      return (place: string) =>
        written.includes(place) || text().includes(place) || named().has(place);
    },
    (_, { text }) => text.length,
  );
  const suggestions = new LRUCache<Article, Promise<readonly string[]>>({ max: SUGGESTED });
  return {
    figuresOf,
    textOf,
    homeOf: home,
    namesPlace,
    suggestionsOf(article, suggest) {
      let known = suggestions.get(article);
      if (known === undefined) {
        known = derivedValues.ofAwaited('suggestions', suggest)(article);
        suggestions.set(article, known);
        known.catch(() => suggestions.delete(article));
      }
      return known;
    },
  };
}

/** Computes what is asked of an article and holds it, until that of many others has been asked for. */
function holdingLast<T extends NonNullable<unknown>>(
  maxSize: number,
  compute: (article: Article) => T,
  sizeOf: (value: T, article: Article) => number,
): (article: Article) => T {
  const held = new LRUCache<Article, T>({
    maxSize,
    sizeCalculation: (value, article) => Math.min(1 + sizeOf(value, article), maxSize),
  });
  return (article) => {
    let value = held.get(article);
    if (value === undefined) {
      value = compute(article);
      held.set(article, value);
    }
    return value;
  };
}
