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
});
