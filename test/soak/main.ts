import { fileURLToPath } from 'node:url';
import { createBot } from '../../src/bot/bot.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { fuzz } from './fuzz.ts';
import { readOptions, type SoakOptions, USAGE } from './options.ts';
import { soak } from './soak.ts';
import { soakWorkers } from './workers.ts';

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
  if (options.database) return overDatabase(options);
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

/** What happens to workers over a database, by the share of questions that are answered by then. */
const EVENTS = [
  [0.1, 'kill'],
  [0.2, 'add'],
  [0.3, 'change'],
  [0.4, 'kill leader'],
  [0.5, 'add'],
  [0.6, 'fail over'],
  [0.75, 'kill front'],
  [0.8, 'add'],
] as const;
/** Questions asked of workers over a database where no number is given. */
const OVER_DATABASE = 2000;

async function overDatabase({ questions, chats, webhook, corpus, pace }: SoakOptions) {
  const common = {
    ...{ main: MAIN, corpus, chats, webhook },
    questions: Number.isFinite(questions) ? questions : OVER_DATABASE,
    tell: (line: string) => console.error(line),
  };
  if (pace.length > 0) {
    for (const workers of pace) {
      const { pace: answered, waits, cpu } = await soakWorkers({ ...common, workers, events: [] });
      console.log(
        `${workers} workers: ${answered.toFixed(1)} questions a second, median ${waits[0]} ms, ${cpu.toFixed(1)} ms of processor time a question`,
      );
    }
    return true;
  }
  const result = await soakWorkers({ ...common, workers: 2, events: EVENTS });
  const {
    asked,
    lost,
    repeated,
    mostRepeated,
    repeatedUnkilled,
    disordered,
    kills,
    longestGap,
    waits,
  } = result;
  const { versions, mixed } = result;
  console.log(`${asked} questions from ${chats} chats, ${kills} kills`);
  console.log(
    `lost: ${lost}, repeated: ${repeated}, in one chat by one kill at most: ${mostRepeated}, before any kill: ${repeatedUnkilled}`,
  );
  console.log(`chats out of order: ${disordered}`);
  console.log(`versions quoted: ${versions}, answers that mix them: ${mixed}`);
  console.log(`answers stood still for ${longestGap} ms at most`);
  console.log(`from question to answer: median ${waits[0]} ms, 99th percentile ${waits[1]} ms`);
  return lost === 0 && disordered === 0 && mixed === 0 && mostRepeated <= 1;
}

try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  process.exitCode = 2;
}
