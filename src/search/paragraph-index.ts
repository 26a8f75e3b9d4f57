import { LRUCache } from 'lru-cache';
import type { Article, Paragraph, Sentence } from '../article/article.ts';
import { type AnalysedText, analyse } from '../language/analysed-text.ts';
import type { Tokenizer } from '../language/tokenizer.ts';
import { compareStrings } from '../util/compare-strings.ts';
import { slice } from '../util/span.ts';
import type { DocumentPlace, HeldArticle, SearchDocument, SearchEngine } from './engine.ts';

export interface FoundParagraph {
  readonly article: Article;
  readonly paragraph: Paragraph;
}

export interface RankedParagraph extends FoundParagraph {
  /** Unique in the corpus. */
  readonly id: string;
  readonly score: number;
}

/** An article with what is indexed of it by the side. */
export interface LearntArticle extends HeldArticle {
  readonly article: Article;
}

/** The paragraphs of a corpus, found by terms, with what ranking needs to know about each term. */
export interface ParagraphIndex {
  readonly size: number;
  search(terms: readonly string[], limit: number): RankedParagraph[];
  /** Paragraphs that hold the terms one right behind the other, in themselves or in what stands above them. */
  searchPhrase(terms: readonly string[], limit: number): FoundParagraph[];
  /** The terms held that begin with `prefix`, each once. */
  terms(prefix: string): readonly string[];
  /** The characters of the paragraphs, each once. */
  characters(): Iterable<string>;
  /** Number of paragraphs that hold the term. */
  documentFrequency(term: string): number;
  /** BM25's idf over paragraphs: ln(1 + (N − n + ½) / (n + ½)). */
  idf(term: string): number;
  /** The same of one character. */
  characterIdf(character: string): number;
  /** Cut on first use; those used last are kept. */
  sentence(article: Article, sentence: Sentence): AnalysedText;
  /** Terms of the article's title and of the heading above the paragraph. */
  context(found: FoundParagraph): ReadonlySet<string>;
}

/** Characters of analysed sentences kept: some 60 MB. */
const CHARACTERS_KEPT = 400_000;
/** Paragraphs asked for beyond those wanted: copies, and equals, may stand in the way. */
const SPARE = 12;
/** Titles with a heading whose terms are kept. */
const CONTEXTS_KEPT = 2_000;

/**
 * Has the engine hold these articles and no others, and finds their paragraphs in it, but for those
 * that say again what another one says.
 */
export function indexParagraphs(
  learnt: readonly LearntArticle[],
  engine: SearchEngine,
  tokenizer: Tokenizer,
  isCopy: (article: Article, number: number) => boolean = () => false,
): ParagraphIndex {
  const articles = new Map(learnt.map((one) => [one.article.id, one]));

  const contexts = new LRUCache<string, ReadonlySet<string>>({ max: CONTEXTS_KEPT });
  function context({ article, paragraph }: FoundParagraph): ReadonlySet<string> {
    const key = `${article.id}\n${paragraph.heading ?? ''}`;
    let terms = contexts.get(key);
    if (terms === undefined) {
      terms = new Set(analyse(`${article.title}\n${paragraph.heading ?? ''}`, tokenizer).terms);
      contexts.set(key, terms);
    }
    return terms;
  }

  function* documentsOf(article: Article): Generator<SearchDocument> {
    for (const paragraph of article.paragraphs) {
      const { normalized, terms } = analyse(slice(article.text, paragraph.span), tokenizer);
      yield {
        terms: [...context({ article, paragraph }), ...terms],
        characters: new Set(normalized.text),
      };
    }
  }

  hold(learnt, engine, documentsOf);

  const sentences = new LRUCache<Sentence, AnalysedText>({
    maxSize: CHARACTERS_KEPT,
    sizeCalculation: ({ normalized }) => normalized.text.length + 1,
  });
  const { size } = engine;
  const idf = (holding: number) => Math.log(1 + (size - holding + 0.5) / (holding + 0.5));

  /** Undefined where another process has put another version in the place of the article. */
  function articleOf({ article: id, version }: DocumentPlace): Article | undefined {
    const held = articles.get(id);
    return held?.version === version ? held.article : undefined;
  }

  return {
    size,
    search(terms, limit) {
      const hits = engine.search(terms, limit + SPARE).flatMap((hit) => {
        const article = articleOf(hit);
        // paragraphs count from 1
        if (article === undefined || isCopy(article, hit.place + 1)) return [];
        return [{ article, place: hit.place, score: hit.score }];
      });
      return hits
        .sort(byScore)
        .slice(0, limit)
        .flatMap(({ article, place, score }) => {
          const paragraph = article.paragraphs[place];
          if (paragraph === undefined) return [];
          return [{ id: `${place} ${article.id}`, article, paragraph, score }];
        });
    },
    searchPhrase: (terms, limit) =>
      engine.searchPhrase(terms, limit).flatMap((hit) => {
        const article = articleOf(hit);
        const paragraph = article?.paragraphs[hit.place];
        return article === undefined || paragraph === undefined ? [] : [{ article, paragraph }];
      }),
    terms: (prefix) => engine.terms(prefix),
    characters: () => engine.characters(),
    documentFrequency: (term) => engine.documentFrequency(term),
    idf: (term) => idf(engine.documentFrequency(term)),
    characterIdf: (character) => idf(engine.characterFrequency(character)),
    sentence(article, sentence) {
      let analysed = sentences.get(sentence);
      if (analysed === undefined) {
        analysed = analyse(slice(article.text, sentence.span), tokenizer);
        sentences.set(sentence, analysed);
      }
      return analysed;
    },
    context,
  };
}

/** Takes out of the engine what is gone or changed, and in what is new. */
function hold(
  learnt: readonly LearntArticle[],
  engine: SearchEngine,
  documentsOf: (article: Article) => Iterable<SearchDocument>,
): void {
  const held = engine.held();
  const versions = new Map(learnt.map(({ article, version }) => [article.id, version]));
  const removed = [...held].flatMap(([id, { version }]) =>
    versions.get(id) === version ? [] : [id],
  );
  const added = learnt.filter(({ article, version }) => held.get(article.id)?.version !== version);
  if (removed.length + added.length === 0) return;
  engine.update(removed, toAdd(added));

  function* toAdd(these: readonly LearntArticle[]) {
    for (const { article, version, names } of these)
      yield { id: article.id, version, names, documents: documentsOf(article) };
  }
}

/** A hit in the article that it was found in. */
interface Hit {
  readonly article: Article;
  readonly place: number;
  readonly score: number;
}

/** Best first; of equals the newer, whatever order the files are in. */
function byScore(a: Hit, b: Hit): number {
  return (
    b.score - a.score ||
    compareStrings(b.article.date ?? '', a.article.date ?? '') ||
    compareStrings(a.article.id, b.article.id) ||
    a.place - b.place
  );
}
