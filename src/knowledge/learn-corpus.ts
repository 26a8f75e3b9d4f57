import type { Article, Corpus } from '../article/article.ts';
import { PrintedArticles } from '../duplicates/article-prints.ts';
import { duplicateParagraphs, type PlaceName } from '../duplicates/duplicate-paragraphs.ts';
import { listDuplicates } from '../duplicates/list-duplicates.ts';
import { createAbbreviations } from '../language/abbreviations.ts';
import { findNames } from '../language/find-names.ts';
import { nameList } from '../language/name-list.ts';
import { normalize } from '../language/normalize.ts';
import { createPinyin, type Pinyin } from '../language/pinyin.ts';
import { createTokenizer, type Tokenizer } from '../language/tokenizer.ts';
import { createVersions } from '../search/article-version.ts';
import type { HeldArticle, SearchEngine } from '../search/engine.ts';
import { holdArticles } from '../search/hold-articles.ts';
import { type SearchSettings, withEngine } from '../search/open-engine.ts';
import { indexParagraphs } from '../search/paragraph-index.ts';
import { type ArticleBodies, IN_MEMORY } from '../store/article-bodies.ts';
import { type DerivedValues, type LookUp, NO_CACHE, tableOf } from '../store/derived-values.ts';
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
  /**
   * Names a corpus so that another corpus has another name, or gives undefined; by default none has
   * one. An engine that holds the corpus of that name is taken as it is.
   */
  readonly stateOf?: (corpus: Corpus) => string | undefined;
  /** Told whenever some of many articles can be found while the others are still indexed. */
  readonly partly?: () => void;
  /**
   * Whether another process is still indexing the corpus: then the articles that the engine holds are
   * learnt alone, and none is indexed here. By default none is.
   */
  readonly takesHeld?: () => boolean;
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
  const prints = new PrintedArticles();
  const tools = {
    tokenizer: createTokenizer(),
    pinyin: createPinyin(),
    versionOf: createVersions(),
    prints,
    duplicatesOf: tableOf(derivedValues, 'duplicates', (articles) =>
      listDuplicates(articles, prints),
    ),
    facts: createArticleFacts(derivedValues),
    bodies,
    progress: settings.progress,
    partly: settings.partly,
    stateOf: settings.stateOf ?? (() => undefined),
    takesHeld: settings.takesHeld ?? (() => false),
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
  readonly prints: PrintedArticles;
  readonly duplicatesOf: (articles: readonly Article[]) => LookUp<readonly PlaceName[]>;
  readonly facts: ArticleFacts;
  readonly bodies: ArticleBodies;
  readonly progress: LearnSettings['progress'] | undefined;
  readonly partly: LearnSettings['partly'] | undefined;
  readonly stateOf: (corpus: Corpus) => string | undefined;
  readonly takesHeld: () => boolean;
}

async function learn(whole: Corpus, engine: SearchEngine, tools: Tools): Promise<CorpusKnowledge> {
  const { tokenizer, pinyin, versionOf, duplicatesOf, facts, bodies } = tools;
  tokenizer.teach(LONG_SYNONYMS);
  const isPart = tools.takesHeld();
  const corpus = isPart ? await heldPart(whole, engine, versionOf) : whole;
  const state = tools.stateOf(corpus);
  const isHeld = isPart || (state !== undefined && (await engine.heldState?.()) === state);
  const found = isHeld ? undefined : await hold(corpus, engine, state, tools);
  const names = engine.names ?? nameList(found ?? namesIn(await engine.held()));
  tokenizer.follow(names);
  // which say the same is found out when all are there
  const placesAt = isPart ? () => undefined : duplicatesOf(corpus.articles);
  const copies = duplicateParagraphs(corpus.articles, placesAt);
  const { isCopy } = copies;
  const { index, search } = indexParagraphs(corpus.articles, engine, tokenizer, {
    isCopy,
    bodies,
    versionOf,
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
      isName: names.has,
      fullNames: createAbbreviations(names, tokenizer),
    },
  };
}

/** The articles of a corpus that the engine holds, with the number of those that it does not yet. */
async function heldPart(
  { articles, problems }: Corpus,
  engine: SearchEngine,
  versionOf: (article: Article) => string,
): Promise<Corpus> {
  const held = await engine.held();
  const part = articles.filter((article) => held.get(article.id)?.version === versionOf(article));
  return { articles: part, problems, unread: articles.length - part.length };
}

/**
 * Has the engine hold the articles of a corpus and no others. The names of all of them are taught to
 * the tokenizer before any is cut.
 * @returns these names
 */
async function hold(
  { articles }: Corpus,
  engine: SearchEngine,
  state: string | undefined,
  { tokenizer, prints, versionOf, progress, partly }: Tools,
): Promise<ReadonlySet<string>> {
  const held = await engine.held();
  const learnt = articles.map((article) => {
    const version = versionOf(article);
    const known = held.get(article.id);
    if (known?.version === version) return { article, ...known };
    // while its text is at hand
    prints.of(article);
    return { article, version, names: findNames(normalize(article.text).text, tokenizer) };
  });
  const names = new Set(learnt.flatMap((one) => one.names));
  tokenizer.teach(names);
  await holdArticles(learnt, engine, tokenizer, { state, progress, partly });
  return names;
}

function namesIn(held: ReadonlyMap<string, HeldArticle>): ReadonlySet<string> {
  return new Set([...held.values()].flatMap(({ names }) => names));
}
