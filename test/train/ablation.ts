/**
 * Sets the verdicts of builds beside each other, as Markdown: `node dist/test/train/ablation.js
 * NAME=FILE… [--changes] [--reasons] [--write docs/results.md]`, in the order in which they were built,
 * each FILE written by `verdicts.js`. `--changes` lists what the last changed, `--reasons` what the last
 * refuses for; `--write` puts scores and changes into the page's section of ablations.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { rewritePage, withSection } from '../../src/evaluation/results-page.ts';
import {
  ablationTable,
  type Build,
  changesBetween,
  reasonTable,
  scoreTable,
  type Verdict,
} from './ablation-table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    changes: { type: 'boolean', default: false },
    reasons: { type: 'boolean', default: false },
    write: { type: 'string' },
  },
});
const builds = positionals.map((argument): Build => {
  const [name = '', file = ''] = argument.split('=', 2);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return { name, verdicts: lines.map((line): Verdict => JSON.parse(line)) };
});
const [last, previous] = builds.toReversed();
if (last === undefined) {
  process.stderr.write('Name at least one build: ablation.js NAME=FILE…\n');
  process.exit(2);
}
const parts = [scoreTable(builds)];
if (previous !== undefined) parts.push(ablationTable(builds));
const { write } = values;
if (write !== undefined)
  rewritePage(write, (page) => withSection(page, 'ablation', parts.join('\n\n')));
if (values.reasons) parts.push(reasonTable(last));
if (values.changes && previous !== undefined) parts.push(changesBetween(previous, last));
process.stdout.write(`${parts.join('\n\n')}\n`);
