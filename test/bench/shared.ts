/**
 * How fast workers answer over a database: `npm run bench-shared -- [PATH…] --stories DIR --sizes
 * 10000,100000`. The three ways of searching are asked each question in turn, in one process, so that
 * what else the machine does meets them alike; then so many workers, as processes of their own, are asked
 * by way of Telegram's double, one number of them after the other.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Bot } from '../../src/bot/bot.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { parseCases } from '../../src/evaluation/evaluate.ts';
import { markdownTable } from '../../src/evaluation/results-page.ts';
import type { OpenBotOptions } from '../../src/indexer/folder-settings.ts';
import { openBot } from '../../src/indexer/open-bot.ts';
import { openShared } from '../../src/indexer/open-shared.ts';
import type { Database } from '../../src/postgres/database.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { type PostgresCluster, startPostgres } from '../helpers/postgres-cluster.ts';
import { soakWorkers } from '../soak/workers.ts';
import {
  hasSets,
  questionsFile,
  readSets,
  repeatedStories,
  shuffledSentences,
  writeCorpus,
} from './corpora.ts';
import { type BenchOptions, readOptions, USAGE } from './options.ts';
import { median, processorTime, quantile } from './statistics.ts';

const MAIN = resolve('dist/adapters/main.js');
const REPORT = {
  problems: async () => {},
  warn: (line: string) => process.stderr.write(`${line}\n`),
};
const HEAD = [
  ...['paragraphs', 'searched', 'median', '99th percentile', 'first time: median', '99th'],
  ...['processor', 'statements a question: median', 'most'],
];

/** One way of searching: its bot, and what its database was asked. */
interface Way {
  readonly name: string;
  readonly bot: Bot;
  readonly statements: () => number;
  close(): void;
}

/** What one way took for its questions, in milliseconds. */
interface Took {
  readonly first: number[];
  readonly later: number[];
  readonly processor: number[];
  readonly statements: number[];
}

const say = (line: string) => process.stderr.write(`${line}\n`);

async function run(options: BenchOptions): Promise<void> {
  const { paths, stories, sizes, passes } = options;
  const sets = (await Promise.all(paths.filter(hasSets).map(readSets))).flat();
  const folders = ['corpus', ...paths.filter((path) => !hasSets(path))];
  const reports = (await Promise.all(folders.map(loadCorpus))).flatMap(({ articles }) => articles);
  const filling =
    stories === undefined
      ? shuffledSentences(reports)
      : repeatedStories((await loadCorpus(stories)).articles);
  const home = mkdtempSync(join(tmpdir(), 'yuanwen-shared-'));
  const cluster = await startPostgres();
  await migrate(cluster.url);
  try {
    const rows: string[][] = [];
    const stored: string[][] = [];
    for (const size of sizes) {
      const dir = join(home, String(size));
      const { real, repeated } = writeCorpus(sets, filling, size, dir);
      say(`${size} paragraphs, ${real} of them as they are, ${repeated} with other names`);
      for (const way of ['copied', 'remote']) {
        stored.push(await publish(cluster, dir, home, `${way}-${size}`, size));
        say(`  ${way}: published`);
      }
      rows.push(...(await measure(cluster, dir, home, size, passes)));
      say('  asked');
    }
    const text = [
      'Milliseconds by the clock, the three ways asked each question in turn in one run.',
      markdownTable([HEAD, ...rows]),
      markdownTable([STORED, ...stored]),
      `Workers as processes of their own, on ${cpus().length} cores that they share with the database and with Telegram's double, which asks.`,
      markdownTable([WORKERS, ...(await workerRows(options))]),
    ].join('\n\n');
    process.stdout.write(`${text}\n`);
  } finally {
    await cluster.end();
    rmSync(home, { recursive: true, force: true });
  }
}

const WORKERS = [
  ...[
    'share of a core',
    'workers',
    'questions a second',
    'question to answer: median',
    '99th percentile',
  ],
  'processor of the workers a question',
];
/** Shares of a core that each worker is held to: all that it can get, and so little that there is room for all. */
const SHARES = [1, 0.1];
/** Chats that ask at once. */
const CHATS = 200;

async function workerRows({ workers: numbers, questions }: BenchOptions): Promise<string[][]> {
  const rows: string[][] = [];
  const common = { main: MAIN, corpus: 'corpus', questions, chats: CHATS, events: [] };
  for (const share of SHARES)
    for (const workers of numbers) {
      const run = await soakWorkers({ ...common, workers, share });
      const { pace, waits, cpu, lost, repeated } = run;
      if (lost + repeated > 0) throw new Error(`${lost} answers were lost, ${repeated} repeated`);
      const took = [pace.toFixed(1), ms(waits[0]), ms(waits[1]), ms(cpu)];
      rows.push([share === 1 ? 'any' : String(share), String(workers), ...took]);
      say(`${workers} workers: asked`);
    }
  return rows;
}

const STORED = [
  ...['paragraphs', 'searched', 'indexed and published in', 'in the database', 'copied'],
];

/** Has one tenant's generation built, and says how long that took and how much it takes. */
async function publish(
  cluster: PostgresCluster,
  dir: string,
  home: string,
  tenant: string,
  size: number,
): Promise<string[]> {
  const [way = ''] = tenant.split('-');
  const { PATH = '', HOME = '' } = process.env;
  const before = await sizeOf(cluster);
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [MAIN, 'index', '--corpus', dir], {
    env: {
      ...{ PATH, HOME, TENANT: tenant, DATABASE_URL: cluster.url },
      // what the first has read and cut, the second need not
      STATE_DIR: join(home, `state-${size}`),
      SEARCH_ENGINE: way === 'remote' ? 'postgres' : 'sqlite',
    },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const seconds = ((performance.now() - from) / 1000).toFixed(0);
  const kept = (await sizeOf(cluster)) - before;
  const [copied] = await cluster.inBotDatabase(
    `SELECT sum(bytes)::float8 AS bytes FROM generation_file WHERE tenant = '${tenant}'`,
  );
  const mega = (bytes: unknown) => `${(Number(bytes) / 2 ** 20).toFixed(0)} MB`;
  return [String(size), way, `${seconds} s`, mega(kept), mega(copied?.['bytes'])];
}

/** Bytes that generations take on the server's disk, with their indexes. */
async function sizeOf(cluster: PostgresCluster): Promise<number> {
  const [row] = await cluster.inBotDatabase(
    `SELECT (pg_total_relation_size('posting') + pg_total_relation_size('generation_chunk'))::float8
       AS bytes`,
  );
  return Number(row?.['bytes']);
}

async function measure(
  cluster: PostgresCluster,
  dir: string,
  home: string,
  size: number,
  passes: number,
): Promise<string[][]> {
  const questions = parseCases(readFileSync(questionsFile(dir), 'utf8'));
  const stateDir = join(home, `state-${size}`);
  const ways: Way[] = [await embedded(dir, stateDir)];
  for (const way of ['copied', 'remote'])
    ways.push(await shared(cluster, dir, join(home, `worker-${way}`), `${way}-${size}`));
  const took = new Map(ways.map((way) => [way, newTook()]));
  for (let pass = 0; pass <= passes; pass += 1)
    for (const { question } of questions)
      for (const way of ways) await ask(way, question, pass === 0, took.get(way) ?? newTook());
  for (const way of ways) way.close();
  return [...took].map(([{ name }, { first, later, processor, statements }]) => [
    ...[String(size), name, ms(median(later)), ms(quantile(later, 0.99))],
    ...[ms(median(first)), ms(quantile(first, 0.99)), ms(median(processor))],
    ...[String(median(statements)), String(Math.max(...statements))],
  ]);
}

const newTook = (): Took => ({ first: [], later: [], processor: [], statements: [] });
const ms = (time: number) => time.toFixed(1);

async function ask(way: Way, question: string, isFirst: boolean, took: Took): Promise<void> {
  const [from, processor, statements] = [performance.now(), processorTime(), way.statements()];
  await way.bot.ask(question);
  (isFirst ? took.first : took.later).push(performance.now() - from);
  if (isFirst) took.statements.push(way.statements() - statements);
  else took.processor.push(processorTime() - processor);
}

const indexerOf = (dir: string): OpenBotOptions['indexer'] => ({
  script: MAIN,
  args: ['index', '--corpus', dir],
});

async function embedded(dir: string, stateDir: string): Promise<Way> {
  process.env['STATE_DIR'] = stateDir;
  const settings = { dir, stateDir, searchEngine: 'sqlite' } as const;
  const { bot, close } = await openBot(settings, REPORT, { indexer: indexerOf(dir), many: true });
  return { name: 'embedded', bot, statements: () => 0, close };
}

async function shared(
  { url }: PostgresCluster,
  dir: string,
  stateDir: string,
  tenant: string,
): Promise<Way> {
  mkdirSync(stateDir, { recursive: true });
  const { bot, database, close } = await openShared(
    { dir, stateDir, searchEngine: 'sqlite', database: { url, tenant }, remote: false },
    REPORT,
    {
      indexer: { script: MAIN, args: (at) => ['index', '--corpus', at] },
      many: true,
      leads: false,
    },
  );
  let count = 0;
  const { query } = database;
  const counted: Database['query'] = (text, values) => {
    count += 1;
    return query(text, values);
  };
  Object.assign(database, { query: counted });
  return { name: tenant.split('-', 1)[0] ?? '', bot, statements: () => count, close };
}

if (!existsSync('dist') || !statSync(MAIN).isFile())
  throw new Error('run it from the project’s folder, by npm run bench-shared');
let options: BenchOptions;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`bench-shared: ${(error as Error).message}\n\n${USAGE}`);
  process.exit(2);
}
await run(options);
process.exit();
