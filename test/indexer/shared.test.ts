import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { createPostgresArticleFiles } from '../../src/store/postgres-article-files.ts';
import { HAS_POSTGRES } from '../helpers/postgres-binaries.ts';
import { type PostgresCluster, startPostgres } from '../helpers/postgres-cluster.ts';
import {
  MAIN,
  PATIENCE,
  startWorkerProcess,
  until,
  type WorkerProcess,
} from '../helpers/worker-process.ts';

const ARTICLES = 120;
type Env = Readonly<Record<string, string>>;

/** Writes articles of which every paragraph names the edition that it is of. */
function write(dir: string, edition: number, place = '东城'): void {
  mkdirSync(dir, { recursive: true });
  for (let at = 0; at < ARTICLES; at += 1) {
    const lines = Array.from(
      { length: 12 },
      (_, line) =>
        `${place}第${at}号水厂的第${line}条管线在版本${edition}中由第${at * line}工程队改造，沿线居民的用水不受影响。`,
    );
    const first = `版本${edition}：${place}第${at}号水厂日供水${1000 * edition + at}吨。`;
    const text = [`${place}第${at}号水厂，版本${edition}`, '2024-03-05', first, ...lines];
    writeFileSync(join(dir, `a${at}.txt`), text.join('\n\n'));
  }
}

/** Editions that a text names. */
function editionsIn(text: string): Set<string> {
  return new Set([...text.matchAll(/版本(\d+)/g)].map(([, edition = '']) => edition));
}

describe.skipIf(!HAS_POSTGRES)('workers over one database', { timeout: 2 * PATIENCE }, () => {
  const home = mkdtempSync(join(tmpdir(), 'yuanwen-shared-'));
  const running = new Set<WorkerProcess>();
  let cluster: PostgresCluster;
  let database: Database;

  beforeAll(async () => {
    cluster = await startPostgres();
    database = openDatabase({ url: cluster.url, tenant: 'default' });
  });
  afterAll(async () => {
    for (const one of running) one.kill();
    await database?.close();
    await cluster?.end();
    rmSync(home, { recursive: true, force: true });
  });

  const settings = (state: string, more: Env = {}): NodeJS.ProcessEnv => ({
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    STATE_DIR: join(home, state),
    DATABASE_URL: cluster.url,
    ...more,
  });

  function command(args: readonly string[], env: NodeJS.ProcessEnv, input = ''): string {
    const options = { env, input, encoding: 'utf8', cwd: home } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], options);
    if (status !== 0) throw new Error(stderr);
    return stdout;
  }

  /** A worker that serves the page. */
  async function worker(state: string, corpus: string, more: Env = {}): Promise<WorkerProcess> {
    const started = await startWorkerProcess(
      home,
      settings(state, { CORPUS_DIR: corpus, ...more }),
    );
    running.add(started);
    return started;
  }

  const newest = async (tenant = 'default') =>
    (
      await database.query<{ number: number; remote: boolean }>(
        'SELECT number, remote FROM generation WHERE tenant = $1 ORDER BY number DESC LIMIT 1',
        [tenant],
      )
    )[0];

  it('keep the old articles whole where the leader dies while it publishes, and go on without it', async () => {
    const corpus = join(home, 'corpus');
    const remote = { SEARCH_ENGINE: 'postgres' };
    write(corpus, 1);
    const leader = await worker('one', corpus, remote);
    const other = await worker('two', corpus, remote);
    const before = await newest();
    expect(before).toMatchObject({ remote: true });
    const question = '东城第7号水厂日供水多少吨？';
    expect(await leader.ask(question)).toContain('1007吨');
    expect(await other.ask(question)).toContain('1007吨');

    await database.transaction(async (query) => {
      // the leader comes to its postings and waits there until it is killed
      await query('LOCK TABLE posting IN SHARE MODE');
      write(corpus, 2);
      await until(async () => {
        const [row] = await cluster.admin(
          "SELECT 1 FROM pg_stat_activity WHERE application_name = 'yuanwen' AND query LIKE '%INSERT INTO posting%' AND wait_event_type = 'Lock'",
        );
        return row;
      });
      leader.kill();
    });
    expect(await newest()).toEqual(before);
    expect(await other.ask(question)).toContain('1007吨');

    const third = await worker('three', corpus, remote);
    const seen: string[] = [];
    await until(async () => {
      for (const one of [other, third]) {
        const editions = editionsIn(await one.ask(`第${seen.length % ARTICLES}号水厂的管线`));
        expect(editions.size).toBeLessThanOrEqual(1);
        seen.push(...editions);
      }
      return seen.slice(-2).join() === '2,2' ? true : undefined;
    });
    expect(seen[0]).toBe('1');
    expect(await other.ask(question)).toContain('2007吨');
    expect((await newest())?.number).toBeGreaterThan(before?.number ?? 0);
    const [orphans] = await database.query(
      'SELECT 1 FROM posting WHERE (tenant, generation) NOT IN (SELECT tenant, number FROM generation)',
    );
    expect(orphans).toBeUndefined();
    await third.stop();
    await other.stop();
  });

  it.each([
    'auto',
    'postgres',
  ])('go on with a conversation that another one began (%s)', async (engine) => {
    const corpus = join(home, `talk-${engine}`);
    mkdirSync(corpus);
    for (const [place, exhibits, visitors] of [
      ['东城', 12, 300],
      ['西城', 34, 500],
    ])
      writeFileSync(
        join(corpus, `${place}.txt`),
        `${place}博物馆年报\n\n2024-01-02\n\n2023年${place}博物馆举办展览${exhibits}场，接待观众${visitors}万人次。\n\n2022年${place}博物馆举办展览${Number(exhibits) - 5}场。\n`,
      );
    const more = { TENANT: `talk-${engine}`, SEARCH_ENGINE: engine };
    const one = await worker(`talk-one-${engine}`, corpus, more);
    const other = await worker(`talk-other-${engine}`, corpus, more);
    // the measure, and the article, are those of the turn before, which another process answered
    for (const [place, held, had, visitors] of [
      ['东城', 12, 7, 300],
      ['西城', 34, 29, 500],
    ] as const)
      for (const [kind, question, lead] of [
        ['measure', '2022年呢？', `举办展览${had}场`],
        ['article', '那接待观众呢？', `${visitors}万人次`],
      ] as const) {
        const conversation = `the-${kind}-of-${held}`;
        const asked = `2023年${place}博物馆举办展览多少场？`;
        expect(await one.ask(asked, conversation)).toContain(`${held}场`);
        const reply = JSON.parse(await other.ask(question, conversation));
        expect(reply.passages[0]).toMatchObject({ article: place });
        expect(reply.lead).toContain(lead);
      }
    await Promise.all([one.stop(), other.stop()]);
  });

  it('answer from articles put into the database, and no more from those taken out', async () => {
    const corpus = join(home, 'few');
    mkdirSync(corpus);
    writeFileSync(join(corpus, 'old.txt'), '旧公报\n\n2024-01-02\n\n西城新建公园12个。\n');
    const tenant = { TENANT: 'desk' };
    const one = await worker('desk', corpus, tenant);
    const desk = openDatabase({ url: cluster.url, tenant: 'desk' });
    const files = createPostgresArticleFiles(desk, () => [{ file: 'old.txt', head: [] }]);
    const text = '新公报\n\n2024-05-06\n\n南城新建图书馆34座。\n';
    expect(await files.put('new.txt', Buffer.from(text))).toBeUndefined();
    await until(
      async () => (await one.ask('南城新建图书馆多少座？')).includes('34座') || undefined,
    );
    expect(await one.ask('西城新建公园多少个？')).toContain('12个');
    expect(await files.remove('old.txt')).toBeUndefined();
    await until(async () => !(await one.ask('西城新建公园多少个？')).includes('12个') || undefined);
    expect(await one.ask('南城新建图书馆多少座？')).toContain('34座');
    await one.stop();
    await desk.close();
  });

  it('of one tenant never see what is another’s', async () => {
    const asked = '第7号水厂日供水多少吨？';
    for (const [tenant, edition] of [
      ['north', 3],
      ['south', 4],
    ] as const) {
      const dir = join(home, tenant);
      write(dir, edition, tenant === 'north' ? '北城' : '南城');
      command(['index', '--corpus', dir], settings(tenant, { TENANT: tenant }));
    }
    for (const [tenant, own, state] of [
      ['north', '3', 'north'],
      ['south', '4', 'south'],
      // with the other one's copies in the same folder
      ['south', '4', 'north'],
    ] as const) {
      const env = settings(state, { TENANT: tenant });
      expect(editionsIn(command(['ask', '--json', asked], env))).toEqual(new Set([own]));
    }
    const south = settings('north', { TENANT: 'south' });
    expect(editionsIn(command(['articles'], south))).toEqual(new Set(['4']));
    expect(editionsIn(command(['stat', '--json'], south))).toEqual(new Set(['4']));
    expect(await newest('nobody')).toBeUndefined();
    const env = settings('north', { TENANT: 'nobody' });
    expect(() => command(['ask', asked], env)).toThrow(/holds no articles yet/);
  });

  it('need no more rights than are written down', async () => {
    await cluster.admin(
      "CREATE ROLE clerk LOGIN PASSWORD 'clerk'",
      'GRANT CONNECT ON DATABASE yuanwen TO clerk',
    );
    await database.query('GRANT USAGE ON SCHEMA yuanwen TO clerk');
    await database.query(
      'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA yuanwen TO clerk',
    );
    const corpus = join(home, 'clerk');
    write(corpus, 5);
    const env = settings('clerk', {
      TENANT: 'clerk',
      DATABASE_URL: cluster.url.replace(/\/\/[^@]+@/, '//clerk:clerk@'),
      SEARCH_ENGINE: 'postgres',
    });
    for (let times = 0; times < 2; times += 1)
      expect(command(['index', '--corpus', corpus], env)).toMatch(/generation 1 in the database/);
    expect(command(['ask', '东城第7号水厂日供水多少吨？'], env)).toContain('5007吨');
  });

  it('say in one line that the database is not to be reached', () => {
    const env = settings('away', { DATABASE_URL: 'postgres://me:a-password@127.0.0.1:1/none' });
    const { status, stderr } = spawnSync(process.execPath, [MAIN, 'ask', '你好'], {
      env,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('a-password');
  });
});
