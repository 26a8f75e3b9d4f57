/**
 * Keeps a corpus as the process beside a bot does, index and all else that questions may need;
 * writes as JSON what it took: `node build.js DIR`.
 */

import { warmUp } from '../../src/indexer/warm-up.ts';
import { loadJieba } from '../../src/language/jieba.ts';
import { keepCorpus } from './kept.ts';
import { processorTime } from './statistics.ts';

/** Milliseconds of the processor. */
export interface Indexed {
  readonly indexing: number;
  readonly making: number;
}

const [dir = 'corpus'] = process.argv.slice(2);
const corpus = await keepCorpus(dir);
// as those processes have that fill a library
loadJieba();
const from = processorTime();
const bot = await corpus.index();
const indexed = processorTime();
bot.prepare();
await warmUp(bot, () => false, { table: corpus.figures });
corpus.close();
const made = processorTime();
process.stdout.write(
  JSON.stringify({ indexing: indexed - from, making: made - indexed } satisfies Indexed),
);
