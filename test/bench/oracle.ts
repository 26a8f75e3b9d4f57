/**
 * How much of what a good reader finds comes through: asks labelled questions with the double of a
 * language model in the reader's place, which chooses a sentence that holds the labelled answer, else
 * none. `npm run oracle -- DIR… [--when unsure]`, each DIR as for `npm run train`.
 */
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createOpenAiReader } from '../../src/answer/reader/openai-reader.ts';
import { READER_WHEN } from '../../src/answer/reader/reader.ts';
import { createBot } from '../../src/bot/bot.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { evaluate, parseCases, type Rate, score } from '../../src/evaluation/evaluate.ts';
import { markdownTable } from '../../src/evaluation/results-page.ts';
import { startReaderDouble } from '../doubles/reader/index.ts';
import { oracleOf } from '../doubles/reader/oracle.ts';

const { values, positionals: dirs } = parseArgs({
  allowPositionals: true,
  options: { when: { type: 'string', default: 'always' }, show: { type: 'boolean' } },
});
const when = READER_WHEN.find((one) => one === values.when);
if (dirs.length === 0 || when === undefined) {
  process.stderr.write('Name folders: npm run oracle -- DIR… [--when unsure|always] [--show]\n');
  process.exit(2);
}

const rows: string[][] = [];
for (const dir of dirs) {
  const cases = parseCases(readFileSync(join(dir, 'questions.jsonl'), 'utf8'));
  const double = await startReaderDouble(oracleOf(cases));
  const warn = (line: string) => void process.stderr.write(`${line}\n`);
  const reader = createOpenAiReader({ url: double.url, model: 'oracle', timeout: 8000, warn });
  const bot = await createBot(await loadCorpus(dir), { reader: { reader, when } });
  const results = await evaluate(
    cases,
    (question, conversation) => bot.ask(question, conversation),
    () => performance.now(),
  );
  await double.close();
  const { all } = score(results);
  const { asked } = double;
  const characters = asked.reduce((sum, { prompt }) => sum + prompt.length, 0) / asked.length;
  rows.push([
    basename(resolve(dir)),
    percent(all.leadHit),
    percent(all.shownHit),
    percent(all.falselyRefused),
    percent(all.refusedRightly),
    percent({ hits: asked.length, of: cases.length }),
    characters.toFixed(0),
  ]);
  if (values.show === true)
    for (const { case: one, reply, leadHit } of results)
      if (leadHit === false)
        process.stdout.write(
          `${JSON.stringify({ one, notice: reply.notice, lead: reply.lead })}\n`,
        );
}
const head = [
  'set',
  'lead hit',
  'shown hit',
  'falsely refused',
  'refused rightly',
  'asked',
  'characters sent',
];
process.stdout.write(markdownTable([head, ...rows]));

function percent({ hits, of }: Rate): string {
  return of === 0 ? '–' : ((100 * hits) / of).toFixed(1);
}
