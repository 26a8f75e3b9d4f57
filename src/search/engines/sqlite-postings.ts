import { rmSync } from 'node:fs';
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

/** The postings of every term of an index, block by block, without those of documents that have gone. */
export function* postingBlocks(database: Database): Generator<PostingBlock> {
  const statements = prepareStatements(database);
  const lengths = new DocumentLengths(statements);
  for (const [id, term, chunks, last] of statements.everyTerm.iterate()) {
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

/**
 * Writes to a file of its own what an engine needs at hand whose postings are far away: all of an
 * index but these.
 */
export function writeCounts(indexFile: string, file: string): void {
  for (const end of ['', '-wal', '-shm', '.seal']) rmSync(file + end, { force: true });
  const database = openFile(file, loadSqlite());
  try {
    prepareStatements(database);
    database.prepare('ATTACH ? AS whole').run(indexFile);
    database.exec(`
      BEGIN;
      INSERT INTO article SELECT * FROM whole.article;
      INSERT INTO term SELECT id, term, documents, 0, 0, x'' FROM whole.term;
      INSERT INTO character SELECT * FROM whole.character;
      INSERT INTO name SELECT * FROM whole.name;
      INSERT INTO length SELECT * FROM whole.length;
      INSERT INTO state SELECT * FROM whole.state;
      COMMIT;
      DETACH whole;
    `);
    seal(database, file);
  } finally {
    database.close();
  }
}
