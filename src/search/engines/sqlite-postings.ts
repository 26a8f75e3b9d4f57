import { rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { loadSqlite, openFile, seal } from '../../sqlite/sealed-file.ts';
import { BLOCK, type Occurrence } from './posting-block.ts';
import { prepareCounts } from './sqlite-tables.ts';

/** The number of terms of each document, which BM25 weighs: a block of documents a row. */
const LENGTHS = `
  CREATE TABLE IF NOT EXISTS length (block INTEGER PRIMARY KEY, terms BLOB NOT NULL);
`;
const OCCURRENCES = `
  CREATE VIRTUAL TABLE IF NOT EXISTS temp.occurrence USING fts5vocab(main, posting, instance);
`;

/** Counts the terms of each document, a block of documents an array. */
export class DocumentLengths {
  private readonly blocks = new Map<number, Uint32Array>();

  add(document: number): void {
    const at = Math.floor(document / BLOCK);
    let block = this.blocks.get(at);
    if (block === undefined) {
      block = new Uint32Array(BLOCK);
      this.blocks.set(at, block);
    }
    block[document % BLOCK] = (block[document % BLOCK] ?? 0) + 1;
  }

  of(document: number): number {
    return this.blocks.get(Math.floor(document / BLOCK))?.[document % BLOCK] ?? 0;
  }

  /** Number of terms in all documents. */
  get total(): number {
    let sum = 0;
    for (const block of this.blocks.values()) for (const length of block) sum += length;
    return sum;
  }

  write(database: Database): void {
    database.exec(LENGTHS);
    const insert = database.prepare('INSERT INTO length VALUES (?, ?)');
    for (const [at, block] of this.blocks)
      insert.run(at, Buffer.from(block.buffer, block.byteOffset, block.byteLength));
  }

  static read(database: Database): DocumentLengths {
    const lengths = new DocumentLengths();
    database.exec(LENGTHS);
    const rows = database.prepare<[], { block: number; terms: Buffer }>('SELECT * FROM length');
    for (const { block, terms } of rows.iterate()) {
      // a copy, as the bytes of a row need not begin where a number may
      const own = new Uint8Array(terms);
      lengths.blocks.set(block, new Uint32Array(own.buffer, 0, BLOCK));
    }
    return lengths;
  }
}

/** Every place of every term of an index, sorted by term, document and place; each is counted. */
export function* occurrencesOf(
  database: Database,
  lengths: DocumentLengths,
): Generator<Occurrence> {
  database.exec(OCCURRENCES);
  const rows = database
    .prepare<[], [string, number, number]>('SELECT term, doc, offset FROM temp.occurrence')
    .raw();
  for (const [token, document, place] of rows.iterate()) {
    lengths.add(document);
    yield [token, document, place];
  }
}

/** Rows that are copied before others have a turn: whoever copies has a lease to renew. */
const ROWS = 20_000;
/** The tables that are copied, by their keys. */
const COPIED = {
  article: { key: 'id', columns: "id, version, names, first, documents, x''" },
  term: { key: 'term', columns: 'term, documents' },
  character: { key: 'character', columns: 'character, documents' },
} as const;

/**
 * Writes to a file of its own what an engine needs at hand whose postings are far away: the counts of
 * terms and characters, the articles, and the lengths of documents.
 */
export async function writeCounts(
  indexFile: string,
  lengths: DocumentLengths,
  file: string,
): Promise<void> {
  for (const end of ['', '-wal', '-shm', '.seal']) rmSync(file + end, { force: true });
  const database = openFile(file, loadSqlite());
  try {
    prepareCounts(database);
    database.prepare('ATTACH ? AS whole').run(indexFile);
    for (const table of ['article', 'term', 'character'] as const) await copyTable(database, table);
    database.transaction(() => lengths.write(database))();
    database.exec('DETACH whole');
    seal(database, file);
  } finally {
    database.close();
  }
}

async function copyTable(database: Database, table: keyof typeof COPIED): Promise<void> {
  const { key, columns } = COPIED[table];
  const copy = database.prepare<[string, number]>(
    `INSERT INTO ${table} SELECT ${columns} FROM whole.${table} WHERE ${key} > ? ORDER BY ${key} LIMIT ?`,
  );
  const last = database.prepare<[], string>(`SELECT max(${key}) FROM ${table}`).pluck();
  for (let copied = ROWS; copied === ROWS; ) {
    copied = copy.run(last.get() ?? '', ROWS).changes;
    await setImmediate();
  }
}
