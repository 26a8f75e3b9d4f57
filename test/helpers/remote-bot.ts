import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Corpus } from '../../src/article/article.ts';
import { type Bot, createBot } from '../../src/bot/bot.ts';
import type { Database } from '../../src/postgres/database.ts';
import type { SearchEngine } from '../../src/search/engine.ts';
import { createPostgres } from '../../src/search/engines/postgres.ts';
import { createSqlite } from '../../src/search/engines/sqlite.ts';
import { postingBlocks, writeCounts } from '../../src/search/engines/sqlite-postings.ts';
import { writePostings } from '../../src/search/engines/write-postings.ts';
import { loadSqlite, openFile } from '../../src/sqlite/sealed-file.ts';

/** A bot whose postings stand in a database, and what that was asked. */
export interface RemoteBot {
  readonly bot: Bot;
  /** Statements that were sent so far. */
  statements(): number;
  /** Forgets the postings fetched so far, as a worker does that has just started. */
  forget(): void;
  end(): void;
}

let generations = 0;

/** Indexes a corpus, writes its postings into the database, and opens a bot over them. */
export async function remoteBot(corpus: Corpus, database: Database): Promise<RemoteBot> {
  const home = mkdtempSync(join(tmpdir(), 'yuanwen-remote-'));
  const file = join(home, 'index.sqlite');
  const index = openFile(file, loadSqlite());
  const local = createSqlite(index, file);
  generations += 1;
  const generation = generations;
  let count = 0;
  const counted: Database = {
    ...database,
    query: (text, values) => {
      count += 1;
      return database.query(text, values);
    },
  };
  const counts = join(home, 'index.counts');
  const open = () =>
    createPostgres([
      { database: counted, generation, counts: openFile(counts, loadSqlite(), true) },
    ]);
  let engine: SearchEngine = local;
  const now: SearchEngine = {
    name: 'postgres',
    get size() {
      return engine.size;
    },
    held: () => engine.held(),
    async update(removed, added, options) {
      await local.update(removed, added, options);
      if (options?.isPart === true) return;
      await writePostings(database.query, database.tenant, generation, postingBlocks(index));
      await writeCounts(file, counts);
      engine = open();
    },
    search: (terms, limit) => engine.search(terms, limit),
    searchPhrase: (terms, limit) => engine.searchPhrase(terms, limit),
    fetchFor: async (searches) => engine.fetchFor?.(searches),
    terms: (prefix) => engine.terms(prefix),
    characters: () => engine.characters(),
    documentFrequency: (term) => engine.documentFrequency(term),
    characterFrequency: (character) => engine.characterFrequency(character),
    close: () => engine.close(),
  };
  const bot = await createBot(corpus, { engine: () => now });
  return {
    bot,
    statements: () => count,
    forget() {
      engine.close();
      engine = open();
    },
    end() {
      engine.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
