import { existsSync } from 'node:fs';
import { folderStamp } from '../corpus/folder-stamp.ts';
import { isLarge } from '../search/open-engine.ts';
import { isSealed } from '../sqlite/sealed-file.ts';
import type { ArticleStore } from '../store/article-store.ts';

/**
 * The store of a folder's articles, where it and the index can be answered from as they are: both are
 * as they were left, and so is the folder. Undefined where another process has to look.
 */
export function openKept(
  dir: string,
  articlesFile: string,
  indexFile: string,
  open: () => ArticleStore,
): ArticleStore | undefined {
  const stamp = folderStamp(dir);
  if (stamp === undefined || !existsSync(articlesFile) || !isSealed(articlesFile)) return undefined;
  const store = open();
  const corpus = store.holdsFolder?.(stamp) ? store.corpus() : undefined;
  const isCurrent =
    corpus !== undefined && store.isDone('indexed') && (!isLarge(corpus) || isSealed(indexFile));
  if (isCurrent) return store;
  store.close();
  return undefined;
}
