import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Article, Paragraph, Sentence } from '../article/article.ts';
import { articleById } from '../article/article-by-id.ts';
import { type AnalysedText, analyse } from '../language/analysed-text.ts';
import type { Tokenizer } from '../language/tokenizer.ts';
import { type ArticleBodies, IN_MEMORY } from '../store/article-bodies.ts';
import { compareStrings } from '../util/compare-strings.ts';
import { memoByObject } from '../util/memo-by-object.ts';
import { slice } from '../util/span.ts';
import { contextReader } from './context.ts';
import { Counts } from './counts.ts';
import type { DocumentPlace, PlannedSearch, SearchDocument, SearchEngine } from './engine.ts';
import { documentReader } from './hold-articles.ts';
import { createTermDictionary, type TermCounts, type TermDictionary } from './term-dictionary.ts';

/** A paragraph with its article. */
export interface FoundParagraph {
  readonly article: Article;
  readonly paragraph: Paragraph;
}

/** A paragraph that a search has found. */
export interface RankedParagraph extends FoundParagraph {
  /** Unique in the corpus. */
  readonly id: string;
  /** The engine's score; comparable within one question only. */
  readonly score: number;
}

/** What ranking needs to know of the paragraphs of a corpus: read without waiting. */
export interface ParagraphIndex extends TermDictionary {
  /** The terms of a sentence: cut at the first call, and those asked for last are kept. */
  sentence(article: Article, sentence: Sentence): AnalysedText;
  /** Terms of the article's title and of the heading above the paragraph. */
  context(found: FoundParagraph): ReadonlySet<string>;
  /** The same of some articles, whose terms are counted alone: an article a turn of the event loop. */
  within(holds: (article: Article) => boolean): Promise<ParagraphIndex>;
}

/** The paragraphs of a corpus, found by their terms: what a question waits for. */
export interface ParagraphSearch {
  /**
   * The paragraphs that hold any of the terms, best first, of equals the newer; at most `limit`. A
   * paragraph that says again what another one says is not among them. Their articles are open.
   */
  search(terms: readonly string[], limit: number): Promise<readonly RankedParagraph[]>;
  /** Paragraphs that hold the terms one right behind the other, in themselves or in what stands above them. */
  searchPhrase(terms: readonly string[], limit: number): Promise<readonly FoundParagraph[]>;
  /** As the engine's: left out where nothing is far away. */
  fetchFor?(searches: readonly PlannedSearch[]): Promise<void>;
  /** The same search among the paragraphs of some articles; `isCopy` tells which of them are left out. */
  within(
    holds: (article: Article) => boolean,
    isCopy: (article: Article, number: number) => boolean,
  ): ParagraphSearch;
}

/** Characters of the analysed sentences that are kept, some 120 bytes each: of few paragraphs nearly all. */
const CHARACTERS_KEPT = 400_000;
/** The same of many paragraphs, of which the next question asks for others: those of the last ones. */
const CHARACTERS_OF_LAST = 60_000;
/** Paragraphs from which on they are many. */
const MANY = 5_000;
/** Hits asked for beyond the limit, for duplicate paragraphs are dropped and equals are ordered anew. */
const SPARE = 12;
/** How many times as many hits are asked for where too few of them are of the articles wanted. */
const MORE = 8;

/** How a corpus is read beside its engine. */
export interface IndexSettings {
  /** Whether a paragraph, by its number, says again what another article says; by default none does. */
  readonly isCopy?: (article: Article, number: number) => boolean;
  /** Where the articles' bodies are kept; by default in the articles themselves. */
  readonly bodies?: ArticleBodies;
  /** The version of each article that the engine holds. */
  readonly versionOf: (article: Article) => string;
}

/**
 * The paragraphs of these articles, which the engine holds. An index made before with the same engine
 * must not be used after another corpus is held.
 */
export function indexParagraphs(
  articles: readonly Article[],
  engine: SearchEngine,
  tokenizer: Tokenizer,
  { isCopy = () => false, bodies = IN_MEMORY, versionOf }: IndexSettings,
): { readonly index: ParagraphIndex; readonly search: ParagraphSearch } {
  const sentences = new LRUCache<Sentence, AnalysedText>({
    maxSize: engine.size < MANY ? CHARACTERS_KEPT : CHARACTERS_OF_LAST,
    sizeCalculation: ({ normalized }) => normalized.text.length + 1,
  });

  /** Undefined where another process has put another version in the place of the article. */
  function articleOf({ article: id, version }: DocumentPlace): Article | undefined {
    const article = articleById(articles, id);
    return article !== undefined && versionOf(article) === version ? article : undefined;
  }

  /**
   * The places among the first that an engine finds that are wanted, up to `limit`. More are asked for
   * until there are enough of them or there is no more.
   */
  async function wanted<Found extends DocumentPlace>(
    find: (limit: number) => Promise<readonly Found[]>,
    limit: number,
    isWanted: (article: Article, place: number) => boolean,
    isPart: boolean,
  ): Promise<readonly (Found & { readonly of: Article })[]> {
    for (let asked = limit; ; asked *= MORE) {
      const found = await find(asked);
      const fitting = found.flatMap((hit) => {
        const of = articleOf(hit);
        return of !== undefined && isWanted(of, hit.place) ? [{ ...hit, of }] : [];
      });
      if (!isPart || fitting.length >= limit || found.length < asked)
        return fitting.slice(0, limit);
    }
  }

  function searchAmong(
    holds: ((article: Article) => boolean) | undefined,
    isCopy: (article: Article, number: number) => boolean,
  ): ParagraphSearch {
    const isPart = holds !== undefined;
    const isHeld = holds ?? (() => true);
    return {
      async search(terms, limit) {
        const found = await wanted(
          (asked) => engine.search(terms, asked),
          limit + SPARE,
          // paragraphs count from 1
          (article, place) => isHeld(article) && !isCopy(article, place + 1),
          isPart,
        );
        const hits = found
          .map(({ of: article, place, score }) => ({ article, place, score }))
          .sort(byScore)
          .slice(0, limit);
        await bodies.open(hits.map(({ article }) => article));
        return hits.flatMap(({ article, place, score }) => {
          const paragraph = article.paragraphs[place];
          if (paragraph === undefined) return [];
          return [{ id: `${place} ${article.id}`, article, paragraph, score }];
        });
      },
      async searchPhrase(terms, limit) {
        const hits = await wanted(
          (asked) => engine.searchPhrase(terms, asked),
          limit,
          isHeld,
          isPart,
        );
        await bodies.open(hits.map(({ of }) => of));
        return hits.flatMap(({ of: article, place }) => {
          const paragraph = article.paragraphs[place];
          return paragraph === undefined ? [] : [{ article, paragraph }];
        });
      },
      ...(engine.fetchFor && { fetchFor: engine.fetchFor }),
      within: (some, isCopyAmong) =>
        searchAmong((article) => isHeld(article) && some(article), isCopyAmong),
    };
  }

  const search = searchAmong(undefined, isCopy);
  const counted = countedBy(engine);
  const documentsOf = documentReader(tokenizer);
  function countsOf(article: Article): ArticleCounts {
    let counts = counted.get(article);
    if (counts === undefined) {
      counts = countDocuments(documentsOf(article));
      counted.set(article, counts);
    }
    return counts;
  }

  /** Counts the articles inside, or those outside where they are fewer, which all are but for them. */
  async function countWithin(holds: (article: Article) => boolean): Promise<TermCounts> {
    const inside = articles.filter(holds);
    const isInside = inside.length * 2 <= articles.length;
    const [terms, characters] = [new Counts(), new Counts()];
    let documents = 0;
    for (const article of isInside ? inside : articles.filter((one) => !holds(one))) {
      await bodies.open([article]);
      const counts = countsOf(article);
      for (const [term, count] of counts.terms.entries()) terms.add(term, count);
      for (const [character, count] of counts.characters.entries())
        characters.add(character, count);
      documents += counts.documents;
      await setImmediate();
    }
    const within = (counts: Counts, key: string, whole: () => number) =>
      isInside ? counts.get(key) : whole() - counts.get(key);
    const documentFrequency = (term: string) =>
      within(terms, term, () => engine.documentFrequency(term));
    const characterFrequency = (character: string) =>
      within(characters, character, () => engine.characterFrequency(character));
    return {
      size: isInside ? documents : engine.size - documents,
      terms: (prefix) => engine.terms(prefix).filter((term) => documentFrequency(term) > 0),
      characters: () => [...engine.characters()].filter((each) => characterFrequency(each) > 0),
      documentFrequency,
      characterFrequency,
    };
  }

  const index: ParagraphIndex = {
    ...createTermDictionary(engine),
    sentence(article, sentence) {
      let analysed = sentences.get(sentence);
      if (analysed === undefined) {
        analysed = analyse(slice(article.text, sentence.span), tokenizer);
        sentences.set(sentence, analysed);
      }
      return analysed;
    },
    context: contextReader(tokenizer),
    within: async (holds) => ({ ...index, ...createTermDictionary(await countWithin(holds)) }),
  };
  return { index, search };
}

/** The terms and characters of an article, each with the number of its paragraphs that hold it. */
interface ArticleCounts {
  readonly terms: Counts;
  readonly characters: Counts;
  readonly documents: number;
}

/** What was counted, as long as the articles are held. */
const countedBy = memoByObject((_: SearchEngine) => new WeakMap<Article, ArticleCounts>());

function countDocuments(all: Iterable<SearchDocument>): ArticleCounts {
  const [terms, characters] = [new Counts(), new Counts()];
  let documents = 0;
  for (const document of all) {
    for (const term of new Set(document.terms)) terms.add(term, 1);
    for (const character of document.characters) characters.add(character, 1);
    documents += 1;
  }
  return { terms, characters, documents };
}

/** A hit with its article. */
interface Hit {
  readonly article: Article;
  readonly place: number;
  readonly score: number;
}

/** Best first; of equals the newer first, whatever order the files are in. */
function byScore(a: Hit, b: Hit): number {
  return (
    b.score - a.score ||
    compareStrings(b.article.date ?? '', a.article.date ?? '') ||
    compareStrings(a.article.id, b.article.id) ||
    a.place - b.place
  );
}
