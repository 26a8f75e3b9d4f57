/**
 * Fits the weights by which an answer is sure or unsure and writes them where src/answer/model/model.ts
 * reads them: `npm run calibrate -- DIR… [--write docs/results.md] [--dry-run]`, each DIR as for
 * `npm run train`. Asks every question as the bot does, with the weights of ranking and judging as they
 * are, so that it is to be run after each `npm run train`. Prints, and writes, the reliability by weights that have not seen
 * the article. Weights take effect with the next build.
 */
import { writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { answer } from '../../src/answer/answer.ts';
import { MODEL, SURE } from '../../src/answer/model/model.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { holdsAnswer } from '../../src/evaluation/evaluate.ts';
import { rewritePage, withSection } from '../../src/evaluation/results-page.ts';
import { learnCorpus } from '../../src/knowledge/learn-corpus.ts';
import { understand } from '../../src/question/question.ts';
import { type AnswerSeen, fitCertainty, foreseen, renderCertainty, reportOf } from './certainty.ts';
import { casesIn, foldOf, homesOf, labelOf } from './examples.ts';

const WEIGHTS = 'src/answer/model/data/certainty.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'dry-run': { type: 'boolean', default: false }, write: { type: 'string' } },
});
if (positionals.length === 0) {
  process.stderr.write('Name at least one folder: npm run calibrate -- DIR… [--write PAGE]\n');
  process.exit(2);
}

const seen: AnswerSeen[] = [];
// one set after the other: names taught to jieba with one stay for the next
for (const dir of positionals) seen.push(...(await answersOf(dir)));
const report = reportOf(foreseen(seen), SURE);
process.stdout.write(`${report}\n`);
if (values.write !== undefined)
  rewritePage(values.write, (page) => withSection(page, 'calibrate', report));
if (!values['dry-run']) {
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(WEIGHTS, renderCertainty(date, seen, fitCertainty(seen)));
  process.stdout.write(`\nWrote ${WEIGHTS}; npm run build makes it take effect.\n`);
}

/** The answers given to the questions of a folder; a refusal has no certainty. */
async function answersOf(dir: string): Promise<AnswerSeen[]> {
  const { articles, problems } = await loadCorpus(dir);
  const { knowledge } = await learnCorpus({ articles, problems });
  // a set of the same name elsewhere asks of the same articles
  const set = basename(resolve(dir));
  const answers: AnswerSeen[] = [];
  for (const asked of homesOf(articles, casesIn(join(dir, 'questions.jsonl')))) {
    const { question, expect } = asked.case;
    const put = understand(question, knowledge.tokenizer);
    const { reply, signs } = await answer(put, {}, knowledge, { model: MODEL });
    if (signs === undefined) continue;
    answers.push({
      set: labelOf(dir),
      fold: foldOf(set, asked),
      signs,
      answerable: expect.answerable,
      right: expect.answerable && holdsAnswer(reply.lead, expect),
    });
  }
  return answers;
}
