/**
 * What a start over a kept corpus, `/stat` and the completion of measures take; writes a `LookedUp` as
 * JSON: `node lookups.js DIR`.
 */
import { loadJieba } from '../../src/language/jieba.ts';
import { openKept } from './kept.ts';
import { times } from './statistics.ts';

/** Milliseconds by the clock. */
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
const from = performance.now();
const { figures } = await openKept(dir);
const open = performance.now() - from;
const stat = await times(RUNS * QUERIES.length, (run) =>
  figures.find(QUERIES[run % QUERIES.length] ?? {}, COMPARED),
);
const completion = await times(RUNS * TYPED.length, (run) =>
  figures.measures(TYPED[run % TYPED.length] ?? '', OFFERED),
);
const lookedUp: LookedUp = {
  open,
  stat: Math.max(...stat),
  completion: Math.max(...completion),
  measures: (await figures.measures('', Number.MAX_SAFE_INTEGER)).length,
};
process.stdout.write(JSON.stringify(lookedUp), () => process.exit());
