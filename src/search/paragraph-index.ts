import { LRUCache } from 'lru-cache';
import type { Article, Paragraph, Sentence } from '../article/article.ts';
import { articleById } from '../article/article-by-id.ts';
import { type AnalysedText, analyse } from '../language/analysed-text.ts';
import type { Tokenizer } from '../language/tokenizer.ts';
import { type ArticleBodies, IN_MEMORY } from '../store/article-bodies.ts';
import { compareStrings } from '../util/compare-strings.ts';
import { slice } from '../util/span.ts';
import { contextReader } from './context.ts';
import type { DocumentPlace, SearchEngine } from './engine.ts';
import { createTermDictionary, type TermDictionary } from './term-dictionary.ts';

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
}

/** Characters of the analysed sentences that are kept: some 60 MB. */
const CHARACTERS_KEPT = 400_000;
/** Hits asked for beyond the limit, for duplicate paragraphs are dropped and equals are ordered anew. */
const SPARE = 12;

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
    maxSize: CHARACTERS_KEPT,
    sizeCalculation: ({ normalized }) => normalized.text.length + 1,
  });

  /** Undefined where another process has put another version in the place of the article. */
  function articleOf({ article: id, version }: DocumentPlace): Article | undefined {
    const article = articleById(articles, id);
    return article !== undefined && versionOf(article) === version ? article : undefined;
  }

  const search: ParagraphSearch = {
    async search(terms, limit) {
      const found = await engine.search(terms, limit + SPARE);
      const hits = found
        .flatMap((hit) => {
          const article = articleOf(hit);
          // paragraphs count from 1
          if (article === undefined || isCopy(article, hit.place + 1)) return [];
          return [{ article, place: hit.place, score: hit.score }];
        })
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
      const found = await engine.searchPhrase(terms, limit);
      const hits = found.flatMap((hit) => {
        const article = articleOf(hit);
        return article === undefined ? [] : [{ article, place: hit.place }];
      });
      await bodies.open(hits.map(({ article }) => article));
      return hits.flatMap(({ article, place }) => {
        const paragraph = article.paragraphs[place];
        return paragraph === undefined ? [] : [{ article, paragraph }];
      });
    },
  };
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
  };
  return { index, search };
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
