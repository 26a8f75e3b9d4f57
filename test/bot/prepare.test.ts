import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { type DerivedValues, NO_CACHE } from '../../src/store/derived-values.ts';
import { BULLETIN_PAGE, WEATHER_PAGE } from '../helpers/two-articles.ts';

const ENGLISH = 'How many water plants were built?';

/** Values that are computed each time, and how often the dictionary of English was. */
function counted() {
  let glossaries = 0;
  const derivedValues: DerivedValues = {
    ...NO_CACHE,
    ofCorpus: (name, compute) =>
      NO_CACHE.ofCorpus(name, (articles) => {
        if (name === 'glossary') glossaries += 1;
        return compute(articles);
      }),
  };
  return { derivedValues, glossaries: () => glossaries };
}

it('what English questions need is made in steps, so that none of them makes it', async () => {
  const { derivedValues, glossaries } = counted();
  const corpus = { articles: [BULLETIN_PAGE], problems: [] };
  const [bot, other] = [await createBot(corpus, { derivedValues }), await createBot(corpus)];
  let steps = 0;
  await bot.prepareInSteps(() => {
    steps += 1;
    return setImmediate();
  });
  expect(steps).toBeGreaterThan(20);
  expect((await bot.ask(ENGLISH)).text).toBe((await other.ask(ENGLISH)).text);
  expect(glossaries()).toBe(0);
});

it('it is made again after an update, and given up where another one comes', async () => {
  const { derivedValues, glossaries } = counted();
  const bot = await createBot({ articles: [BULLETIN_PAGE], problems: [] }, { derivedValues });
  let steps = 0;
  let last = 0;
  await bot.prepareInSteps(() => {
    steps += 1;
    return setImmediate();
  });
  const both = { articles: [BULLETIN_PAGE, WEATHER_PAGE], problems: [] };
  const once = steps;
  await Promise.all([bot.update({ articles: [WEATHER_PAGE], problems: [] }), bot.update(both)]);
  while (last !== steps) {
    last = steps;
    for (let turn = 0; turn < 20; turn++) await setImmediate();
  }
  expect(steps).toBeGreaterThanOrEqual(2 * once - 2);
  expect(steps).toBeLessThan(2 * once + once / 2);
  expect((await bot.ask('What was the rainfall in 2022?')).lead).toContain('1200毫米');
  expect(glossaries()).toBe(0);
});
