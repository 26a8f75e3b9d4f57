import type { Article } from '../../article/article.ts';
import type { CorpusKnowledge } from '../../knowledge/corpus-knowledge.ts';
import { KIND_WORDS } from '../../question/data/stop-words.ts';
import type { Question } from '../../question/question.ts';
import type { ParagraphIndex } from '../../search/paragraph-index.ts';
import type { Ranked } from '../rank/rank.ts';
import { creditIn, type TellingWord, tellingWords } from './telling-words.ts';

/** Which of the articles found a question means, by how much of what it says each of them writes. */
export interface ArticlesMeant {
  /** The ranked sentences of these articles, best first. */
  readonly ranked: readonly Ranked[];
  /** Those of them that may be shown beside a sentence: of articles that write as much as its own. */
  beside(best: Ranked): readonly Ranked[];
  /** Whether the article of a sentence writes nothing of what the question says. */
  isForeign(best: Ranked): boolean;
  /** Whether nothing tells which article is meant: several write as much of it, and none a noun of it. */
  readonly isOpen: boolean;
}

/** An article with its title, headings and paragraphs, normalised. */
interface ReadArticle {
  readonly article: Article;
  readonly text: string;
}

/** Of the most that an article writes of a question, the share that another one may lack and still be meant. */
const LACKING = 0.25;
/** Difference between shares that is none. */
const SLACK = 0.02;
/** Share of a question from which on an article that writes it is meant, though others write as much. */
const PLACED = 0.5;
/**
 * Weighs the articles of the ranked sentences by the words of a question, each word by how few articles
 * write it. In paragraphs, by which sentences are ranked, the name that an article is all about counts
 * as common, and a word that stands in one sentence of another article as rare. `talkedAbout` is the id
 * of the article that a follow-up is about before all others.
 */
export function articlesMeant(
  question: Question,
  ranked: readonly Ranked[],
  knowledge: Pick<CorpusKnowledge, 'index' | 'corpus' | 'textOf'>,
  talkedAbout: string | undefined,
): ArticlesMeant {
  const articles = [...new Set(ranked.map(({ found }) => found.article))];
  const words = tellingWords(question, knowledge.index);
  const shares = sharesOf(words, articles, knowledge);
  const shareOf = ({ found }: Ranked) => shares.get(found.article) ?? 0;
  const most = Math.max(0, ...shares.values());
  const meant = ranked.filter((one) => shareOf(one) >= most * (1 - LACKING));
  const writesNoun = articles.some((article) =>
    words.some((word) => word.isNoun && creditIn(knowledge.textOf(article), word) > 0),
  );
  // a word of one character that the corpus writes may be what an article is about
  const hasCharacter = question.content.some(
    ({ text }) =>
      text.length === 1 && !KIND_WORDS.has(text) && knowledge.index.documentFrequency(text) > 0,
  );
  const equal = articles.filter((article) => (shares.get(article) ?? 0) >= most - SLACK);
  return {
    ranked: meant,
    beside: (best) =>
      best.found.article.id === talkedAbout
        ? meant.filter(({ found }) => found.article.id === talkedAbout)
        : meant.filter((one) => shareOf(one) >= shareOf(best) - SLACK),
    isForeign: ({ found }) => shares.get(found.article) === 0 && !hasCharacter,
    isOpen: most > 0 && most < PLACED && !writesNoun && !hasCharacter && equal.length > 1,
  };
}

/** The share, from 0 to 1, of what a question says that each article writes; empty where it says nothing. */
function sharesOf(
  words: readonly TellingWord[],
  articles: readonly Article[],
  { index, corpus, textOf }: Pick<CorpusKnowledge, 'index' | 'corpus' | 'textOf'>,
): ReadonlyMap<Article, number> {
  const read = articles.map((article) => ({ article, text: textOf(article) }));
  const weighed = words.map((word) => {
    const forms = writtenForms(word, index);
    const counts = read.map((one) => Math.max(...forms.map((form) => paragraphsWith(form, one))));
    const holding = counts.filter((count) => count > 0).length;
    const counted = counts.reduce((sum, count) => sum + count, 0);
    const elsewhere = Math.max(0, Math.max(...forms.map(index.documentFrequency)) - counted);
    // paragraphs elsewhere are taken to be as many to the article as here
    const others = counted === 0 ? elsewhere : (elsewhere * holding) / counted;
    return { word, weight: word.factor * rarity(holding + others, corpus.articles.length) };
  });
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return new Map();
  return new Map(
    read.map(({ article, text }) => [
      article,
      weighed.reduce((sum, { word, weight }) => sum + weight * creditIn(text, word), 0) / total,
    ]),
  );
}

/** A word, or where the corpus writes it otherwise what it writes instead: as rare is the word. */
function writtenForms({ text, others }: TellingWord, index: ParagraphIndex): readonly string[] {
  const written = others.filter((other) => index.documentFrequency(other) > 0);
  return index.documentFrequency(text) > 0 || written.length === 0 ? [text] : written;
}

/** BM25's idf of what so many of all articles write. */
function rarity(writing: number, all: number): number {
  const count = Math.min(writing, all);
  return Math.log(1 + (all - count + 0.5) / (count + 0.5));
}

/** In how many paragraphs a word stands, its places counted; in all of them where it stands in the title. */
function paragraphsWith(word: string, { article, text }: ReadArticle): number {
  const { length } = article.paragraphs;
  const title = text.slice(0, text.indexOf('\n'));
  if (title.includes(word)) return length;
  let count = 0;
  for (let at = text.indexOf(word); at >= 0 && count < length; at = text.indexOf(word, at + 1))
    count += 1;
  return count;
}
