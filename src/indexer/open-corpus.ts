import { existsSync } from 'node:fs';
import type { Article, Corpus } from '../article/article.ts';
import type { DuplicateParagraphs } from '../duplicates/duplicate-paragraphs.ts';
import type { FigureLookup } from '../figures/figure-lookup.ts';
import type { Figure } from '../figures/parts/figure.ts';
import type { FigureTable } from '../store/figure-table.ts';
import { type FolderSettings, type IndexReport, useDictionary } from './folder-settings.ts';

/** The articles of a folder without a bot over them. */
export interface OpenCorpus {
  readonly corpus: Corpus;
  figuresOf(article: Article): readonly Figure[];
  /** The figures of all articles, looked up by what is asked for. */
  readonly figures: FigureLookup;
  copies(): DuplicateParagraphs;
  close(): void;
}

/**
 * Opens the articles of a folder, from the store where they are stored, and reports what was left
 * out. Loads no jieba.
 */
export async function openCorpus(
  settings: FolderSettings,
  report: IndexReport,
): Promise<OpenCorpus> {
  const { dir, stateDir } = settings;
  await useDictionary(settings);
  const { openFolder } = await import('../corpus/folder.ts');
  const { folderStamp } = await import('../corpus/folder-stamp.ts');
  const { holdingSomething } = await import('../corpus/load-corpus.ts');
  const { extractFigures } = await import('../figures/extract.ts');
  const { figuresAtHand } = await import('../figures/figure-lookup.ts');
  const { duplicateParagraphs } = await import('../duplicates/duplicate-paragraphs.ts');
  const { listDuplicates } = await import('../duplicates/list-duplicates.ts');
  const { NO_CACHE, tableOf } = await import('../store/derived-values.ts');
  const { articleStoreFile } = await import('../store/file-names.ts');
  const { openArticleStore } = await import('../store/sqlite-article-store.ts');
  const file = articleStoreFile(stateDir, dir);
  // Without the lock the store is only read, as another process may just be storing articles.
  const release = file === undefined ? undefined : await lockIfPossible(file);
  const isReader = release === undefined;
  const store =
    file === undefined ? undefined : openArticleStore(file, report.warn, { readOnly: isReader });
  const derivedValues = store ?? NO_CACHE;
  const { failedDocuments } = await import('../store/failed-documents.ts');
  const stamp = store?.holdsFolder && folderStamp(dir);
  const kept = stamp !== undefined && store?.holdsFolder?.(stamp) ? store.corpus() : undefined;
  const folder = openFolder(dir, store, failedDocuments(stateDir));
  const corpus = kept ?? holdingSomething(dir, await folder.load());
  if (!isReader && kept === undefined) store?.remember(corpus);
  release?.();
  await report.problems(corpus);
  const figuresOf = derivedValues.ofArticle('figures', extractFigures);
  const table = file === undefined ? undefined : await tableOfAll(settings, corpus);
  return {
    corpus,
    figuresOf,
    figures: table?.of(corpus.articles) ?? figuresAtHand(() => corpus.articles.flatMap(figuresOf)),
    copies: () =>
      duplicateParagraphs(
        corpus.articles,
        tableOf(derivedValues, 'duplicates', listDuplicates)(corpus.articles),
      ),
    close() {
      table?.close();
      store?.close();
    },
  };
}

/**
 * The table in which an indexer has put the figures of every article as it is now; undefined where
 * there is none, or it has not come to all of them.
 */
async function tableOfAll(
  { dir, stateDir }: FolderSettings,
  { articles }: Corpus,
): Promise<FigureTable | undefined> {
  const { stateFile } = await import('../store/file-names.ts');
  const file = stateFile(stateDir, 'figures', dir);
  if (!existsSync(file)) return undefined;
  const { openFigureTable } = await import('../store/figure-table.ts');
  let table: FigureTable | undefined;
  try {
    table = openFigureTable(file, true);
    if (articles.every(table.holds)) return table;
  } catch {
    // a table that cannot be read holds nothing that the articles do not
  }
  table?.close();
  return undefined;
}

/** Takes the lock of a file; undefined where its folder cannot be written. */
async function lockIfPossible(file: string): Promise<(() => void) | undefined> {
  const { lock } = await import('../sqlite/process-lock.ts');
  try {
    return lock(file);
  } catch {
    return undefined;
  }
}
