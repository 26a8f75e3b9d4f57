/**
 * Sixteen conversations at once, while the corpus changes once and is read and indexed anew by the
 * process beside; writes a `Loaded` as JSON: `node load.js DIR`.
 */
import { appendFileSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { readConfig } from '../../adapters/common/settings.ts';
import { openBotFor } from '../../adapters/terminal/open-folder.ts';
import { parseCases } from '../../src/evaluation/evaluate.ts';
import { createTurns } from '../../src/util/event-loop-turns.ts';
import { firstFile, questionsFile, STATE } from './corpora.ts';

/** Milliseconds for which the event loop did nothing else, but the last. */
export interface Loaded {
  readonly p99: number;
  readonly p999: number;
  readonly longest: number;
  /** The longest while the articles that have changed were taken over. */
  readonly taking: number;
  readonly questionsPerSecond: number;
}

const CONVERSATIONS = 16;
const NEW_ARTICLE = {
  id: 'new',
  title: '桐洲新水厂通水',
  paragraphs: ['桐洲新水厂日供水8.5万吨。'],
};

const [dir = 'corpus'] = process.argv.slice(2);
process.env['STATE_DIR'] = join(dir, STATE);
const { input, output, errors } = {
  input: process.stdin,
  output: process.stderr,
  errors: process.stderr,
};
const { bot, folder } = await openBotFor(
  dir,
  readConfig(),
  { input, output, errors, env: {} },
  true,
);
const questions = parseCases(readFileSync(questionsFile(dir), 'utf8')).map(
  ({ question }) => question,
);

const turn = createTurns();
const asking = await heldWhile(async () => {
  const conversations = Array.from({ length: CONVERSATIONS }, (_, one) => converse(one));
  await Promise.all(conversations);
});
const file = firstFile(dir);
const { size } = statSync(file);
const taking = await heldWhile(async () => {
  appendFileSync(file, `${JSON.stringify(NEW_ARTICLE)}\n`);
  await bot.update(await folder.load());
});
truncateSync(file, size);
const { lead } = await bot.ask('桐洲新水厂日供水多少？');
if (!lead.includes('8.5万吨')) throw new Error('the change was missed');
const loaded: Loaded = {
  p99: asking.p99,
  p999: asking.p999,
  longest: asking.longest,
  taking: taking.longest,
  questionsPerSecond: (CONVERSATIONS * questions.length * 1000) / asking.took,
};
process.stdout.write(JSON.stringify(loaded), () => process.exit());

/** All questions in a conversation of its own, each begun elsewhere. */
async function converse(one: number): Promise<void> {
  for (const at of questions.keys()) {
    await turn();
    await bot.ask(questions[(at + one * 13) % questions.length] ?? '', `conversation ${one}`);
  }
}

/** How long turns of the event loop were held while something was done, and how long that took. */
async function heldWhile(act: () => Promise<void>) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const from = performance.now();
  delay.enable();
  await act();
  // the last turn is counted when it is over
  await setTimeout(10);
  delay.disable();
  const took = performance.now() - from;
  const [p99, p999] = [delay.percentile(99) / 1e6, delay.percentile(99.9) / 1e6];
  return { p99, p999, longest: delay.max / 1e6, took };
}
