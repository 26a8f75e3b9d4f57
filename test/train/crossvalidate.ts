/**
 * Asks the whole bot every question with weights that have seen none of its article, and prints how
 * it does: `npm run crossvalidate -- DIR… [--write docs/results.md]`, each DIR as for `npm run train`. Beside the questions as
 * they are, some of each set without the paragraphs that answer, and put to the set named next.
 */
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { MODEL, type Model } from '../../src/answer/model/model.ts';
import type { Article } from '../../src/article/article.ts';
import { type Bot, createBot } from '../../src/bot/bot.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import {
  type Case,
  evaluate,
  holdsAnswer,
  type Rate,
  type Result,
  score,
} from '../../src/evaluation/evaluate.ts';
import { markdownTable, rewritePage, withSection } from '../../src/evaluation/results-page.ts';
import { slice } from '../../src/util/span.ts';
import { casesIn, FOLDS, foldOf, homesOf, readSets } from './examples.ts';
import { fitHighlighter, fitJudge, fitRanker, fitRankers, judgedOf, judgeOf } from './models.ts';
import { table } from './report.ts';

/** Questions of a set that are asked without their paragraphs: each takes an index of its own. */
const WITHHELD = 100;

interface FoldedCase {
  readonly case: Case;
  readonly fold: number;
}

const { positionals: dirs, values: options } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'string' } },
});
if (dirs.length === 0) {
  process.stderr.write('Name at least one folder: npm run crossvalidate -- DIR…\n');
  process.exit(2);
}

const models = await modelsOf(dirs);
const sets = await Promise.all(
  dirs.map(async (dir) => {
    const { articles } = await loadCorpus(dir);
    const cases = casesIn(join(dir, 'questions.jsonl'));
    const name = basename(resolve(dir));
    return {
      name,
      articles,
      cases: homesOf(articles, cases).map(
        (asked): FoldedCase => ({
          case: asked.case,
          fold: foldOf(name, asked),
        }),
      ),
    };
  }),
);

const rows: string[][] = [];
// one set after the other: names taught to jieba with one stay for the next
for (const [place, { name, articles, cases }] of sets.entries()) {
  const bots = await botsOf(articles);
  const own = await ask(bots, cases);
  const answerable = cases.filter((one) => one.case.expect.answerable);
  const withheld: Result[] = [];
  for (const one of answerable.slice(0, WITHHELD))
    withheld.push(...(await ask(await withoutAnswer(articles, one), [one])));
  const next = sets[(place + 1) % sets.length];
  const foreign =
    next === undefined || next.name === name
      ? []
      : await ask(
          bots,
          next.cases.filter((one) => one.case.expect.answerable),
        );
  const { all } = score(own);
  rows.push([
    name,
    percent(all.leadHit),
    percent(all.falselyRefused),
    percent(all.spanExact),
    (100 * all.spanF1).toFixed(1),
    percent(refused(withheld)),
    percent(refused(foreign)),
    percent(all.refusedRightly),
  ]);
}
const head = [
  'set',
  'lead hit',
  'falsely refused',
  'EM',
  'F1',
  'withheld, refused',
  'the next set, refused',
  'impossible, refused',
];
if (options.write !== undefined)
  rewritePage(options.write, (page) =>
    withSection(page, 'crossvalidate', markdownTable([head, ...rows])),
  );
process.stdout.write(`${table(head, rows)}\n`);

/** For each fold a model that has seen none of its articles. */
async function modelsOf(folders: readonly string[]): Promise<readonly Model[]> {
  const examples = (await readSets(folders)).flatMap((set) => set.examples);
  const rankers = fitRankers(examples);
  return Array.from({ length: FOLDS }, (_, out) => {
    const seen = examples.filter(({ fold }) => fold !== out);
    const judged = judgedOf(seen, (fold) => rankers[fold] ?? fitRanker(seen));
    return {
      ranker: rankers[out] ?? fitRanker(seen),
      judge: judgeOf(fitJudge(judged)),
      highlighter: fitHighlighter(seen),
      certainty: MODEL.certainty,
    };
  });
}

async function botsOf(articles: readonly Article[]): Promise<readonly Bot[]> {
  const bots: Bot[] = [];
  for (const model of models) bots.push(await createBot({ articles, problems: [] }, { model }));
  return bots;
}

async function ask(bots: readonly Bot[], cases: readonly FoldedCase[]): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const one of cases) {
    const bot = bots[one.fold];
    if (bot === undefined) throw new Error(`no model for fold ${one.fold}`);
    const own = await evaluate(
      [one.case],
      (question) => bot.ask(question),
      () => performance.now(),
    );
    results.push(...own);
  }
  return results;
}

/** A bot of the question's fold, for articles without the paragraphs that hold its answer. */
async function withoutAnswer(
  articles: readonly Article[],
  { case: { expect }, fold }: FoldedCase,
): Promise<Bot[]> {
  // an article without a paragraph is none: no folder is read with one
  const left = articles.flatMap((article) => {
    const paragraphs = article.paragraphs.filter(
      ({ span }) => !(expect.answerable && holdsAnswer(slice(article.text, span), expect)),
    );
    return paragraphs.length === 0 ? [] : [{ ...article, paragraphs }];
  });
  const model = models[fold];
  const bots: Bot[] = [];
  bots[fold] = await createBot(
    { articles: left, problems: [] },
    model === undefined ? {} : { model },
  );
  return bots;
}

function refused(results: readonly Result[]): Rate {
  return {
    hits: results.filter(({ reply }) => reply.outcome !== 'answered').length,
    of: results.length,
  };
}

function percent({ hits, of }: Rate): string {
  return of === 0 ? '–' : ((100 * hits) / of).toFixed(1);
}
