import { type Copies, findCopies } from '../article/copies.ts';
import type { Article, Corpus } from '../article/types.ts';
import { createAbbreviations } from '../language/abbreviations.ts';
import { findNames } from '../language/names.ts';
import { normalize } from '../language/normalize.ts';
import { teach } from '../language/segment.ts';
import { type SearchSettings, withEngine } from '../search/open-engine.ts';
import { indexParagraphs, type ParagraphIndex } from '../search/paragraph-index.ts';
import type { SearchEngine } from '../search/types.ts';
import { createVersions } from '../search/version.ts';
import { LONG_SYNONYMS } from './data/synonyms.ts';
import type { Lexicon } from './expand.ts';

/**
 * Indexes a corpus, with what it knows of words. Its names are taught to jieba first, so that the
 * index holds them whole; jieba keeps them for the life of the process. What an engine still holds
 * from an earlier process is taken from it.
 */
export function learnCorpus(corpus: Corpus, settings: SearchSettings = {}): Learnt {
  const versionOf = createVersions();
  const paragraphs = corpus.articles.reduce((sum, article) => sum + article.paragraphs.length, 0);
  return withEngine(paragraphs, settings, (engine) => learn(corpus, engine, versionOf));
}

/** What is known of a corpus. */
export interface Learnt {
  readonly index: ParagraphIndex;
  readonly lexicon: Lexicon;
  /** Which paragraphs say the same; found when first asked for. */
  copies(): Copies;
  /** The same of another corpus by the same engine, which keeps what both hold; the index before is of no use then. */
  learn(corpus: Corpus): Learnt;
}

function learn(
  corpus: Corpus,
  engine: SearchEngine,
  versionOf: (article: Article) => string,
): Learnt {
  const held = engine.held();
  const learnt = corpus.articles.map((article) => {
    const version = versionOf(article);
    const known = held.get(article.id);
    return known?.version === version
      ? { article, ...known }
      : { article, version, names: findNames(normalize(article.text).text) };
  });
  const names = new Set(learnt.flatMap((one) => one.names));
  teach([...names, ...LONG_SYNONYMS]);
  let found: Copies | undefined;
  const copies = () => {
    found ??= findCopies(corpus.articles);
    return found;
  };
  const index = indexParagraphs(learnt, engine, (paragraph) => copies().isCopy(paragraph));
  return {
    index,
    copies,
    lexicon: {
      seen: (term) => index.documentFrequency(term) > 0,
      terms: index.terms,
      characters: index.characters,
      isName: (word) => names.has(word),
      fullNames: createAbbreviations(names),
    },
    learn: (next) => learn(next, engine, versionOf),
  };
}
