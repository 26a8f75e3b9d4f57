import { LRUCache } from 'lru-cache';
import type { Article, Paragraph } from '../article/article.ts';
import { articleById } from '../article/article-by-id.ts';
import { findActors, homeOf } from '../figures/parts/places.ts';
import { normalize } from '../language/normalize.ts';
import { compareStrings } from '../util/compare-strings.ts';
import { memoByObject } from '../util/memo-by-object.ts';
import { slice, span } from '../util/span.ts';
import { NO_PRINT, PrintedArticles } from './article-prints.ts';
import { comparedText } from './fingerprint.ts';
import { findSameStories } from './same-story.ts';

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

/** UTF-16 units below which two paragraphs of different stories may agree by chance. */
const CHANCE_LENGTH = 30;
/** Paragraphs compared of those that share a hash or a shingle, so that time stays linear. */
const COMPARED = 8;

/** A figure or a word of time: with one of these, what a paragraph means depends on when it was written. */
const TIMED =
  /[0-9百千万亿]|[今去前明上本当近]年|[本上当]月|[今昨当]日|[今昨]天|目前|现在|过去|迄今/u;

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

function paragraphAt({ article, number }: Place): ParagraphInArticle | undefined {
  const paragraph = article.paragraphs[number - 1];
  return paragraph && { article, paragraph };
}

function nameOf({ article, paragraph }: ParagraphInArticle): PlaceName {
  return [article.id, paragraph.number];
}

const copyKey = ([article, number]: PlaceName) => `copy ${keyOf(article, number)}`;
const originalKey = ([article, number]: PlaceName) => `copied ${keyOf(article, number)}`;
const storyKey = (article: string) => `story ${article}`;

function keyOf(article: string, number: number): string {
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

/** Lists the duplicates of these articles and looks them up. */
export function findDuplicates(articles: readonly Article[]): DuplicateParagraphs {
  const table = new Map(listDuplicates(articles));
  return duplicateParagraphs(articles, (key) => table.get(key));
}

interface ParagraphInArticle {
  readonly article: Article;
  readonly paragraph: Paragraph;
}

/** A paragraph with the text that it is compared by. */
interface ComparedParagraph extends ParagraphInArticle {
  readonly compared: string;
}

/** A paragraph with the number of shingles of that text. */
interface ShingledParagraph extends ComparedParagraph {
  readonly size: number;
}

/** Finds the paragraph of one article that says nearly the same as another paragraph. */
type NearDuplicateFinder = (paragraph: ParagraphInArticle) => ParagraphInArticle | undefined;

/** UTF-16 units of the articles whose finders are kept, some 100 bytes each. */
const UNITS_FOUND_IN = 300_000;

/** Whether two paragraphs of different articles have the same wording and mean the same by it. */
function isDuplicate(
  earlier: ParagraphInArticle,
  later: ParagraphInArticle,
  isOneStory: boolean,
): boolean {
  if (earlier.article === later.article) return false;
  const compared = comparedTextOf(later);
  return (
    (isOneStory || compared.length >= CHANCE_LENGTH) &&
    comparedTextOf(earlier) === compared &&
    isOfOneTime(earlier, { ...later, compared }, isOneStory)
  );
}

function comparedTextOf({ article, paragraph }: ParagraphInArticle): string {
  return comparedText(article.text, paragraph.span);
}

/** Whether two paragraphs of the same words mean the same: both timeless, or of articles of one year. */
function isOfOneTime(a: ParagraphInArticle, b: ComparedParagraph, isOneStory: boolean): boolean {
  const [headingOfA, headingOfB] = [a, b].map(({ paragraph }) =>
    numbersOf(paragraph.heading ?? ''),
  );
  if (headingOfA !== headingOfB) return false;
  if (!TIMED.test(b.compared)) return true;
  const [yearOfA, yearOfB] = [a.article.date?.slice(0, 4), b.article.date?.slice(0, 4)];
  const isOneYear = yearOfA === undefined || yearOfB === undefined || yearOfA === yearOfB;
  return isOneYear && (isOneStory || numbersOf(a.article.title) === numbersOf(b.article.title));
}

function numbersOf(text: string): string {
  return (
    comparedText(text, span(0, text.length)).match(/[0-9.|〇一二三四五六七八九十百]+/gu) ?? []
  ).join();
}

/** UTF-16 units of a shingle. */
const SHINGLE = 4;
/**
 * Share of the shingles of the one with more that two near duplicates have in common at least; one
 * changed word in thirty characters leaves .8.
 */
const SHARED_SHINGLES = 0.8;

/** Finds the paragraph of an article, among its originals, that says nearly the same as another paragraph. */
function nearDuplicateFinder(
  article: Article,
  isOriginal: (paragraph: Paragraph) => boolean,
): NearDuplicateFinder {
  const holders = new Map<string, ShingledParagraph[]>();
  for (const paragraph of article.paragraphs) {
    if (paragraph.row !== undefined || !isOriginal(paragraph)) continue;
    const compared = comparedTextOf({ article, paragraph });
    const shingles = shinglesOf(compared);
    const one = { article, paragraph, compared, size: shingles.size };
    for (const shingle of shingles) {
      const held = holders.get(shingle);
      if (held === undefined) holders.set(shingle, [one]);
      else if (held.length < COMPARED) held.push(one);
    }
  }
  return (paragraph) => {
    const one = { ...paragraph, compared: comparedTextOf(paragraph) };
    const shingles = shinglesOf(one.compared);
    const shared = new Map<Paragraph, { readonly other: ShingledParagraph; count: number }>();
    for (const shingle of shingles) {
      for (const other of holders.get(shingle) ?? []) {
        const entry = shared.get(other.paragraph) ?? { other, count: 0 };
        entry.count += 1;
        shared.set(other.paragraph, entry);
      }
    }
    return [...shared.values()]
      .sort((a, b) => b.count - a.count)
      .map(({ other, count }) => ({
        other,
        share: count / Math.max(shingles.size, other.size),
      }))
      .find(
        ({ other, share }) =>
          share >= SHARED_SHINGLES &&
          factsOf(other.compared) === factsOf(one.compared) &&
          isOfOneTime(other, one, true) &&
          placesNamedIn(other) === placesNamedIn(one),
      )?.other;
  };
}

function shinglesOf(compared: string): ReadonlySet<string> {
  const shingles = new Set<string>();
  for (let i = 0; i + SHINGLE <= compared.length; i += 1)
    shingles.add(compared.slice(i, i + SHINGLE));
  return shingles;
}

/** Figures with what is right behind them (亿元, 万吨), Chinese numerals, Latin names and negations, in order. */
const FACTS =
  /[0-9.|%-]+[百千万亿]*(?:[年月日]|[^0-9]{0,2})|[a-z]+|[〇零一二两三四五六七八九十百千万亿半]+|[不没无未非否]/gu;

function factsOf(compared: string): string {
  return (compared.match(FACTS) ?? []).join();
}

/** The places and countries that a paragraph names, 我省 by the province's name. */
function placesNamedIn({ article, paragraph }: ParagraphInArticle): string {
  const { text } = normalize(slice(article.text, paragraph.span));
  const names = findActors(text, homeIn(article)).flatMap((mention) => mention.names);
  return [...new Set(names)].sort().join();
}

/** The places that an article speaks of where it names none: asked for with each of its paragraphs. */
const homeIn = memoByObject(homeOf);

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
