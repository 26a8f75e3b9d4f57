import type { Article, Corpus } from '../article/article.ts';
import type { ReadingStore } from '../corpus/reading-store.ts';
import type { ArticleBodies } from './article-bodies.ts';
import type { DerivedValues } from './derived-values.ts';

/**
 * A store of articles, of the values derived from them and of how far a folder has been indexed,
 * which outlasts the process. The body of a stored article is read only when its text is needed,
 * and only the bodies that were read last are held in memory.
 */
export interface ArticleStore extends ReadingStore, ArticleBodies, DerivedValues {
  /**
   * The corpus that `remember` was given last, by this process or another one. Undefined where
   * there is none, and where the file has been replaced since it was opened.
   */
  corpus(): Corpus | undefined;
  /**
   * Stores the present corpus of the folder and writes it, and drops the articles of all but the
   * last states before it and the values of other versions.
   * @returns whether the corpus was written, so that another process will find it
   */
  remember(corpus: Corpus): boolean;
  /**
   * Whether a step is finished for the corpus remembered last, and for the present version of each
   * value.
   */
  isDone(step: Step): boolean;
  /**
   * Names a corpus of articles of this store, so that another corpus has another name; undefined
   * where one of them is not of this store.
   */
  stateOf?(articles: readonly Article[]): string | undefined;
  /** Notes that the folder with this stamp holds the corpus remembered last. */
  noteFolder?(stamp: string): void;
  /** Whether the corpus remembered last is known to be that of the folder with this stamp. */
  holdsFolder?(stamp: string): boolean;
  /** Notes that a step is finished for the corpus remembered last. */
  finish(step: Step): void;
  /**
   * Writes all values that wait, and a checksum of the file, so that the next process can trust it.
   */
  seal(): void;
  close(): void;
}

/**
 * The steps of an index job, in order: the index is written; the values that only some questions
 * need are derived, for instance the glossary; the values of each article are derived.
 */
type Step = 'indexed' | 'prepared' | 'warmed up';
