import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { fuzz } from './fuzz.ts';
import { readOptions } from './options.ts';
import { soak } from './soak.ts';

describe('a short soak', () => {
  it('loses nothing and doubles nothing, with failing calls on both platforms', async () => {
    const { asked, lost, doubled, end } = await soak({
      main: 'dist/adapters/main.js',
      corpus: 'corpus',
      time: 60_000,
      questions: 300,
      faults: 0.02,
    });
    expect(asked.telegram).toBeGreaterThan(100);
    expect(asked.discord).toBeGreaterThan(100);
    expect({ lost, doubled, code: end.code }).toEqual({ lost: 0, doubled: 0, code: 0 });
  }, 180_000);

  it('of mutilated questions throws nothing and quotes the articles alone', async () => {
    const bot = await createBot(await loadCorpus('corpus'));
    expect(await fuzz(bot, 300)).toEqual({ asked: 300, thrown: 0, foreign: 0 });
  });
});

describe('the options of a soak', () => {
  it('are an hour unless told otherwise', () => {
    expect(readOptions([])).toMatchObject({ time: 3_600_000, faults: 0.02, fuzz: 0 });
    expect(readOptions(['--minutes', '2'])).toMatchObject({ time: 120_000 });
    expect(readOptions(['--questions', '5'])).toMatchObject({
      time: Number.POSITIVE_INFINITY,
      questions: 5,
    });
    expect(() => readOptions(['--hours', 'x'])).toThrow(/take numbers/);
  });
});
