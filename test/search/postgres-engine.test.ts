import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import type { SearchArticle, SearchEngine } from '../../src/search/engine.ts';
import { createPostgres, type PostgresShard } from '../../src/search/engines/postgres.ts';
import { packPostings, readPostings } from '../../src/search/engines/postings.ts';
import { createSqlite } from '../../src/search/engines/sqlite.ts';
import { BLOCK, postingBlocks, writeCounts } from '../../src/search/engines/sqlite-postings.ts';
import { writePostings } from '../../src/search/engines/write-postings.ts';
import { loadSqlite, openFile } from '../../src/sqlite/sealed-file.ts';
import { HAS_POSTGRES } from '../helpers/postgres-binaries.ts';
import { type PostgresCluster, startPostgres } from '../helpers/postgres-cluster.ts';
import { articleOf } from './corpus.ts';
import { engineContract } from './engine-contract.ts';

const home = mkdtempSync(join(tmpdir(), 'yuanwen-postings-'));
let cluster: PostgresCluster;
let database: Database;
let generations = 0;
function next(): number {
  generations += 1;
  return generations;
}

/** An index in SQLite that is published whenever it was changed, as a builder does. */
function published(): SearchEngine & { shard(): PostgresShard } {
  const file = join(home, `${next()}.sqlite`);
  const index = openFile(file, loadSqlite());
  const inner = createSqlite(index, file);
  let shard: PostgresShard | undefined;
  let engine: SearchEngine | undefined;
  const now = () => engine ?? inner;
  return {
    name: 'postgres',
    get size() {
      return now().size;
    },
    held: () => now().held(),
    async update(removed, added) {
      await inner.update(removed, added);
      const generation = next();
      await writePostings(database.query, database.tenant, generation, postingBlocks(index));
      const counts = join(home, `${generation}.counts`);
      await writeCounts(file, counts);
      shard = { database, generation, counts: openFile(counts, loadSqlite(), true) };
      engine = createPostgres([shard]);
    },
    search: (terms, limit) => now().search(terms, limit),
    searchPhrase: (terms, limit) => now().searchPhrase(terms, limit),
    terms: (prefix) => now().terms(prefix),
    characters: () => now().characters(),
    documentFrequency: (term) => now().documentFrequency(term),
    characterFrequency: (character) => now().characterFrequency(character),
    close: () => now().close(),
    shard() {
      if (shard === undefined) throw new Error('nothing is published');
      return shard;
    },
  };
}

/** Articles of some words each, of which some are common and some rare. */
function articles(count: number, seed: number): SearchArticle[] {
  let state = seed;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  return Array.from({ length: count }, (_, at) =>
    articleOf(
      `x${at}`,
      Array.from({ length: 1 + next(4) }, () =>
        Array.from({ length: 3 + next(40) }, () => `t${next(next(300) + 1)}`).join(' '),
      ),
    ),
  );
}

const QUESTIONS = Array.from({ length: 60 }, (_, at) =>
  Array.from({ length: 1 + (at % 6) }, (_, place) => `t${(at * 7 + place * 31) % 260}`),
);

describe.skipIf(!HAS_POSTGRES)('postings in PostgreSQL', () => {
  beforeAll(async () => {
    cluster = await startPostgres();
    await migrate(cluster.url);
    database = openDatabase({ url: cluster.url, tenant: 'default' });
  });
  afterAll(async () => {
    await database?.close();
    await cluster?.end();
    rmSync(home, { recursive: true, force: true });
  });

  engineContract('postgres', published, 0.2);

  it('score as SQLite scores, to the last bit, in the same order', async () => {
    const [remote, embedded] = [published(), createSqlite(new Sqlite(':memory:'))];
    for (const engine of [remote, embedded]) await engine.update([], articles(400, 5));
    for (const asked of QUESTIONS) {
      const hits = await remote.search(asked, 50);
      expect(hits.length).toBeGreaterThan(0);
      expect(hits).toEqual(await embedded.search(asked, 50));
    }
  });

  it('of two shards are the first six of one, their statistics summed', async () => {
    const all = articles(500, 11);
    const [whole, first, second] = [published(), published(), published()];
    await whole.update([], all);
    await first.update([], all.slice(0, 180));
    await second.update([], all.slice(180));
    const merged = createPostgres([first.shard(), second.shard()]);
    expect(merged.size).toBe(whole.size);
    expect(await merged.held()).toEqual(await whole.held());
    for (const asked of QUESTIONS) {
      expect(await merged.search(asked, 6)).toEqual(await whole.search(asked, 6));
      expect(await merged.searchPhrase(asked.slice(0, 2), 6)).toEqual(
        await whole.searchPhrase(asked.slice(0, 2), 6),
      );
      for (const term of asked)
        expect(merged.documentFrequency(term)).toBe(whole.documentFrequency(term));
    }
  });

  /** The shard of an engine, and the number of statements sent for it. */
  function counting(shard: PostgresShard) {
    let statements = 0;
    const counted: Database = {
      ...shard.database,
      query: (text, values) => {
        statements += 1;
        return shard.database.query(text, values);
      },
    };
    return { shard: { ...shard, database: counted }, statements: () => statements };
  }

  it('are fetched in one statement a search, and not again', async () => {
    const engine = published();
    await engine.update([], articles(50, 3));
    const { shard, statements } = counting(engine.shard());
    const remote = createPostgres([shard]);
    await remote.search(['t1', 't2', 't3'], 6);
    expect(statements()).toBe(1);
    await remote.search(['t3', 't1'], 6);
    expect(statements()).toBe(1);
  });

  it('of rare terms are at hand, and no row of the database', async () => {
    const engine = published();
    const common = Array.from({ length: 40 }, () => articleOf(`c${next()}`, ['often']));
    await engine.update([], [articleOf('one', ['often rarely']), ...common]);
    const { shard, statements } = counting(engine.shard());
    const remote = createPostgres([shard]);
    expect((await remote.search(['rarely'], 6)).map(({ article }) => article)).toEqual(['one']);
    expect((await remote.searchPhrase(['rarely'], 6)).length).toBe(1);
    expect(statements()).toBe(0);
    const rows = await database.query(
      'SELECT term FROM posting WHERE tenant = $1 AND generation = $2',
      [database.tenant, shard.generation],
    );
    expect(rows).toEqual([{ term: 'often' }]);
    // an article that went left its postings behind, at hand too
    await engine.update(['one'], []);
    expect(await engine.search(['rarely'], 6)).toEqual([]);
  });

  it('of several searches are fetched in one statement a shard, and found as without', async () => {
    const all = articles(120, 17);
    const [first, second] = [published(), published()];
    await first.update([], all.slice(0, 50));
    await second.update([], all.slice(50));
    const [one, other] = [counting(first.shard()), counting(second.shard())];
    const remote = createPostgres([one.shard, other.shard]);
    const plain = createPostgres([first.shard(), second.shard()]);
    await remote.fetchFor?.([
      ...QUESTIONS.map((terms) => ({ terms, isPhrase: false })),
      ...QUESTIONS.map((terms) => ({ terms: terms.slice(0, 2), isPhrase: true })),
      { terms: ['nowhere', 't1'], isPhrase: true },
    ]);
    for (const asked of QUESTIONS) {
      expect(await remote.search(asked, 6)).toEqual(await plain.search(asked, 6));
      const phrase = asked.slice(0, 2);
      expect(await remote.searchPhrase(phrase, 6)).toEqual(await plain.searchPhrase(phrase, 6));
    }
    expect([one.statements(), other.statements()]).toEqual([1, 1]);
  });

  it('of the commonest terms of a phrase are not fetched, and it is found all the same', async () => {
    const many = articleOf('many', [
      ...Array(12_000).fill('v w'),
      ...Array(12_000).fill('w u v'),
      'u w v',
      'w v u',
    ]);
    const [engine, embedded] = [published(), createSqlite(new Sqlite(':memory:'))];
    for (const one of [engine, embedded]) await one.update([], [many]);
    const fetched: unknown[] = [];
    const { database: own, ...shard } = engine.shard();
    const watched: Database = {
      ...own,
      query: (text, values) => {
        fetched.push(values?.[2]);
        return own.query(text, values);
      },
    };
    const remote = createPostgres([{ ...shard, database: watched }]);
    const found = await remote.searchPhrase(['w', 'v'], 30_000);
    expect(found.map(({ place }) => place)).toEqual([24_000, 24_001]);
    expect(found).toEqual(await embedded.searchPhrase(['w', 'v'], 30_000));
    expect(fetched).toEqual([['w']]);
  });

  it('that are gone are said to be gone, and not taken for nothing found', async () => {
    const engine = published();
    await engine.update([], articles(200, 9));
    await database.query('DELETE FROM posting WHERE generation = $1', [engine.shard().generation]);
    await expect(engine.search(['t1'], 6)).rejects.toMatchObject({ code: 'corpus' });
  });

  it('are of one tenant', async () => {
    const engine = published();
    await engine.update([], articles(200, 9));
    const other = openDatabase({ url: cluster.url, tenant: 'other' });
    const theirs = createPostgres([{ ...engine.shard(), database: other }]);
    await expect(theirs.search(['t1'], 6)).rejects.toMatchObject({ code: 'corpus' });
    await other.close();
  });

  it('are read as they were packed', () => {
    const held = fc.uniqueArray(
      fc.tuple(fc.nat({ max: 2 ** 24 }), fc.integer({ min: 1, max: 500 })),
      {
        selector: ([document]) => document,
      },
    );
    fc.assert(
      fc.property(held, (documents) => {
        const sorted = documents.toSorted(([a], [b]) => a - b);
        const read: [number, number][] = [];
        readPostings(packPostings(sorted), (document, count) => read.push([document, count]));
        expect(read).toEqual(sorted);
      }),
    );
  });

  it('span as many blocks as there are documents for, without those that have gone', async () => {
    const index = new Sqlite(':memory:');
    const engine = createSqlite(index);
    await engine.update(
      [],
      [articleOf('gone', ['w']), articleOf('kept', Array(BLOCK + 9).fill('w'))],
    );
    await engine.update(['gone'], []);
    const own = [...postingBlocks(index)].filter(({ term }) => term === 'w');
    expect(own.map(({ block }) => block)).toEqual([0, 1]);
    const documents: number[] = [];
    for (const { postings } of own) readPostings(postings, (document) => documents.push(document));
    expect(documents).toEqual(Array.from({ length: BLOCK + 9 }, (_, at) => at + 2));
  });
});
