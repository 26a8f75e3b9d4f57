/**
 * Fits the ranker's and the judge's weights and writes them where src/answer/model/model.ts reads them:
 * `npm run train -- DIR… [--dry-run]`, from the project's folder. Each DIR holds articles.jsonl and
 * questions.jsonl. Prints what cross-validation by article makes of it; the same input gives the
 * same weights. With `--highlighter` the highlighter's weights instead, which want more questions than
 * the others, from more sets. Weights take effect with the next build.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { THRESHOLD } from '../../src/answer/model/model.ts';
import type { Features } from '../../src/answer/rank/features.ts';
import { readSets, readSetsWhole } from './examples.ts';
import { fitHighlighter, fitJudge, fitRanker, fitRankers, judgedOf, opinionsOf } from './models.ts';
import { calibrationError, reliability, report, scoreJudge, scoreRanker } from './report.ts';
import { renderHighlighter, renderWeights } from './weights-file.ts';

const WEIGHTS = 'src/answer/model/data/weights.ts';
const HIGHLIGHTER = 'src/answer/model/data/highlighter.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'dry-run': { type: 'boolean', default: false },
    highlighter: { type: 'boolean', default: false },
  },
});
if (positionals.length === 0) {
  process.stderr.write(
    'Name at least one folder: npm run train -- DIR… [--highlighter] [--dry-run]\n',
  );
  process.exit(2);
}

const today = new Date().toISOString().slice(0, 10);
await (values.highlighter ? trainHighlighter() : trainChoosing());

async function trainHighlighter(): Promise<void> {
  const sets = await readSetsWhole(positionals);
  const weights = fitHighlighter(sets.flatMap((set) => set.examples));
  write(HIGHLIGHTER, renderHighlighter(today, sets, weights));
}

async function trainChoosing(): Promise<void> {
  const sets = await readSets(positionals);
  const examples = sets.flatMap((set) => set.examples);
  const rankers = fitRankers(examples);
  const rankerOf = (fold: number) => rankers[fold] as Features;
  const scores = scoreRanker(examples, rankerOf);
  const judged = judgedOf(examples, rankerOf);
  const opinions = opinionsOf(judged);
  process.stdout.write(`${report(scores, opinions)}\n`);

  const outcome = {
    date: today,
    sets,
    ranker: fitRanker(examples),
    judge: fitJudge(judged),
    scores,
    refusals: scoreJudge(opinions, THRESHOLD),
    calibrationError: calibrationError(reliability(opinions)),
  };
  write(WEIGHTS, renderWeights(outcome));
}

function write(file: string, text: string): void {
  if (values['dry-run']) return;
  writeFileSync(file, text);
  process.stdout.write(`\nWrote ${file}; npm run build makes it take effect.\n`);
}
