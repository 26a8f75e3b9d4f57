import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { articleOf } from '../helpers/article.ts';
import { BULLETIN } from '../helpers/chat.ts';

it('answers from the articles that another process has indexed, and says how many it refuses by', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'yuanwen-unread-')), 'index.sqlite');
  const read = articleOf('bulletin', BULLETIN);
  const unread = articleOf('weather', '江北气象公报\n\n2023-01-01\n\n2022年江苏降雨量1200毫米。\n');
  const indexer = { engine: 'sqlite', file } as const;
  await createBot({ articles: [read], problems: [] }, indexer);
  let isIndexing = true;
  const corpus = { articles: [read, unread], problems: [] };
  const bot = await createBot(corpus, {
    engine: 'sqlite',
    file,
    isSound: true,
    takesHeld: () => isIndexing,
  });
  expect(bot.articles.map(({ id }) => id)).toEqual(['bulletin']);
  const refused = await bot.ask('2022年江苏降雨量是多少？');
  expect(refused.outcome).toBe('unanswered');
  expect(refused.notice).toContain('（1/2篇）');
  expect(refused.text).toContain('（1/2篇）');
  await createBot(corpus, indexer);
  isIndexing = false;
  await bot.update(corpus);
  const answered = await bot.ask('2022年江苏降雨量是多少？');
  expect(answered.lead).toContain('1200毫米');
  expect((await bot.ask('火星上的水厂在哪里？')).notice).not.toContain('篇）');
});
