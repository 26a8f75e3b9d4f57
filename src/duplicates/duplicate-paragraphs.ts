import type { Article } from '../article/article.ts';
import { articleById } from '../article/article-by-id.ts';

/** A paragraph, by its number from 1, and the article it stands in. */
export interface Place {
  readonly article: Article;
  readonly number: number;
}

/** Looks up which paragraphs of a corpus say the same as a paragraph of another article. */
export interface DuplicateParagraphs {
  /** Whether an earlier article says the same: such a paragraph is no candidate of its own. */
  isCopy(article: Article, number: number): boolean;
  /** The copies of a paragraph that is no copy itself, the earliest first; [] for most. */
  placesOf(article: Article, number: number): readonly Place[];
  /** The earlier article that tells the same story; of several the one that shares most text. */
  originalOf(article: Article): Article | undefined;
  /** The duplicates among some of the articles: the earliest copy stands for an original outside them. */
  within(holds: (article: Article) => boolean): DuplicateParagraphs;
}

/** A paragraph as JSON can hold it; of an article as a whole, the number is 0. */
export type PlaceName = readonly [article: string, number: number];

/**
 * The duplicates of a corpus as a table: of a copy the paragraph that it is a copy of, of an original
 * its copies, and of an article that tells an earlier one's story that earlier article.
 */
export type DuplicateTable = readonly (readonly [key: string, places: readonly PlaceName[]])[];

/** The key of a copy, of an original, and of an article that tells an earlier one's story. */
export const copyKey = ([article, number]: PlaceName) => `copy ${keyOf(article, number)}`;
export const originalKey = ([article, number]: PlaceName) => `copied ${keyOf(article, number)}`;
export const storyKey = (article: string) => `story ${article}`;

/** A paragraph's name as one string. */
export function keyOf(article: string, number: number): string {
  return `${number} ${article}`;
}

/** Looks up the listed duplicates of these articles in their table. */
export function duplicateParagraphs(
  articles: readonly Article[],
  placesAt: (key: string) => readonly PlaceName[] | undefined,
): DuplicateParagraphs {
  const placesNamed = (names: readonly PlaceName[]) =>
    names.flatMap(([name, number]): Place[] => {
      const article = articleById(articles, name);
      return article === undefined ? [] : [{ article, number }];
    });
  const originalNamed = (article: string, number: number) =>
    placesAt(copyKey([article, number]))?.[0];
  const copiesNamed = (of: PlaceName) => placesNamed(placesAt(originalKey(of)) ?? []);
  const duplicates: DuplicateParagraphs = {
    isCopy: ({ id }, number) => originalNamed(id, number) !== undefined,
    placesOf: ({ id }, number) => copiesNamed([id, number]),
    originalOf({ id }) {
      const [[original] = []] = placesAt(storyKey(id)) ?? [];
      return original === undefined ? undefined : articleById(articles, original);
    },
    within(holds) {
      /** The copies held of the paragraph that this one is a copy of, where that is of no article held. */
      const orphans = (id: string, number: number): readonly Place[] | undefined => {
        const of = originalNamed(id, number);
        if (of === undefined || placesNamed([of]).some(({ article }) => holds(article)))
          return undefined;
        return copiesNamed(of).filter(({ article }) => holds(article));
      };
      return {
        ...duplicates,
        isCopy({ id }, number) {
          if (originalNamed(id, number) === undefined) return false;
          const [first] = orphans(id, number) ?? [];
          return first === undefined || first.article.id !== id || first.number !== number;
        },
        placesOf({ id }, number) {
          const places = orphans(id, number) ?? copiesNamed([id, number]);
          return places.filter(
            (place) =>
              holds(place.article) && !(place.article.id === id && place.number === number),
          );
        },
        originalOf(article) {
          const original = duplicates.originalOf(article);
          return original !== undefined && holds(original) ? original : undefined;
        },
      };
    },
  };
  return duplicates;
}
