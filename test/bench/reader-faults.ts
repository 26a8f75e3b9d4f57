/**
 * Asks thousands of questions while a reader fails in every way its double knows, and sometimes does
 * not: `npm run reader-faults -- DIR [--questions 10000]`, DIR as for `npm run train`. Ends with 1 where
 * an answer is lost, comes late, differs from the built-in one while the reader is of no use, or shows
 * what no article holds.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createOpenAiReader } from '../../src/answer/reader/openai-reader.ts';
import { createBot } from '../../src/bot/bot.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { parseCases } from '../../src/evaluation/evaluate.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { FAULT_NAMES, type Fault } from '../doubles/reader/faults.ts';
import { startReaderDouble } from '../doubles/reader/index.ts';

/** Milliseconds that a reader is waited for. */
const TIMEOUT = 200;
/** Milliseconds that the machine may take beside that, busy with sixteen questions at once. */
const SLACK = 3_000;
/** Questions asked at once, all under one fault. */
const TOGETHER = 16;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { questions: { type: 'string', default: '10000' } },
});
const [dir] = positionals;
const count = Number(values.questions);
if (dir === undefined || !Number.isInteger(count)) {
  process.stderr.write('Name a folder: npm run reader-faults -- DIR [--questions 10000]\n');
  process.exit(2);
}

const corpus = await loadCorpus(dir);
const texts = new Map(corpus.articles.map(({ id, text }) => [id, text]));
const questions = parseCases(readFileSync(join(dir, 'questions.jsonl'), 'utf8')).map(
  ({ question }) => question,
);
const double = await startReaderDouble(({ offered }) => [...offered.keys()].slice(0, 1));
// each question comes a minute after the one before, so that no breaker spares the reader one
let clock = 0;
const reader = createOpenAiReader({
  url: double.url,
  model: 'double',
  timeout: TIMEOUT,
  warn: () => {},
  now: () => {
    clock += 60_000;
    return clock;
  },
});
const plain = await createBot(corpus);
const bot = await createBot(corpus, { reader: { reader, when: 'always' } });
const builtIn = new Map<string, string>();
const problems: string[] = [];
let longest = 0;

for (let from = 0; from < count; from += TOGETHER) {
  const turn = from / TOGETHER;
  const fault: Fault | undefined = [...FAULT_NAMES, undefined][turn % (FAULT_NAMES.length + 1)];
  double.fault = fault;
  await Promise.all(Array.from({ length: TOGETHER }, (_, place) => asked(from + place, fault)));
}
await double.close();
process.stdout.write(
  `${count} questions, ${double.asked.length} put to the reader, longest wait ${longest.toFixed(0)} ms, ${problems.length} problems\n`,
);
for (const problem of problems.slice(0, 20)) process.stdout.write(`${problem}\n`);
process.exit(problems.length === 0 ? 0 : 1);

async function asked(number: number, fault: Fault | undefined): Promise<void> {
  const question = questions[number % questions.length] ?? '';
  // no two rounds ask the same, so that no reading is remembered
  const put = `${question}${'？'.repeat(Math.floor(number / questions.length))}`;
  const say = (what: string) => problems.push(`${fault ?? 'no fault'}: ${what}: ${put}`);
  const at = performance.now();
  const reply = await bot.ask(put).catch((error: unknown) => {
    say(`rejects with ${error}`);
    return undefined;
  });
  const wait = performance.now() - at;
  longest = Math.max(longest, wait);
  if (wait > TIMEOUT + SLACK) say(`takes ${wait.toFixed(0)} ms`);
  if (reply === undefined) return;
  if (!isVerbatim(reply)) say('shows what no article holds');
  if (fault === undefined) return;
  const own = builtIn.get(put) ?? (await plain.ask(put)).text;
  builtIn.set(put, own);
  if (reply.text !== own) say('is not the built-in answer');
}

function isVerbatim({ lead, passages, alternatives = [], figures }: Reply): boolean {
  const isHeld = [...passages, ...alternatives, ...figures].every(
    ({ article, start, end, text }) => texts.get(article)?.slice(start, end) === text,
  );
  return isHeld && (lead === '' || texts.get(passages[0]?.article ?? '')?.includes(lead) === true);
}
