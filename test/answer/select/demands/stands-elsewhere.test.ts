import { describe, expect, it } from 'vitest';
import { createBot } from '../../../../src/bot/bot.ts';
import { articleOf } from '../../../helpers/article.ts';

const bot = await createBot({
  articles: [
    articleOf(
      'museum',
      [
        '南湾海洋馆参观指南',
        '2024-04-01',
        '一层为珊瑚展厅，展览票价60元，由南湾研究所协办。二层为亲子体验室，限12岁以下儿童入场。',
        '馆方介绍，亲子体验室由社区志愿者打理。它每周三闭室保养。',
      ].join('\n\n'),
    ),
  ],
  problems: [],
});

describe('a sentence that speaks before what is asked about is named', () => {
  it('does not answer, though it has what is asked', async () => {
    const { lead } = await bot.ask('亲子体验室的票价是多少？');
    expect(lead).not.toContain('60元');
  });

  it('answers of what it names itself', async () => {
    expect((await bot.ask('珊瑚展厅的票价是多少？')).lead).toContain('60元');
  });

  it('answers where a pronoun stands for what was named', async () => {
    expect((await bot.ask('亲子体验室星期几闭室保养？')).lead).toContain('每周三');
  });

  it('answers for a part with the part, and not with the whole before it', async () => {
    const sales = await createBot({
      articles: [
        articleOf(
          'sales',
          '澜江县房屋市场\n\n2024-04-01\n\n一季度全县新建房屋成交面积为61万平方米。其中，车库成交面积为7万平方米。县里另建了两处公园。',
        ),
      ],
      problems: [],
    });
    expect((await sales.ask('一季度全县车库成交面积是多少？')).lead).not.toContain('61万');
    expect((await sales.ask('车库成交面积')).lead).toContain('7万平方米');
  });
});
