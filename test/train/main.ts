/**
 * Fits the ranker's and the judge's weights and writes them where src/answer/model/model.ts reads them:
 * `npm run train -- DIR… [--dry-run]`, from the project's folder. Each DIR holds articles.jsonl and
 * questions.jsonl. Prints what cross-validation by article makes of it; the same input gives the
 * same weights. Weights take effect with the next build.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { THRESHOLD } from '../../src/answer/model/model.ts';
import type { Features } from '../../src/answer/rank/features.ts';
import { readSets } from './examples.ts';
import { fitHighlighter, fitJudge, fitRanker, fitRankers, judgedOf, opinionsOf } from './models.ts';
import { calibrationError, reliability, report, scoreJudge, scoreRanker } from './report.ts';
import { renderWeights } from './weights-file.ts';

const WEIGHTS = 'src/answer/model/data/weights.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'dry-run': { type: 'boolean', default: false } },
});
if (positionals.length === 0) {
  process.stderr.write('Name at least one folder: npm run train -- DIR… [--dry-run]\n');
  process.exit(2);
}

const sets = await readSets(positionals);
const examples = sets.flatMap((set) => set.examples);
const rankers = fitRankers(examples);
const rankerOf = (fold: number) => rankers[fold] as Features;
const scores = scoreRanker(examples, rankerOf);
const judged = judgedOf(examples, rankerOf);
const opinions = opinionsOf(judged);
process.stdout.write(`${report(scores, opinions)}\n`);

if (!values['dry-run']) {
  const outcome = {
    date: new Date().toISOString().slice(0, 10),
    sets,
    ranker: fitRanker(examples),
    judge: fitJudge(judged),
    highlighter: fitHighlighter(examples),
    scores,
    refusals: scoreJudge(opinions, THRESHOLD),
    calibrationError: calibrationError(reliability(opinions)),
  };
  writeFileSync(WEIGHTS, renderWeights(outcome));
  process.stdout.write(`\nWrote ${WEIGHTS}; npm run build makes it take effect.\n`);
}
