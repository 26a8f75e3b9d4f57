import type { Article, Corpus } from '../article/article.ts';
import {
  type DuplicateList,
  duplicateParagraphs,
  listDuplicates,
} from '../duplicates/duplicate-paragraphs.ts';
import { createAbbreviations } from '../language/abbreviations.ts';
import { findNames } from '../language/find-names.ts';
import { normalize } from '../language/normalize.ts';
import { createPinyin, type Pinyin } from '../language/pinyin.ts';
import { createTokenizer, type Tokenizer } from '../language/tokenizer.ts';
import { createVersions } from '../search/article-version.ts';
import type { SearchEngine } from '../search/engine.ts';
import { type SearchSettings, withEngine } from '../search/open-engine.ts';
import { indexParagraphs } from '../search/paragraph-index.ts';
import { type ArticleBodies, IN_MEMORY } from '../store/article-bodies.ts';
import { type DerivedValues, NO_CACHE } from '../store/derived-values.ts';
import { type ArticleFacts, createArticleFacts } from './article-facts.ts';
import type { CorpusKnowledge } from './corpus-knowledge.ts';
import { LONG_SYNONYMS } from './data/synonyms.ts';
import { createVocabulary } from './vocabulary.ts';

export interface LearnSettings extends SearchSettings {
  /** Values computed from the articles, where a store holds them; none unless given. */
  readonly derivedValues?: DerivedValues;
  /** Where the articles' bodies are kept; by default in the articles themselves. */
  readonly bodies?: ArticleBodies;
  /** Told before each article that is indexed anew how many are already, of how many. */
  readonly progress?: (done: number, of: number) => void;
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
  const { derivedValues = NO_CACHE, bodies = IN_MEMORY } = settings;
  const tools = {
    tokenizer: createTokenizer(),
    pinyin: createPinyin(),
    versionOf: createVersions(),
    duplicatesOf: derivedValues.ofCorpus('duplicates', listDuplicates),
    facts: createArticleFacts(derivedValues),
    bodies,
    progress: settings.progress,
  };
  return withEngine(corpus, settings, async (engine) => ({
    knowledge: await learn(corpus, engine, tools),
    learn: (next) => learn(next, engine, tools),
  }));
}

/** What stays the same from one state of a corpus to the next. */
interface Tools {
  readonly versionOf: (article: Article) => string;
  readonly tokenizer: Tokenizer;
  readonly pinyin: Pinyin;
  readonly duplicatesOf: (articles: readonly Article[]) => DuplicateList;
  readonly facts: ArticleFacts;
  readonly bodies: ArticleBodies;
  readonly progress: LearnSettings['progress'] | undefined;
}

async function learn(
  corpus: Corpus,
  engine: SearchEngine,
  { tokenizer, pinyin, versionOf, duplicatesOf, facts, bodies, progress }: Tools,
): Promise<CorpusKnowledge> {
  const held = await engine.held();
  const learnt = corpus.articles.map((article) => {
    const version = versionOf(article);
    const known = held.get(article.id);
    return known?.version === version
      ? { article, ...known }
      : { article, version, names: findNames(normalize(article.text).text, tokenizer) };
  });
  const names = new Set(learnt.flatMap((one) => one.names));
  tokenizer.teach([...names, ...LONG_SYNONYMS]);
  const copies = duplicateParagraphs(corpus.articles, duplicatesOf(corpus.articles));
  const { isCopy } = copies;
  const { index, search } = await indexParagraphs(learnt, engine, tokenizer, {
    isCopy,
    bodies,
    progress,
  });
  return {
    ...facts,
    corpus,
    index,
    search,
    copies,
    tokenizer,
    pinyin,
    vocabulary: createVocabulary(index, search, tokenizer, pinyin),
    lexicon: {
      seen: (term) => index.documentFrequency(term) > 0,
      terms: index.terms,
      characters: index.characters,
      isName: (word) => names.has(word),
      fullNames: createAbbreviations(names, tokenizer),
    },
  };
}
