import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { extractFigures } from '../../src/figures/extract.ts';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { endLease, type Lease, takeLease } from '../../src/postgres/lease.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import type { RowWriter } from '../../src/store/generation-store.ts';
import { createGenerationStore } from '../../src/store/postgres-generation-store.ts';
import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { HAS_POSTGRES } from '../helpers/postgres-binaries.ts';
import { type PostgresCluster, startPostgres } from '../helpers/postgres-cluster.ts';

const WORKER = '11111111-1111-4111-8111-111111111111';
const OTHER_WORKER = '22222222-2222-4222-8222-222222222222';

describe.skipIf(!HAS_POSTGRES)('generations in PostgreSQL', () => {
  const home = mkdtempSync(join(tmpdir(), 'yuanwen-generations-'));
  let cluster: PostgresCluster;
  let database: Database;
  let lease: Lease;

  beforeAll(async () => {
    cluster = await startPostgres();
    await migrate(cluster.url);
    database = openDatabase({ url: cluster.url, tenant: 'default' });
    lease = (await takeLease(database, 'builder', 600))!;
  });
  afterAll(async () => {
    await database?.close();
    await cluster?.end();
    rmSync(home, { recursive: true, force: true });
  });

  const file = (name: string, bytes: Buffer | string) => {
    writeFileSync(join(home, name), bytes);
    return join(home, name);
  };
  const made = (content: string, files: Readonly<Record<string, string>>) => ({
    content,
    paragraphs: 3,
    remote: false,
    files,
  });
  const folder = (name: string) => {
    mkdirSync(join(home, name));
    return join(home, name);
  };
  const rows = async (table: string) =>
    (await database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))[0]
      ?.count;

  it('come back byte for byte, whatever their size', async () => {
    const store = createGenerationStore(database, 'bytes');
    expect(await store.newest()).toBeUndefined();
    const noise = Buffer.from(Array.from({ length: 2_500_000 }, (_, at) => (at * at) % 251));
    const files = { big: file('big', noise), empty: file('empty', ''), one: file('one', 'x') };
    const generation = await store.publish(made('a', files), () => lease);
    expect(await store.newest()).toEqual(generation);
    const into = folder('bytes');
    await store.fetch(generation!.number, into);
    expect(readFileSync(join(into, 'big')).equals(noise)).toBe(true);
    expect(readFileSync(join(into, 'empty')).length).toBe(0);
    expect(readFileSync(join(into, 'one'), 'utf8')).toBe('x');
  });

  it('hold articles with their bodies and what was derived of them, as the files did', async () => {
    const source = folder('corpus');
    writeFileSync(join(source, 'a.txt'), '公报\n\n2024-03-05\n\n2023年新建学校12所，投资3亿元。\n');
    const corpus = await loadCorpus(source);
    const path = join(home, 'articles.sqlite');
    const warn = (line: string) => expect.fail(line);
    const written = openArticleStore(path, warn);
    const reading = written.keep('of a', corpus);
    written.remember({ articles: reading.articles, problems: [] });
    const figures = reading.articles.map(written.ofArticle('figures', extractFigures));
    written.close();

    const store = createGenerationStore(database, 'articles');
    const generation = await store.publish(made('articles', { articles: path }), () => lease);
    const into = folder('articles');
    await store.fetch(generation!.number, into);
    const copy = openArticleStore(join(into, 'articles'), warn, { readOnly: true });
    const articles = copy.corpus()!.articles;
    await copy.open(articles);
    expect(articles.map(({ text }) => text)).toEqual(corpus.articles.map(({ text }) => text));
    const derived = copy.ofArticle('figures', () => expect.fail('derived anew'));
    expect(articles.map(derived)).toEqual(figures);
    expect(figures.flat().length).toBeGreaterThan(0);
    copy.close();
  });

  it('are published whole or not at all', async () => {
    const store = createGenerationStore(database, 'whole');
    const before = await store.publish(made('a', { f: file('whole', 'x') }), () => lease);
    const counts = await Promise.all(['generation', 'generation_chunk', 'posting'].map(rows));
    const failing = {
      ...made('b', { f: join(home, 'no such file') }),
      async writeRows({ query, tenant, generation }: RowWriter) {
        await query("INSERT INTO posting VALUES ($1, $2, 't', 0, '\\x01')", [tenant, generation]);
      },
    };
    await expect(store.publish(failing, () => lease)).rejects.toThrow(/ENOENT/);
    expect(await Promise.all(['generation', 'generation_chunk', 'posting'].map(rows))).toEqual(
      counts,
    );
    expect(await store.newest()).toEqual(before);
  });

  it('are not published by a builder whose lease another one has', async () => {
    const store = createGenerationStore(database, 'lost');
    const own = (await takeLease(database, 'lost', 60))!;
    await endLease(database, own);
    await takeLease(database, 'lost', 60);
    expect(await store.publish(made('a', { f: file('lost', 'x') }), () => own)).toBeUndefined();
    expect(await store.newest()).toBeUndefined();
  });

  it('of one tenant and version of the code are no other’s', async () => {
    const store = createGenerationStore(database, 'mine');
    const generation = await store.publish(made('a', { f: file('mine', 'x') }), () => lease);
    expect(await createGenerationStore(database, 'newer').newest()).toBeUndefined();
    const other = openDatabase({ url: cluster.url, tenant: 'other' });
    const theirs = createGenerationStore(other, 'mine');
    expect(await theirs.newest()).toBeUndefined();
    expect(await theirs.hold(WORKER, generation!.number, 60)).toBe(false);
    await expect(theirs.fetch(generation!.number, folder('theirs'))).rejects.toMatchObject({
      code: 'corpus',
    });
    await other.close();
  });

  it('stay for as long as a worker answers from them', async () => {
    const store = createGenerationStore(database, 'held');
    const publish = async (content: string) =>
      (await store.publish(made(content, { f: file(content, content) }), () => lease))!.number;
    const first = await publish('one');
    expect(await store.hold(WORKER, first, 60)).toBe(true);
    expect(await store.hold(OTHER_WORKER, first, 60)).toBe(true);
    const second = await publish('two');
    expect(await store.prune()).toEqual([]);
    expect(await store.hold(WORKER, second, 60)).toBe(true);
    expect(await store.prune()).toEqual([]);
    await store.release(OTHER_WORKER);
    expect(await store.prune()).toEqual([first]);
    expect(await store.hold(OTHER_WORKER, first, 60)).toBe(false);
    await store.fetch(second, folder('second'));
    expect(await store.newest()).toMatchObject({ number: second, content: 'two' });
  });

  it('go where the worker that answered from them is gone', async () => {
    const store = createGenerationStore(database, 'expired');
    const first = await store.publish(made('one', { f: file('e1', 'x') }), () => lease);
    await store.hold(WORKER, first!.number, 0.05);
    await store.publish(made('two', { f: file('e2', 'x') }), () => lease);
    await database.query('SELECT pg_sleep(0.1)');
    expect(await store.prune()).toEqual([first!.number]);
  });

  it('are refused where they arrive damaged', async () => {
    const store = createGenerationStore(database, 'damaged');
    const generation = await store.publish(made('a', { f: file('damaged', 'sound') }), () => lease);
    await database.query("UPDATE generation_file SET sha256 = 'x' WHERE generation = $1", [
      generation!.number,
    ]);
    await expect(store.fetch(generation!.number, folder('damaged-copy'))).rejects.toThrow(
      /damaged/,
    );
  });
});
