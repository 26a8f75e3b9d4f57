import type { Corpus } from '../article/article.ts';
import type { ReadingStore } from '../corpus/folder.ts';
import type { DerivedValues } from './derived-values.ts';

/**
 * Articles as they were read, and what was made of them, kept in a file from one process to the next.
 * An article found in it is opened only when its text is needed, and only those opened last are held.
 */
export interface ArticleStore extends ReadingStore, DerivedValues {
  /**
   * What the folder last held, as `remember` was told; undefined where that is not known, and where
   * the file is no longer the one that was opened.
   */
  corpus(): Corpus | undefined;
  /**
   * Keeps what a folder holds, drops what was kept of older states, and writes.
   * @returns whether another process will find it
   */
  remember(corpus: Corpus): boolean;
  /** Whether `finish` was told of the step for what was remembered last. */
  isDone(step: Step): boolean;
  finish(step: Step): void;
  /** Writes what was kept and made, for the next process to trust. */
  seal(): void;
  close(): void;
}

/** The index is written; then what only some questions need; then what can be made of each article. */
type Step = 'indexed' | 'prepared' | 'warmed up';
