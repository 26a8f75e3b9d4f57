/**
 * Asks two builds the same questions and tells how many of their replies differ, and in which fields:
 * `npm run same-replies -- OTHER_BUILD_FOLDER QUESTIONS.jsonl --corpus DIR`. With `--over`, the two are
 * this build over files and over a database that is started for it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseCases } from '../../src/evaluation/evaluate.ts';
import { startPostgres } from '../helpers/postgres-cluster.ts';
import { compareReplies, type ReplyFields } from './reply-differences.ts';

const USAGE = `npm run same-replies -- OTHER_BUILD_FOLDER QUESTIONS.jsonl [--corpus DIR] [--show]
npm run same-replies -- --over copied QUESTIONS.jsonl [--corpus DIR] [--show]

  OTHER_BUILD_FOLDER  a built tree, or its dist
  QUESTIONS.jsonl     questions as npm run eval reads them
  --over              compares this build over files with itself over PostgreSQL: copied (each worker
                      has the index on its own disk) or remote (the postings are in the database, and
                      the files are searched by SQLite however few they are, which scores the same);
                      the figures that stat lists are compared too
  --corpus            folder of articles (default corpus)
  --show              lists the questions whose replies differ, with the fields

Ends with 1 where a reply differs, and with 2 where the two cannot be compared.
`;

/** Replies are some kilobytes each. */
const OUTPUT_LIMIT = 1024 ** 3;
type Env = Readonly<Record<string, string>>;

/** The settings of each way of searching over a database, and of the files it is compared with. */
const OVER: Readonly<Record<string, { readonly files: Env; readonly database: Env }>> = {
  copied: { files: {}, database: {} },
  remote: { files: { SEARCH_ENGINE: 'sqlite' }, database: { SEARCH_ENGINE: 'postgres' } },
};

/** A build, its articles, and further settings. */
interface Side {
  readonly build: string;
  readonly corpus: string;
  readonly env: Env;
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      corpus: { type: 'string', default: 'corpus' },
      over: { type: 'string' },
      show: { type: 'boolean', default: false },
    },
  });
  const corpus = resolve(values.corpus);
  const ours = { build: fileURLToPath(new URL('../..', import.meta.url)), corpus, env: {} };
  if (values.over !== undefined) {
    const [file, ...more] = positionals;
    const way = OVER[values.over];
    if (file === undefined || way === undefined || more.length > 0)
      throw new Error('name a way of searching and a file of questions');
    return overDatabase(ours, way, questionLines(readFileSync(file, 'utf8')), values.show);
  }
  const [other, file, ...more] = positionals;
  if (other === undefined || file === undefined || more.length > 0)
    throw new Error('name a build and a file of questions');
  const lines = questionLines(readFileSync(file, 'utf8'));
  return tell(repliesOf(ours, lines), repliesOf({ ...ours, build: other }, lines), values.show);
}

/** Compares a build over files with the same one over a database of its own. */
async function overDatabase(
  side: Side,
  way: { readonly files: Env; readonly database: Env },
  lines: string,
  show: boolean,
): Promise<number> {
  const cluster = await startPostgres();
  try {
    const files = { ...side, env: way.files };
    const shared = { ...side, env: { ...way.database, DATABASE_URL: cluster.url } };
    output(shared, ['index']);
    const figures = [files, shared].map((side) => output(side, ['stat', '--json']));
    const same = figures[0] === figures[1];
    process.stdout.write(same ? 'all figures are the same\n' : 'the figures differ\n');
    const replies = tell(repliesOf(files, lines), repliesOf(shared, lines), show);
    return same ? replies : 1;
  } finally {
    await cluster.end();
  }
}

/** Says in how many replies two sides differ. */
function tell(ours: readonly ReplyFields[], theirs: readonly ReplyFields[], show: boolean): number {
  const { replies, fields, differing } = compareReplies(ours, theirs);
  process.stdout.write(`${differing.length} of ${replies} replies differ\n`);
  for (const [name, count] of fields) process.stdout.write(`  ${name}  ${count}\n`);
  if (show)
    for (const { question, fields } of differing)
      process.stdout.write(`${question}  (${fields.join(', ')})\n`);
  return differing.length === 0 ? 0 : 1;
}

/** The questions as `ask --jsonl` takes them, each follow-up in the conversation of what it follows. */
function questionLines(text: string): string {
  const conversations = new Map<string, string>();
  return parseCases(text)
    .map(({ id, question, prev_id }) => {
      const conversation = (prev_id === undefined ? undefined : conversations.get(prev_id)) ?? id;
      conversations.set(id, conversation);
      return `${JSON.stringify({ id, question, conversation })}\n`;
    })
    .join('');
}

/** What a side replies. */
function repliesOf(side: Side, input: string): readonly ReplyFields[] {
  return output(side, ['ask', '--jsonl'], input)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ReplyFields);
}

/** What a command of a build says, in a process of its own, which keeps nothing of another's. */
function output({ build, corpus, env }: Side, command: readonly string[], input = ''): string {
  const main = ['adapters/main.js', 'dist/adapters/main.js']
    .map((path) => resolve(build, path))
    .find(existsSync);
  if (main === undefined) throw new Error(`${build} holds no build: run npm run build there`);
  const home = mkdtempSync(join(tmpdir(), 'same-replies-'));
  try {
    const { PATH = '', HOME = '' } = process.env;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [main, ...command, '--corpus', corpus],
      {
        cwd: home,
        env: { PATH, HOME, STATE_DIR: home, ...env },
        input,
        encoding: 'utf8',
        maxBuffer: OUTPUT_LIMIT,
      },
    );
    if (status !== 0) throw new Error(`${main} ended with ${status}: ${stderr.trim()}`);
    return stdout;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`same-replies: ${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
}
