import type { Article, Corpus } from '../article/article.ts';
import { copiesIn, type Folding, fold } from '../duplicates/duplicate-paragraphs.ts';
import { createAbbreviations } from '../language/abbreviations.ts';
import { findNames } from '../language/find-names.ts';
import { normalize } from '../language/normalize.ts';
import { teach } from '../language/tokenizer.ts';
import { createVersions } from '../search/article-version.ts';
import type { SearchEngine } from '../search/engine.ts';
import { type SearchSettings, withEngine } from '../search/open-engine.ts';
import { indexParagraphs } from '../search/paragraph-index.ts';
import { type ArticleBodies, IN_MEMORY } from '../store/article-bodies.ts';
import { MADE_ANEW, type Making } from '../store/derived-values.ts';
import { type ArticleFacts, createArticleFacts } from './article-facts.ts';
import type { CorpusKnowledge } from './corpus-knowledge.ts';
import { LONG_SYNONYMS } from './data/synonyms.ts';
import { createVocabulary } from './vocabulary.ts';

export interface LearnSettings extends SearchSettings {
  /** Where what is made of the articles is kept; by default nothing is kept. */
  readonly making?: Making;
  /** Where the articles' bodies are kept; by default in the articles themselves. */
  readonly bodies?: ArticleBodies;
}

/** A corpus that was learnt, and its engine to learn another one with. */
export interface LearntCorpus {
  readonly knowledge: CorpusKnowledge;
  /**
   * Indexes another corpus with the same engine; unchanged articles are not indexed again. What was
   * known before must not be used from the call on. Where it rejects, the engine holds what it held.
   */
  learn(corpus: Corpus): Promise<CorpusKnowledge>;
}

/**
 * Indexes a corpus and learns its words. Its names are taught to jieba first, so that the index holds
 * them whole; jieba keeps them for the life of the process. Articles that the engine still holds from
 * an earlier process are not indexed again.
 */
export function learnCorpus(corpus: Corpus, settings: LearnSettings = {}): Promise<LearntCorpus> {
  const { making = MADE_ANEW, bodies = IN_MEMORY } = settings;
  const tools = {
    versionOf: createVersions(),
    foldAll: making.ofAll('copies', fold),
    facts: createArticleFacts(making),
    bodies,
  };
  return withEngine(corpus, settings, async (engine) => ({
    knowledge: await learn(corpus, engine, tools),
    learn: (next) => learn(next, engine, tools),
  }));
}

/** What stays the same from one state of a corpus to the next. */
interface Tools {
  readonly versionOf: (article: Article) => string;
  readonly foldAll: (articles: readonly Article[]) => Folding;
  readonly facts: ArticleFacts;
  readonly bodies: ArticleBodies;
}

async function learn(
  corpus: Corpus,
  engine: SearchEngine,
  { versionOf, foldAll, facts, bodies }: Tools,
): Promise<CorpusKnowledge> {
  const held = await engine.held();
  const learnt = corpus.articles.map((article) => {
    const version = versionOf(article);
    const known = held.get(article.id);
    return known?.version === version
      ? { article, ...known }
      : { article, version, names: findNames(normalize(article.text).text) };
  });
  const names = new Set(learnt.flatMap((one) => one.names));
  teach([...names, ...LONG_SYNONYMS]);
  const copies = copiesIn(corpus.articles, foldAll(corpus.articles));
  const { isCopy } = copies;
  const { index, search } = await indexParagraphs(learnt, engine, { isCopy, bodies });
  return {
    ...facts,
    corpus,
    index,
    search,
    copies,
    vocabulary: createVocabulary(index, search),
    lexicon: {
      seen: (term) => index.documentFrequency(term) > 0,
      terms: index.terms,
      characters: index.characters,
      isName: (word) => names.has(word),
      fullNames: createAbbreviations(names),
    },
  };
}
