import { describe, expect, it } from 'vitest';
import { createBot } from '../../../../src/bot/bot.ts';
import { articleOf } from '../../../helpers/article.ts';

const TEXT = `云港市2024年渔业公报

2025-03-12

2024年，全市水产品总产量达到128.6万吨，比上年增长4.2%。其中，海水养殖产量76.3万吨，增长6.1%；海洋捕捞产量41.5万吨，下降2.3%；淡水产量10.8万吨，与上年持平。

全年渔业总产值突破420亿元，渔民人均纯收入3.86万元，增长5.5%。

全年水产品出口额9.7亿美元，下降1.8%，主要销往日本、韩国、欧盟和美国。`;

const bot = await createBot({ articles: [articleOf('a', TEXT)], problems: [] });

describe('of a sentence in parts, each of its own thing', () => {
  it.each([
    ['海水养殖产量增长了多少？', '6.1%'],
    ['海洋捕捞产量下降了多少？', '下降2.3%'],
    ['海洋捕捞产量是多少？', '41.5万吨'],
    ['淡水产量有多少？', '10.8万吨'],
  ])('%s is answered from its own part', async (question, wanted) => {
    const [first] = (await bot.ask(question)).figures;
    expect(first?.text).toContain(wanted.replace('下降', ''));
  });

  it('the rise of another part is no answer where this one fell', async () => {
    const reply = await bot.ask('海洋捕捞产量增长了多少？');
    expect(reply.outcome).toBe('unanswered');
    expect(reply.notice).toContain('下降');
  });
});

it('takes an everyday word of one character for what the part calls it', async () => {
  const firm = await createBot({
    articles: [
      articleOf(
        'firm',
        '云岭纺机上半年报告\n\n2025-08-22\n\n上半年，公司实现营业收入38.62亿元，同比下降2.3%；归属于上市公司股东的净利润4.15亿元，同比增长6.8%。',
      ),
    ],
    problems: [],
  });
  const [first] = (await firm.ask('上半年公司赚了多少？')).figures;
  expect(first?.text).toBe('4.15亿元');
});

it('asks for an amount each where it asks what people earn', async () => {
  expect((await bot.ask('渔民一年能挣多少钱？')).figures[0]?.text).toBe('3.86万元');
});

it('is not answered with a change of exports where imports are asked', async () => {
  expect((await bot.ask('韩国进口了多少？')).outcome).toBe('unanswered');
});

it('marks the whole of an enumeration where more than one is asked for', async () => {
  const { lead, highlights } = await bot.ask('水产品出口到哪些国家？');
  expect(highlights.map(([start, end]) => lead.slice(start, end))).toEqual([
    '日本、韩国、欧盟和美国',
  ]);
});
