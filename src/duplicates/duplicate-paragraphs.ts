import type { Article, Paragraph } from '../article/article.ts';
import { findActors, homeOf } from '../figures/parts/places.ts';
import { normalize } from '../language/normalize.ts';
import { compareStrings } from '../util/compare-strings.ts';
import { memoByObject } from '../util/memo-by-object.ts';
import { slice, span } from '../util/span.ts';
import { fingerprint, skeleton } from './fingerprint.ts';
import { findStories } from './same-story.ts';

/** A paragraph, by its number, and the article it stands in. */
export interface Place {
  readonly article: Article;
  readonly number: number;
}

/** Which paragraphs of a corpus say the same as one of another article. */
export interface Copies {
  /** Whether an earlier article says it: such a paragraph is no candidate of its own. */
  isCopy(article: Article, number: number): boolean;
  /** Where else a paragraph that is no copy stands, the earliest first; [] mostly. */
  placesOf(article: Article, number: number): readonly Place[];
  /** The earlier article that tells the same story, the one most like it. */
  originalOf(article: Article): Article | undefined;
}

/** What was folded, as it can be kept: articles by their ids, paragraphs by their numbers. */
export interface Folding {
  /** A copy and the paragraph that it is folded into, the earliest copy first. */
  readonly copies: readonly {
    readonly copy: readonly [article: string, number: number];
    readonly of: readonly [article: string, number: number];
  }[];
  /** Of an article the earlier one that tells the same story. */
  readonly originals: readonly (readonly [article: string, original: string])[];
}

/** Characters below which articles of different stories say the same by chance. */
const LENGTH = 30;
/** Paragraphs kept of those that say the same at different times. */
const SAME_KEPT = 8;

/** What makes a paragraph's meaning hang on when it was written: a figure, or a word of time. */
const TIMED =
  /[0-9百千万亿]|[今去前明上本当近]年|[本上当]月|[今昨当]日|[今昨]天|目前|现在|过去|迄今/u;

/**
 * Folds a corpus by paragraph: of paragraphs that say the same in several articles the one of the
 * earliest article stays (by date, undated ones last, then by id), and knows where else it stands.
 * Word for word the same (but for punctuation, white space, width and traditional characters) they
 * are folded in any articles; nearly the same only in two copies of one story. Figures, the words
 * right behind them, names in Latin letters, negations and places must be the same. What speaks of
 * its own time is not folded across years: 今年 of one yearly report is not that of the next. Rows
 * of tables stay, as their headers may differ.
 */
export function fold(corpus: readonly Article[]): Folding {
  const articles = [...corpus].sort(
    (a, b) => compareStrings(a.date ?? '~', b.date ?? '~') || compareStrings(a.id, b.id),
  );
  const stories = findStories(articles);
  // by name: an article that is opened again has other paragraph objects
  const folded = new Set<string>();
  const copies: Folding['copies'][number][] = [];
  const known = new Map<number, Stand[]>();

  for (const article of articles) {
    const earlier = stories.get(article) ?? [];
    const isOfStory = (other: Article) => earlier.includes(other);
    const near = earlier.map((other) =>
      nearIn(other, ({ number }) => !folded.has(keyOf(other.id, number))),
    );
    for (const paragraph of article.paragraphs) {
      if (paragraph.row !== undefined) continue;
      const one = { article, paragraph };
      const { hash } = fingerprint(article.text, paragraph.span);
      const same = known.get(hash);
      const original =
        same?.find((stand) => saysTheSame(stand, one, isOfStory(stand.article))) ??
        firstOf(near, (find) => find(one));
      if (original === undefined) {
        if (same === undefined) known.set(hash, [one]);
        else if (same.length < SAME_KEPT) same.push(one);
        continue;
      }
      folded.add(keyOf(article.id, paragraph.number));
      copies.push({ copy: nameOf(one), of: nameOf(original) });
    }
  }
  const originals = [...stories].flatMap(([{ id }, [first]]) =>
    first === undefined ? [] : [[id, first.id] as const],
  );
  return { copies, originals };
}

function nameOf({ article, paragraph }: Stand): readonly [article: string, number: number] {
  return [article.id, paragraph.number];
}

function keyOf(article: string, number: number): string {
  return `${number} ${article}`;
}

/** What was folded of these articles, looked up. */
export function copiesIn(articles: readonly Article[], { copies, originals }: Folding): Copies {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const folded = new Set(copies.map(({ copy }) => keyOf(...copy)));
  const places = new Map<string, Place[]>();
  for (const { copy, of } of copies) {
    const article = byId.get(copy[0]);
    if (article === undefined) continue;
    const others = places.get(keyOf(...of)) ?? [];
    others.push({ article, number: copy[1] });
    places.set(keyOf(...of), others);
  }
  const original = new Map(originals);
  return {
    isCopy: ({ id }, number) => folded.has(keyOf(id, number)),
    placesOf: ({ id }, number) => places.get(keyOf(id, number)) ?? [],
    originalOf: ({ id }) => byId.get(original.get(id) ?? ''),
  };
}

export function findCopies(articles: readonly Article[]): Copies {
  return copiesIn(articles, fold(articles));
}

/** A paragraph where it stands. */
interface Stand {
  readonly article: Article;
  readonly paragraph: Paragraph;
}

/** A paragraph with its skeleton. */
interface Said extends Stand {
  readonly said: string;
}

function saysTheSame(place: Stand, one: Stand, isOneStory: boolean): boolean {
  if (place.article === one.article) return false;
  const said = saidIn(one);
  return (
    (isOneStory || said.length >= LENGTH) &&
    saidIn(place) === said &&
    isOfOneTime(place, { ...one, said }, isOneStory)
  );
}

function saidIn({ article, paragraph }: Stand): string {
  return skeleton(article.text, paragraph.span);
}

/** Whether two paragraphs of the same words mean the same: both timeless, or of articles of one year. */
function isOfOneTime(a: Stand, b: Said, isOneStory: boolean): boolean {
  const [headingOfA, headingOfB] = [a, b].map(({ paragraph }) =>
    numbersOf(paragraph.heading ?? ''),
  );
  if (headingOfA !== headingOfB) return false;
  if (!TIMED.test(b.said)) return true;
  const [yearOfA, yearOfB] = [a.article.date?.slice(0, 4), b.article.date?.slice(0, 4)];
  const isOneYear = yearOfA === undefined || yearOfB === undefined || yearOfA === yearOfB;
  return isOneYear && (isOneStory || numbersOf(a.article.title) === numbersOf(b.article.title));
}

function numbersOf(text: string): string {
  return (
    skeleton(text, span(0, text.length)).match(/[0-9.|〇一二三四五六七八九十百]+/gu) ?? []
  ).join();
}

/** Characters of a shingle. */
const SHINGLE = 4;
/** Share of either paragraph's shingles that the other one holds; one changed word in thirty characters leaves .8. */
const ALIKE = 0.8;

/** Looks for the paragraph of an article, among those that stay, that says nearly the same as another. */
function nearIn(
  article: Article,
  stays: (paragraph: Paragraph) => boolean,
): (place: Stand) => Stand | undefined {
  const holders = new Map<string, Said[]>();
  for (const paragraph of article.paragraphs) {
    if (paragraph.row !== undefined || !stays(paragraph)) continue;
    const said = saidIn({ article, paragraph });
    for (const shingle of shinglesOf(said)) {
      const held = holders.get(shingle);
      if (held === undefined) holders.set(shingle, [{ article, paragraph, said }]);
      else if (held.length < SAME_KEPT) held.push({ article, paragraph, said });
    }
  }
  return (place) => {
    const one = { ...place, said: saidIn(place) };
    const shingles = shinglesOf(one.said);
    const shared = new Map<Paragraph, { readonly other: Said; count: number }>();
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
        share: count / Math.max(shingles.size, shinglesOf(other.said).size),
      }))
      .find(
        ({ other, share }) =>
          share >= ALIKE &&
          factsOf(other.said) === factsOf(one.said) &&
          isOfOneTime(other, one, true) &&
          actorsOf(other) === actorsOf(one),
      )?.other;
  };
}

function shinglesOf(said: string): ReadonlySet<string> {
  const shingles = new Set<string>();
  for (let i = 0; i + SHINGLE <= said.length; i += 1) shingles.add(said.slice(i, i + SHINGLE));
  return shingles;
}

/** Figures with what is right behind them (亿元, 万吨), Chinese numerals, Latin names and negations, in order. */
const FACTS =
  /[0-9.|%-]+[百千万亿]*(?:[年月日]|[^0-9]{0,2})|[a-z]+|[〇零一二两三四五六七八九十百千万亿半]+|[不没无未非否]/gu;

function factsOf(said: string): string {
  return (said.match(FACTS) ?? []).join();
}

/** The places and countries a paragraph names, 我省 by its name. */
function actorsOf({ article, paragraph }: Stand): string {
  const { text } = normalize(slice(article.text, paragraph.span));
  const names = findActors(text, homeIn(article)).flatMap((mention) => mention.names);
  return [...new Set(names)].sort().join();
}

/** An article is asked again for each of its paragraphs. */
const homeIn = memoByObject(homeOf);

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
