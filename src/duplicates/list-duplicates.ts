import { LRUCache } from 'lru-cache';
import type { Article } from '../article/article.ts';
import { compareStrings } from '../util/compare-strings.ts';
import { NO_PRINT, PrintedArticles } from './article-prints.ts';
import {
  copyKey,
  type DuplicateParagraphs,
  type DuplicateTable,
  duplicateParagraphs,
  keyOf,
  originalKey,
  type Place,
  type PlaceName,
  storyKey,
} from './duplicate-paragraphs.ts';
import { type NearDuplicateFinder, nearDuplicateFinder } from './near-duplicates.ts';
import { findSameStories } from './same-story.ts';
import { isDuplicate, type ParagraphInArticle } from './same-wording.ts';

/** Paragraphs compared of those that share a hash, so that time stays linear. */
const COMPARED = 8;

/** UTF-16 units of the articles whose finders are kept, some 100 bytes each. */
const UNITS_FOUND_IN = 300_000;

/**
 * Lists the duplicate paragraphs of a corpus: of paragraphs that say the same in several articles the
 * one of the earliest article is the original (by date, undated articles last, then by id), and the
 * others are its copies. Paragraphs of the same wording (but for punctuation, white space, width and
 * traditional characters) are duplicates in any articles; paragraphs of nearly the same wording only
 * where their articles tell one story. Figures, the words right behind them, names in Latin letters,
 * negations and places must be the same. A paragraph that speaks of its own time is no duplicate of
 * another year's: 今年 of one yearly report is not 今年 of the next. Rows of tables have no duplicates,
 * as the headers above them may differ.
 */
export function listDuplicates(
  corpus: readonly Article[],
  prints = new PrintedArticles(),
): DuplicateTable {
  const articles = [...corpus].sort(
    (a, b) => compareStrings(a.date ?? '~', b.date ?? '~') || compareStrings(a.id, b.id),
  );
  const stories = findSameStories(articles, prints);
  // by name: an article that is opened again has other paragraph objects
  const copied = new Set<string>();
  const copies = new Map<string, readonly PlaceName[]>();
  const copiesOf = new Map<string, PlaceName[]>();
  // by place: a million paragraphs with their sentences would be half a gigabyte
  const originalsByHash = new Map<number, Place[]>();
  const known = new LRUCache<Article, NearDuplicateFinder>({
    maxSize: UNITS_FOUND_IN,
    sizeCalculation: (_, { text }) => Math.min(text.length + 1, UNITS_FOUND_IN),
  });

  for (const article of articles) {
    const earlier = stories.get(article) ?? [];
    const isOfStory = (other: Article) => earlier.includes(other);
    const finders = earlier.map((other) => {
      // which of its paragraphs are copies was found out when its turn came
      const finder =
        known.get(other) ??
        nearDuplicateFinder(other, ({ number }) => !copied.has(keyOf(other.id, number)));
      known.set(other, finder);
      return finder;
    });
    for (const [at, hash] of prints.of(article).paragraphs.entries()) {
      if (hash === NO_PRINT) continue;
      const place = { article, number: at + 1 };
      const sameHash = originalsByHash.get(hash) ?? [];
      // most share nothing with any other, and their articles are not opened
      const isAlone = sameHash.length + finders.length === 0;
      const one = isAlone ? undefined : paragraphAt(place);
      const original =
        one &&
        (firstOf(sameHash, (held) => {
          const other = paragraphAt(held);
          return other && isDuplicate(other, one, isOfStory(held.article)) ? other : undefined;
        }) ??
          firstOf(finders, (find) => find(one)));
      if (one === undefined || original === undefined) {
        if (sameHash.length === 0) originalsByHash.set(hash, [place]);
        else if (sameHash.length < COMPARED) sameHash.push(place);
        continue;
      }
      copied.add(keyOf(article.id, place.number));
      const [copy, of] = [nameOf(one), nameOf(original)];
      copies.set(copyKey(copy), [of]);
      const others = copiesOf.get(originalKey(of));
      if (others === undefined) copiesOf.set(originalKey(of), [copy]);
      else others.push(copy);
    }
  }
  prints.forget();
  const earlier = [...stories].flatMap(([{ id }, [first]]) =>
    first === undefined ? [] : [[storyKey(id), [[first.id, 0]]] as const],
  );
  return [...copies, ...copiesOf, ...earlier];
}

/** Lists the duplicates of these articles and looks them up. */
export function findDuplicates(articles: readonly Article[]): DuplicateParagraphs {
  const table = new Map(listDuplicates(articles));
  return duplicateParagraphs(articles, (key) => table.get(key));
}

function paragraphAt({ article, number }: Place): ParagraphInArticle | undefined {
  const paragraph = article.paragraphs[number - 1];
  return paragraph && { article, paragraph };
}

function nameOf({ article, paragraph }: ParagraphInArticle): PlaceName {
  return [article.id, paragraph.number];
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
