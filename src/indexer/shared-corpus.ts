import type { Article, Corpus } from '../article/article.ts';
import { duplicateParagraphs } from '../duplicates/duplicate-paragraphs.ts';
import { listDuplicates } from '../duplicates/list-duplicates.ts';
import { extractFigures } from '../figures/extract.ts';
import { figuresAtHand } from '../figures/figure-lookup.ts';
import type { Database } from '../postgres/database.ts';
import type { ArticleStore } from '../store/article-store.ts';
import { tableOf } from '../store/derived-values.ts';
import { createGenerationStore } from '../store/postgres-generation-store.ts';
import { YuanwenError } from '../util/errors.ts';
import type { IndexReport } from './folder-settings.ts';
import { createGenerationCopies, generationCode, openCopy } from './generation-copies.ts';
import type { OpenCorpus } from './open-corpus.ts';

/** Said where a command asks a database for articles that nobody has published. */
export function noneBuilt(): YuanwenError {
  return new YuanwenError(
    'corpus',
    'the database holds no articles yet: run npm start or npm run index with the folder of the articles.',
  );
}

/** The articles of the newest generation in a database, until they are closed; none before there is one. */
export async function copiedArticles(
  database: Database,
  stateDir: string,
  report: IndexReport,
): Promise<{ readonly articles: readonly Article[]; close(): void }> {
  const copied = await openNewest(database, stateDir, report);
  return { articles: copied?.corpus.articles ?? [], close: () => copied?.store.close() };
}

/** The articles of the newest generation in a database without a bot over them; loads no jieba. */
export async function openCopiedCorpus(
  database: Database,
  stateDir: string,
  report: IndexReport,
): Promise<OpenCorpus> {
  const copied = await openNewest(database, stateDir, report);
  if (copied === undefined) throw noneBuilt();
  const { store, corpus } = copied;
  await report.problems(corpus);
  const figuresOf = store.ofArticle('figures', extractFigures);
  return {
    corpus,
    figuresOf,
    figures: figuresAtHand(() => corpus.articles.flatMap(figuresOf)),
    copies: () =>
      duplicateParagraphs(
        corpus.articles,
        tableOf(store, 'duplicates', listDuplicates)(corpus.articles),
      ),
    close: () => store.close(),
  };
}

/** The newest generation's copy on this machine, fetched where it is not there; undefined before there is one. */
async function openNewest(
  database: Database,
  stateDir: string,
  report: IndexReport,
): Promise<{ readonly store: ArticleStore; readonly corpus: Corpus } | undefined> {
  const published = createGenerationStore(database, generationCode());
  const newest = await published.newest();
  if (newest === undefined) return undefined;
  const copies = createGenerationCopies(stateDir, database.tenant, published);
  const store = openCopy(await copies.folderOf(newest), stateDir, database.tenant, report.warn);
  const corpus = store.corpus();
  if (corpus !== undefined) return { store, corpus };
  store.close();
  copies.drop(newest);
  throw new YuanwenError('corpus', 'the copy of the articles is damaged: try again.');
}
