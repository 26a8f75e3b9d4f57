/**
 * Asks two builds the same questions and tells how many of their replies differ, and in which fields:
 * `npm run same-replies -- OTHER_BUILD_FOLDER QUESTIONS.jsonl --corpus DIR`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseCases } from '../../src/evaluation/evaluate.ts';
import { compareReplies, type ReplyFields } from './reply-differences.ts';

const USAGE = `npm run same-replies -- OTHER_BUILD_FOLDER QUESTIONS.jsonl [--corpus DIR] [--show]

  OTHER_BUILD_FOLDER  a built tree, or its dist
  QUESTIONS.jsonl     questions as npm run eval reads them
  --corpus            folder of articles (default corpus)
  --show              lists the questions whose replies differ, with the fields

Ends with 1 where a reply differs, and with 2 where the two cannot be compared.
`;

/** Replies are some kilobytes each. */
const OUTPUT_LIMIT = 1024 ** 3;

function run(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      corpus: { type: 'string', default: 'corpus' },
      show: { type: 'boolean', default: false },
    },
  });
  const [other, file, ...more] = positionals;
  if (other === undefined || file === undefined || more.length > 0)
    throw new Error('name a build and a file of questions');
  const lines = questionLines(readFileSync(file, 'utf8'));
  const corpus = resolve(values.corpus);
  const ours = repliesOf(fileURLToPath(new URL('../..', import.meta.url)), corpus, lines);
  const theirs = repliesOf(other, corpus, lines);
  const { replies, fields, differing } = compareReplies(ours, theirs);
  process.stdout.write(`${differing.length} of ${replies} replies differ\n`);
  for (const [name, count] of fields) process.stdout.write(`  ${name}  ${count}\n`);
  if (values.show)
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

/** What a build replies, in a process of its own, which keeps nothing of another's. */
function repliesOf(build: string, corpus: string, input: string): readonly ReplyFields[] {
  const main = ['adapters/main.js', 'dist/adapters/main.js']
    .map((path) => resolve(build, path))
    .find(existsSync);
  if (main === undefined) throw new Error(`${build} holds no build: run npm run build there`);
  const home = mkdtempSync(join(tmpdir(), 'same-replies-'));
  try {
    const { PATH = '', HOME = '' } = process.env;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [main, 'ask', '--jsonl', '--corpus', corpus],
      {
        cwd: home,
        env: { PATH, HOME, STATE_DIR: home },
        input,
        encoding: 'utf8',
        maxBuffer: OUTPUT_LIMIT,
      },
    );
    if (status !== 0) throw new Error(`${main} ended with ${status}: ${stderr.trim()}`);
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as ReplyFields);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

try {
  process.exitCode = run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`same-replies: ${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
}
