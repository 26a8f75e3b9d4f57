import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { createBot } from '../../src/bot/bot.ts';
import { articleOf } from '../helpers/article.ts';
import { slowEngine } from '../helpers/slow-engine.ts';

const page = (amount: string) =>
  articleOf(
    'a',
    `甲地通水\n\n2024-03-05\n\n甲地的水厂今年通水，日供水${amount}万吨。水厂由市民投票命名。`,
  );
const BRIDGE = articleOf(
  'b',
  '乙地通车\n\n2024-03-05\n\n乙地的大桥今年通车，全长3公里。大桥由老桥改建而成。',
);
const QUESTION = '水厂日供水多少万吨？';
const corpusOf = (...articles: readonly Article[]) => ({ articles, problems: [] });

/** Lets everything go on that waits for nothing but promises and its own turn of the event loop. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await setImmediate();
}

describe('a change while a question waits for the engine', () => {
  it('does not reach it, and answers the questions behind it', async () => {
    const { engine, holdNext, isHolding } = slowEngine();
    const bot = await createBot(corpusOf(page('8'), BRIDGE), { engine: () => engine });
    await bot.ask(QUESTION);

    const release = holdNext();
    const asked = bot.ask(QUESTION);
    await settle();
    expect(isHolding()).toBe(true);
    let isUpdated = false;
    const updated = bot.update(corpusOf(page('9'), BRIDGE)).then(() => {
      isUpdated = true;
    });
    const behind = bot.ask(QUESTION);
    await settle();
    expect(isUpdated).toBe(false);
    expect(engine.documentFrequency('8')).toBe(1);

    release();
    expect((await asked).lead).toContain('8万吨');
    await updated;
    expect((await behind).lead).toContain('9万吨');
    expect((await bot.ask(QUESTION)).lead).toContain('9万吨');
  });

  it('leaves all as it was where the engine fails', async () => {
    const { engine } = slowEngine();
    const bot = await createBot(corpusOf(page('8')), { engine: () => engine });
    const { update } = engine;
    engine.update = async () => {
      throw new Error('the engine is full');
    };
    const updated = bot.update(corpusOf(page('9')));
    const asked = bot.ask(QUESTION);
    await expect(updated).rejects.toThrow('the engine is full');
    expect((await asked).lead).toContain('8万吨');
    engine.update = update;
    await bot.update(corpusOf(page('9')));
    expect((await bot.ask(QUESTION)).lead).toContain('9万吨');
  });
});

describe('turns that are asked before the turn before is answered', () => {
  it('lean on it where they are of its conversation', async () => {
    const { engine, holdNext } = slowEngine();
    const bot = await createBot(corpusOf(page('8'), BRIDGE), { engine: () => engine });
    const release = holdNext();
    const first = bot.ask('大桥全长多少公里？', 'one');
    const second = bot.ask('它是怎么来的？由什么改建？', 'one');
    await settle();
    release();
    expect((await second).lead).toContain('老桥改建');
    expect((await first).lead).toContain('3公里');
  });

  it('do not wait for it where they are of another one, or of none', async () => {
    const { engine, holdNext } = slowEngine();
    const bot = await createBot(corpusOf(page('8'), BRIDGE), { engine: () => engine });
    const release = holdNext();
    let isAnswered = false;
    const first = bot.ask('大桥全长多少公里？', 'one').then(() => {
      isAnswered = true;
    });
    await settle();
    expect((await bot.ask(QUESTION, 'two')).lead).toContain('8万吨');
    expect((await bot.ask(QUESTION)).lead).toContain('8万吨');
    expect(isAnswered).toBe(false);
    release();
    await first;
  });
});

it('questions that are asked at once let the event loop turn between them', async () => {
  const bot = await createBot(corpusOf(page('8'), BRIDGE));
  const order: string[] = [];
  const ask = async (name: string) => {
    const reply = await bot.ask(QUESTION, name);
    order.push(name);
    return reply.lead;
  };
  const asked = ['one', 'two', 'three'].map(ask);
  const turned = setImmediate().then(() => order.push('turned'));
  for (const lead of await Promise.all(asked)) expect(lead).toContain('8万吨');
  await turned;
  expect(order.indexOf('turned')).toBeLessThan(order.indexOf('two'));
});
