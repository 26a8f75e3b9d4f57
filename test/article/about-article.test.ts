import { describe, expect, it } from 'vitest';
import { aboutArticle } from '../../src/article/about-article.ts';
import { createBot } from '../../src/bot/bot.ts';
import { articleOf } from '../helpers/article.ts';

const NOTICE = `暑期将至，为维护正常参观秩序，我馆暑期实行以下安排，请各位观众留意，感谢大家的理解和配合：

1、门票价格：全票40元/人。

2、购票渠道：

（1）南门售票窗口

（2）云河铁路博物馆可参观区域为一层展厅，全部向观众开放。

3、满65周岁老人凭身份证免票。

二〇二三年六月十六日
`;

describe('what an article is about', () => {
  it('is its title, what its file is called, and whoever speaks in it', () => {
    expect(aboutArticle(articleOf('notice-17', NOTICE)).split('\n').slice(1)).toEqual([
      '云河铁路博物馆',
    ]);
    const named = articleOf('07-云河铁路博物馆暑期公告', '暑期安排\n\n1、全票40元。\n');
    expect(aboutArticle(named)).toBe('暑期安排\n云河铁路博物馆暑期公告');
  });

  it('is the title alone where that says the same', () => {
    const article = articleOf('暑期安排', '暑期安排\n\n日本馆和基本会员不受影响。\n');
    expect(aboutArticle(article)).toBe('暑期安排');
  });

  it.each([
    ['云河铁路博物馆门票多少钱', '40元'],
    ['多少岁的老人去云河铁路博物馆免票', '65周岁'],
  ])('is no reason to quote the one sentence that says it: %s', async (question, told) => {
    const bot = await createBot({ articles: [articleOf('notice-17', NOTICE)], problems: [] });
    expect((await bot.ask(question)).lead).toContain(told);
  });
});
