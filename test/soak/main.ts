import { fileURLToPath } from 'node:url';
import { createBot } from '../../src/bot/bot.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { fuzz } from './fuzz.ts';
import { readOptions, USAGE } from './options.ts';
import { soak } from './soak.ts';

const MAIN = fileURLToPath(new URL('../../adapters/main.js', import.meta.url));
/** How much the bots' memory may grow after the first 2,000 questions. */
const GROWTH = 1.3;

async function run(): Promise<boolean> {
  const options = readOptions(process.argv.slice(2));
  if (options.fuzz > 0) {
    const bot = await createBot(await loadCorpus(options.corpus));
    const told = (asked: number) => console.error(`${asked} asked`);
    const { asked, thrown, foreign } = await fuzz(bot, options.fuzz, told);
    console.log(`${asked} fuzzed questions over ${bot.articles.length} articles`);
    console.log(`thrown: ${thrown}, characters that are not the article's: ${foreign}`);
    return thrown + foreign === 0;
  }
  const { asked, lost, doubled, memory, longestDelay, median, end } = await soak({
    ...options,
    main: MAIN,
  });
  const [first, last] = memory.map(Math.round) as [number, number];
  console.log(`Telegram: ${asked.telegram} questions, Discord: ${asked.discord}`);
  console.log(`lost: ${lost}, doubled: ${doubled}`);
  console.log(`memory: ${first} MB at the start, ${last} MB at the end`);
  console.log(`median answer: ${median} ms, longest delay: ${Math.round(longestDelay)} ms`);
  console.log(`SIGTERM: ended with ${end.code} after ${end.ms} ms`);
  return lost + doubled === 0 && last <= first * GROWTH && end.code === 0 && end.ms < 5000;
}

try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  process.exitCode = 2;
}
