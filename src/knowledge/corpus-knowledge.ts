import type { Corpus } from '../article/article.ts';
import type { DuplicateParagraphs } from '../duplicates/duplicate-paragraphs.ts';
import type { Pinyin } from '../language/pinyin.ts';
import type { Tokenizer } from '../language/tokenizer.ts';
import type { ParagraphIndex, ParagraphSearch } from '../search/paragraph-index.ts';
import type { ArticleFacts } from './article-facts.ts';
import type { Lexicon } from './lexicon.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * All that is known of one state of a corpus, made by learn-corpus and handed down: a question takes
 * it once and sees no other. A step that needs a part of it says so by `Pick`.
 */
export interface CorpusKnowledge extends ArticleFacts {
  readonly corpus: Corpus;
  /** The paragraphs' terms, as ranking weighs them. */
  readonly index: ParagraphIndex;
  /** The paragraphs, found by terms. */
  readonly search: ParagraphSearch;
  /** Which words the corpus writes, and which are names. */
  readonly lexicon: Lexicon;
  /** How the corpus spells. */
  readonly vocabulary: Vocabulary;
  /** Which paragraphs say the same. */
  readonly copies: DuplicateParagraphs;
  /** What cuts the corpus and its questions, with the names of the corpus taught to it. */
  readonly tokenizer: Tokenizer;
  readonly pinyin: Pinyin;
}
