/**
 * What a start over a kept corpus, `/stat` and the completion of measures take; writes a `LookedUp` as
 * JSON: `node lookups.js DIR`.
 */
import type { FigureQuery } from '../../src/figures/lookup.ts';
import { loadJieba } from '../../src/language/jieba.ts';
import { openKept } from './kept.ts';
import { processorTime } from './statistics.ts';

/** Milliseconds of the processor. */
export interface LookedUp {
  /** From the articles on disk to a bot that can answer, jieba loaded before. */
  readonly open: number;
  /** The longest of some look-ups among all figures, and of some completions. */
  readonly stat: number;
  readonly completion: number;
  /** Figures in all. */
  readonly measures: number;
}

const QUERIES = [
  { words: ['成交额'] },
  { words: ['增长'] },
  { words: ['销量'], year: '2023' },
  { words: ['营收', '增长'] },
  { words: ['中国', '人'] },
  { words: ['万元'] },
  { words: ['没有这样的指标'] },
  { year: '2022' },
  { actor: '北京', words: [] },
  {},
];
const TYPED = ['', '增', '成交', 'xl', '销量', '价', '收入', '没有'];
/** Figures that `/stat` compares, and measures that a chat offers. */
const [COMPARED, OFFERED] = [3_000, 25];
/** Runs of each: the first also reads the file. */
const RUNS = 3;

const [dir = 'corpus'] = process.argv.slice(2);
loadJieba();
const from = processorTime();
const { figures } = await openKept(dir);
const open = processorTime() - from;
const longest = async <T>(asked: readonly T[], look: (one: T) => unknown) => {
  let most = 0;
  for (const one of Array.from({ length: RUNS }, () => asked).flat()) {
    const began = processorTime();
    await look(one);
    most = Math.max(most, processorTime() - began);
  }
  return most;
};
const lookedUp: LookedUp = {
  open,
  stat: await longest<FigureQuery>(QUERIES, (query) => figures.find(query, COMPARED)),
  completion: await longest(TYPED, (typed) => figures.measures(typed, OFFERED)),
  measures: (await figures.measures('', Number.MAX_SAFE_INTEGER)).length,
};
process.stdout.write(JSON.stringify(lookedUp), () => process.exit());
