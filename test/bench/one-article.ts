/** What one article costs: whole processes, the stages of a start, a question, figures. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBot } from '../../src/bot/bot.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { extractFigures } from '../../src/figures/extract.ts';
import { type Run, runInTurn } from './processes.ts';
import { median, quantile, times } from './statistics.ts';

const ROUNDS = 7;
const ASKED = 500;
const EXTRACTED = 20;
const REPORT_LENGTH = 20_000;

export const QUESTION = '2022年江苏输出的技术合同成交额是多少？';
export const QUESTIONS = [
  QUESTION,
  '文章是什么时候发表的？',
  '有多少家机构参加了大会？',
  '谁主办了大会？',
  '为什么要联合攻关？',
  '平台建在哪里？',
  '红烧肉怎么做？',
];

const BARE = [
  '--input-type=module',
  '-e',
  "import jieba from 'nodejieba'; jieba.cut('长三角是全国创新能力最强的区域之一。');",
];
const ASK = ['dist/adapters/main.js', 'ask', '--corpus', 'corpus', QUESTION];
const START = ['dist/test/bench/start.js', 'corpus'];

/** Rows of a table: name, median, 99th percentile, memory. */
export async function oneArticleRows(): Promise<string[][]> {
  const [bare = [], ask = [], start = []] = runInTurn([BARE, ASK, START], ROUNDS);
  const ratio = median(ask.map(({ ms }) => ms)) / median(bare.map(({ ms }) => ms));
  return [
    processRow(`bare process: load nodejieba, cut one sentence (${ROUNDS} runs)`, bare),
    processRow(`whole process: \`ask\` on corpus/ (${ROUNDS} runs)`, ask),
    ['`ask` : bare', ratio.toFixed(2), '', ''],
    ...stageRows(start),
    await askRow(),
    await figuresRow(),
  ];
}

function processRow(name: string, runs: readonly Run[]): string[] {
  const ms = runs.map((run) => run.ms);
  return [
    ...timesRow(name, ms, 0).slice(0, 3),
    `${median(runs.map(({ mb }) => mb)).toFixed(0)} MB`,
  ];
}

/** The stages of a start, each by its own length. */
function stageRows(runs: readonly Run[]): string[][] {
  const ends = runs.map(({ stdout }) => JSON.parse(stdout) as [string, number][]);
  const stages = ends[0]?.map(([stage]) => stage) ?? [];
  return stages.map((stage, place) => {
    const lengths = ends.map((one) => (one[place]?.[1] ?? 0) - (one[place - 1]?.[1] ?? 0));
    return timesRow(`start: ${stage}`, lengths, 0);
  });
}

async function askRow(): Promise<string[]> {
  const bot = await createBot(await loadCorpus('corpus'));
  const ask = (run: number) => bot.ask(QUESTIONS[run % QUESTIONS.length] ?? QUESTION);
  await times(QUESTIONS.length, ask);
  return timesRow(`one question, after loading (${ASKED} asked)`, await times(ASKED, ask));
}

async function figuresRow(): Promise<string[]> {
  const [seed] = (await loadCorpus('corpus')).articles;
  const body = seed?.paragraphs.map(({ span }) => seed.text.slice(span.start, span.end)) ?? [];
  if (body.length === 0) throw new Error('corpus/ holds no article');
  let text = '一份报告\n\n2023-06-01\n';
  for (let at = 0; text.length < REPORT_LENGTH; at++) text += `\n${body[at % body.length]}\n`;
  const folder = mkdtempSync(join(tmpdir(), 'yuanwen-bench-'));
  try {
    writeFileSync(join(folder, 'report.txt'), text);
    const [report] = (await loadCorpus(folder)).articles;
    if (!report) throw new Error('the report was not loaded');
    extractFigures(report);
    const name = `figures of a text of ${text.length} characters (${EXTRACTED} runs)`;
    return timesRow(name, await times(EXTRACTED, () => extractFigures(report)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function timesRow(name: string, ms: readonly number[], digits = 2): string[] {
  return [name, `${median(ms).toFixed(digits)} ms`, `${quantile(ms, 0.99).toFixed(digits)} ms`, ''];
}
