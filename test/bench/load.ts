/**
 * Sixteen conversations at once, while the corpus changes once and is read and indexed anew by the
 * process beside; writes a `Loaded` as JSON: `node load.js DIR`.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { openBot } from '../../adapters/open.ts';
import { readConfig } from '../../src/config.ts';
import { parseCases } from '../../src/evaluate.ts';
import { STATE } from './corpora.ts';

/** Milliseconds for which the event loop did nothing else, but the last. */
export interface Loaded {
  readonly p99: number;
  readonly longest: number;
  /** The longest while the articles that have changed were taken over. */
  readonly taking: number;
  readonly questionsPerSecond: number;
}

const CONVERSATIONS = 16;
const NEW_ARTICLE = { id: 'new', title: '新水厂通水', paragraphs: ['新水厂日供水8.5万吨。'] };

const [dir = 'corpus'] = process.argv.slice(2);
process.env['STATE_DIR'] = join(dir, STATE);
const { input, output, errors } = {
  input: process.stdin,
  output: process.stderr,
  errors: process.stderr,
};
const { bot, folder } = await openBot(dir, readConfig(), { input, output, errors, env: {} }, true);
const questions = parseCases(readFileSync(join(dir, 'questions.jsonl'), 'utf8')).map(
  ({ question }) => question,
);

const delay = monitorEventLoopDelay({ resolution: 1 });
const from = performance.now();
delay.enable();
const asked = Array.from({ length: CONVERSATIONS }, (_, one) => converse(one));
await Promise.all(asked);
const seconds = (performance.now() - from) / 1000;
delay.disable();
const { max, p99 } = { max: delay.max / 1e6, p99: delay.percentile(99) / 1e6 };

delay.reset();
delay.enable();
let isDone = false;
const waiting = idle();
appendFileSync(join(dir, 'articles.jsonl'), `${JSON.stringify(NEW_ARTICLE)}\n`);
bot.update(await folder.load());
isDone = true;
await waiting;
delay.disable();
if (!bot.ask('新水厂日供水多少？').lead.includes('8.5万吨'))
  throw new Error('the change was missed');
process.stdout.write(
  JSON.stringify({
    p99,
    longest: max,
    taking: delay.max / 1e6,
    questionsPerSecond: (CONVERSATIONS * questions.length) / seconds,
  } satisfies Loaded),
  () => process.exit(),
);

/** All questions in a conversation of its own, one a turn of the event loop, each begun elsewhere. */
async function converse(one: number): Promise<void> {
  for (const at of questions.keys()) {
    bot.ask(questions[(at + one * 13) % questions.length] ?? '', `conversation ${one}`);
    await setImmediate();
  }
}

async function idle(): Promise<void> {
  while (!isDone) await setImmediate();
}
