import { describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot/bot.ts';
import { articleOf } from '../../helpers/article.ts';

const TEXT = `松湾天文营简章

一、报名方式：自5月2日上午8时起至5月20日下午4时止，至本馆网站线上报名，额满为止。

二、营员现场报到时间： 7 月 3 日（星期三） 9 时起至 7 月 4 日（星期四）中午 12 时止。`;

const bot = await createBot({ articles: [articleOf('a', TEXT)], problems: [] });

describe('of a span of time, the end that is asked for is marked', () => {
  it.each([
    ['报名到哪一天截止', '5月20日下午4时'],
    ['报名从哪天开始', '5月2日上午8时'],
    ['现场报到时间什么时候截止', '7 月 4 日（星期四）中午 12 时'],
  ])('%s', async (question, wanted) => {
    const { lead, highlights } = await bot.ask(question);
    expect(highlights.map(([start, end]) => lead.slice(start, end))).toEqual([wanted]);
  });
});
