import type { Article, Corpus } from '../article/article.ts';
import {
  type DuplicateList,
  type DuplicateParagraphs,
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
import { indexParagraphs, type ParagraphIndex } from '../search/paragraph-index.ts';
import { type DerivedValues, NO_CACHE } from '../store/derived-values.ts';
import { LONG_SYNONYMS } from './data/synonyms.ts';
import type { Lexicon } from './lexicon.ts';

/**
 * Indexes a corpus, with what it knows of words. Its names are taught to jieba first, so that the
 * index holds them whole; jieba keeps them for the life of the process. What an engine still holds
 * from an earlier process is taken from it.
 */
export function learnCorpus(corpus: Corpus, settings: LearnSettings = {}): Learnt {
  const { derivedValues = NO_CACHE } = settings;
  const tools = {
    tokenizer: createTokenizer(),
    pinyin: createPinyin(),
    versionOf: createVersions(),
    duplicatesOf: derivedValues.ofCorpus('duplicates', listDuplicates),
  };
  return withEngine(corpus, settings, (engine) => learn(corpus, engine, tools));
}

export interface LearnSettings extends SearchSettings {
  /** Values computed from the articles, where a store holds them; none unless given. */
  readonly derivedValues?: DerivedValues;
}

interface Tools {
  readonly tokenizer: Tokenizer;
  readonly pinyin: Pinyin;
  readonly versionOf: (article: Article) => string;
  readonly duplicatesOf: (articles: readonly Article[]) => DuplicateList;
}

/** What is known of a corpus. */
export interface Learnt {
  readonly index: ParagraphIndex;
  readonly lexicon: Lexicon;
  /** What cuts the corpus and its questions, with the names of the corpus taught to it. */
  readonly tokenizer: Tokenizer;
  readonly pinyin: Pinyin;
  /** The paragraphs that say the same as others. */
  readonly copies: DuplicateParagraphs;
  /** The same of another corpus by the same engine, which keeps what both hold; the index before is of no use then. */
  learn(corpus: Corpus): Learnt;
}

function learn(corpus: Corpus, engine: SearchEngine, tools: Tools): Learnt {
  const { tokenizer, pinyin } = tools;
  const held = engine.held();
  const learnt = corpus.articles.map((article) => {
    const version = tools.versionOf(article);
    const known = held.get(article.id);
    return known?.version === version
      ? { article, ...known }
      : { article, version, names: findNames(normalize(article.text).text, tokenizer) };
  });
  const names = new Set(learnt.flatMap((one) => one.names));
  tokenizer.teach([...names, ...LONG_SYNONYMS]);
  const copies = duplicateParagraphs(corpus.articles, tools.duplicatesOf(corpus.articles));
  const index = indexParagraphs(learnt, engine, tokenizer, copies.isCopy);
  return {
    index,
    copies,
    tokenizer,
    pinyin,
    lexicon: {
      seen: (term) => index.documentFrequency(term) > 0,
      terms: index.terms,
      characters: index.characters,
      isName: (word) => names.has(word),
      fullNames: createAbbreviations(names, tokenizer),
    },
    learn: (next) => learn(next, engine, tools),
  };
}
