import { rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { loadSqlite, openFile, seal } from '../../sqlite/sealed-file.ts';
import { DocumentLengths } from './document-lengths.ts';
import { packPostings, readPostings } from './postings.ts';
import { prepareStatements } from './sqlite-tables.ts';

/** Documents whose postings of a term stand in one row: their numbers divided by it give the block. */
export const BLOCK = 8192;

/** The postings of one term in one block of documents. */
export interface PostingBlock {
  readonly term: string;
  readonly block: number;
  /** As `packPostings` writes them, from document 0 on. */
  readonly postings: Uint8Array;
}

/**
 * Bytes of postings up to which a term keeps them at hand, beside its counts: most terms are rare, and a
 * row of the database takes many times as many.
 */
const AT_HAND = 32;

/**
 * The postings of an index that are not at hand everywhere, term by term and block by block, without
 * those of documents that have gone.
 */
export function* postingBlocks(database: Database): Generator<PostingBlock> {
  const statements = prepareStatements(database);
  const lengths = new DocumentLengths(statements);
  for (const [id, term, chunks, last] of statements.everyTerm.iterate()) {
    if (chunks === 0 && last.length <= AT_HAND) continue;
    const parts = chunks === 0 ? [last] : [...statements.chunks.all(id), last];
    const blocks = new Map<number, (readonly [document: number, count: number])[]>();
    for (const part of parts)
      readPostings(part, (document, count) => {
        if (lengths.of(document) === 0) return;
        const at = Math.floor(document / BLOCK);
        const block = blocks.get(at);
        if (block === undefined) blocks.set(at, [[document, count]]);
        else block.push([document, count]);
      });
    for (const [block, held] of blocks) yield { term, block, postings: packPostings(held) };
  }
}

/** Rows that are copied before others have a turn: whoever copies has a lease to renew. */
const ROWS = 20_000;
/** A table that is copied, what comes before all of its keys, and what is copied of a row. */
interface Copied {
  readonly name: string;
  readonly key: string;
  readonly before: string | number;
  readonly columns?: string;
}

const TABLES: readonly Copied[] = [
  { name: 'article', key: 'id', before: '' },
  {
    ...{ name: 'term', key: 'id', before: -1 },
    columns: `id, term, documents, 0, 0,
      CASE WHEN chunks = 0 AND length(postings) <= ${AT_HAND} THEN postings ELSE x'' END`,
  },
  { name: 'character', key: 'character', before: '' },
  { name: 'name', key: 'name', before: '' },
  { name: 'length', key: 'page', before: -1 },
  { name: 'state', key: 'only', before: -1 },
];

/**
 * Writes to a file of its own what an engine needs at hand whose postings are far away: all of an
 * index but these, of rare terms them, too.
 */
export async function writeCounts(indexFile: string, file: string): Promise<void> {
  for (const end of ['', '-wal', '-shm', '.seal']) rmSync(file + end, { force: true });
  const database = openFile(file, loadSqlite());
  try {
    prepareStatements(database);
    database.prepare('ATTACH ? AS whole').run(indexFile);
    for (const table of TABLES) await copyTable(database, table);
    database.exec('DETACH whole');
    seal(database, file);
  } finally {
    database.close();
  }
}

async function copyTable(
  database: Database,
  { name, key, before, columns = '*' }: Copied,
): Promise<void> {
  const copy = database.prepare<[string | number, number]>(
    `INSERT INTO ${name} SELECT ${columns} FROM whole.${name} WHERE ${key} > ? ORDER BY ${key} LIMIT ?`,
  );
  const last = database
    .prepare<[], string | number | null>(`SELECT max(${key}) FROM ${name}`)
    .pluck();
  for (let copied = ROWS; copied === ROWS; ) {
    copied = copy.run(last.get() ?? before, ROWS).changes;
    await setImmediate();
  }
}
