import type { Article, Corpus, Paragraph, Sentence } from '../article/types.ts';
import { type NormalizedText, normalize } from '../language/normalize.ts';
import { segment, type Token } from '../language/segment.ts';
import { termsOf } from '../language/terms.ts';
import { slice } from '../offset.ts';
import type { SearchEngine } from './types.ts';

/** A run of an article's text, ready to be compared with a question. */
export interface AnalysedText {
  readonly normalized: NormalizedText;
  readonly tokens: readonly Token[];
  readonly terms: readonly string[];
  readonly termSet: ReadonlySet<string>;
}

interface IndexedParagraph {
  readonly id: number;
  readonly article: Article;
  readonly paragraph: Paragraph;
}

export interface RankedParagraph extends IndexedParagraph {
  readonly score: number;
}

/** The paragraphs of a corpus, found by terms, with what ranking needs to know about each term. */
export interface ParagraphIndex {
  readonly size: number;
  search(terms: readonly string[], limit: number): RankedParagraph[];
  /** Every term that a paragraph holds, each once. */
  terms(): Iterable<string>;
  /** Number of paragraphs that hold the term. */
  documentFrequency(term: string): number;
  /** BM25's idf over paragraphs: ln(1 + (N − n + ½) / (n + ½)). */
  idf(term: string): number;
  /** The same of one character. */
  characterIdf(character: string): number;
  /** Cut on first use and kept. */
  sentence(article: Article, sentence: Sentence): AnalysedText;
  /** Terms of the article's title and of the heading above the paragraph. */
  context(found: IndexedParagraph): ReadonlySet<string>;
}

function analyse(text: string): AnalysedText {
  const normalized = normalize(text);
  const tokens = segment(normalized.text);
  const terms = termsOf(tokens);
  return { normalized, tokens, terms, termSet: new Set(terms) };
}

/** Indexes all paragraphs but those that `isCopy` of another one. */
export function indexParagraphs(
  corpus: Corpus,
  engine: SearchEngine,
  isCopy: (paragraph: Paragraph) => boolean = () => false,
): ParagraphIndex {
  const paragraphs: IndexedParagraph[] = [];
  // of equals the newer comes first, whatever order the files are in
  const articles = [...corpus.articles].sort(
    (a, b) => compare(b.date ?? '', a.date ?? '') || compare(a.id, b.id),
  );
  for (const article of articles) {
    for (const paragraph of article.paragraphs) {
      if (isCopy(paragraph)) continue;
      paragraphs.push({ id: paragraphs.length, article, paragraph });
    }
  }

  const contexts = new Map<string, ReadonlySet<string>>();
  function context({ article, paragraph }: IndexedParagraph): ReadonlySet<string> {
    const key = `${article.id}\n${paragraph.heading ?? ''}`;
    let terms = contexts.get(key);
    if (terms === undefined) {
      terms = new Set(analyse(`${article.title}\n${paragraph.heading ?? ''}`).terms);
      contexts.set(key, terms);
    }
    return terms;
  }

  const frequency = new Map<string, number>();
  const characterFrequency = new Map<string, number>();
  engine.index(
    paragraphs.map((entry) => {
      const analysed = analyse(slice(entry.article.text, entry.paragraph.span));
      const { normalized, terms, termSet } = analysed;
      const around = context(entry);
      for (const term of termSet) count(frequency, term);
      for (const character of new Set(normalized.text)) count(characterFrequency, character);
      return { id: entry.id, terms: [...around, ...terms] };
    }),
  );

  const sentences = new WeakMap<Sentence, AnalysedText>();
  const idf = (holding: number) =>
    Math.log(1 + (paragraphs.length - holding + 0.5) / (holding + 0.5));
  const documentFrequency = (term: string) => frequency.get(term) ?? 0;

  return {
    size: paragraphs.length,
    search(terms, limit) {
      const ranked: RankedParagraph[] = [];
      for (const { id, score } of engine.search(terms, limit)) {
        const entry = paragraphs[id];
        if (entry !== undefined) ranked.push({ ...entry, score });
      }
      return ranked;
    },
    terms: () => frequency.keys(),
    documentFrequency,
    idf: (term) => idf(documentFrequency(term)),
    characterIdf: (character) => idf(characterFrequency.get(character) ?? 0),
    sentence(article, sentence) {
      let analysed = sentences.get(sentence);
      if (analysed === undefined) {
        analysed = analyse(slice(article.text, sentence.span));
        sentences.set(sentence, analysed);
      }
      return analysed;
    },
    context,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function count(frequency: Map<string, number>, term: string): void {
  frequency.set(term, (frequency.get(term) ?? 0) + 1);
}
