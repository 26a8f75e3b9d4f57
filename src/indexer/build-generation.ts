import { createHash } from 'node:crypto';
import type { Corpus } from '../article/article.ts';
import type { Lease } from '../postgres/lease.ts';
import type { SearchEngineName } from '../search/engine.ts';
import { postingBlocks, writeCounts } from '../search/engines/sqlite-postings.ts';
import { prepareStatements } from '../search/engines/sqlite-tables.ts';
import { writePostings } from '../search/engines/write-postings.ts';
import { isLarge } from '../search/open-engine.ts';
import { loadSqlite, openFile } from '../sqlite/sealed-file.ts';
import { stateFile } from '../store/file-names.ts';
import type {
  Generation,
  GenerationStore,
  NewGeneration,
  RowWriter,
} from '../store/generation-store.ts';
import { headOf } from '../store/packed-article.ts';
import { openArticleStore } from '../store/sqlite-article-store.ts';
import { YuanwenError } from '../util/errors.ts';
import { GENERATION_FILES } from './generation-copies.ts';
import { type IndexerProcess, startIndexer } from './indexer-process.ts';

/** Paragraphs above which no worker copies the index, as its copy would take gigabytes. */
const COPIED_UP_TO = 1_000_000;

/** What a generation is built of, and how. */
export interface BuildSettings {
  /** The folder of the articles. */
  readonly dir: string;
  readonly stateDir: string;
  readonly engine: SearchEngineName;
  /** Whether the postings are to stand in the database, however few they are. */
  readonly remote: boolean;
  /** The script that indexes the folder as a process of its own, and its arguments. */
  readonly indexer: { readonly script: string; readonly args: readonly string[] };
}

/** A build that has begun. */
export interface Build {
  /** The generation published, or the newest one where it was made of the same articles; undefined where the lease was lost. */
  readonly published: Promise<Generation | undefined>;
  /** Ends the indexer process at once. */
  kill(): void;
}

/**
 * Has another process read and index the articles of a folder, and publishes what it made. Reading
 * and indexing go on from what this worker's own disk holds of the build before.
 */
export function buildGeneration(
  settings: BuildSettings,
  store: GenerationStore,
  lease: () => Lease,
  { problems, warn }: { problems(corpus: Corpus): Promise<void>; warn(line: string): void },
): Build {
  const { indexer } = settings;
  const running = startIndexer(indexer.script, indexer.args, true, warn);
  return { published: publish(running), kill: () => running.kill() };

  async function publish(running: IndexerProcess): Promise<Generation | undefined> {
    await running.indexed;
    // the figures of all articles are made once, not by each worker
    await running.ended;
    const { corpus, made } = await describe(settings, warn);
    await problems(corpus);
    const newest = await store.newest();
    const isSame = newest?.content === made.content && newest.remote === made.remote;
    return isSame ? newest : store.publish(made, lease);
  }
}

/** What is to be published of the files that the indexer process has written. */
async function describe(
  { dir, stateDir, engine, remote: wanted }: BuildSettings,
  warn: (line: string) => void,
): Promise<{ readonly corpus: Corpus; readonly made: NewGeneration }> {
  const articles = stateFile(stateDir, 'articles', dir);
  const index = stateFile(stateDir, 'search', dir);
  const store = openArticleStore(articles, warn, { readOnly: true });
  try {
    const corpus = store.corpus();
    if (corpus === undefined)
      throw new YuanwenError('config', `${articles} holds nothing; check its folder and its room`);
    const files = {
      [GENERATION_FILES.articles]: articles,
      [GENERATION_FILES.figures]: stateFile(stateDir, 'figures', dir),
    };
    const content = contentOf(corpus);
    const hasIndex = engine === 'sqlite' || (engine === 'auto' && isLarge(corpus));
    if (!hasIndex) {
      const paragraphs = corpus.articles.reduce((sum, one) => sum + one.paragraphs.length, 0);
      return { corpus, made: { content, paragraphs, remote: false, files } };
    }
    const paragraphs = sizeOf(index);
    const all = { content, paragraphs };
    if (!wanted && paragraphs <= COPIED_UP_TO)
      return {
        corpus,
        made: { ...all, remote: false, files: { ...files, [GENERATION_FILES.index]: index } },
      };
    const counts = `${index}.counts`;
    return {
      corpus,
      made: {
        ...all,
        remote: true,
        files: { ...files, [GENERATION_FILES.counts]: counts },
        writeRows: (rows) => writeIndex(index, rows, counts),
      },
    };
  } finally {
    store.close();
  }
}

/** Writes the postings of an index to the database, and what stays at hand to a file. */
async function writeIndex(
  index: string,
  { query, tenant, generation }: RowWriter,
  counts: string,
): Promise<void> {
  const database = openFile(index, loadSqlite(), true);
  try {
    await writePostings(query, tenant, generation, postingBlocks(database));
  } finally {
    database.close();
  }
  await writeCounts(index, counts);
}

function sizeOf(index: string): number {
  const database = openFile(index, loadSqlite(), true);
  try {
    return prepareStatements(database).state.get()?.documents ?? 0;
  } finally {
    database.close();
  }
}

/** A hash of all articles; what is derived of them depends on nothing else but the code. */
function contentOf({ articles }: Corpus): string {
  const hash = createHash('sha1');
  for (const article of articles) hash.update(`${JSON.stringify(headOf(article))}\n`);
  return hash.digest('hex');
}
