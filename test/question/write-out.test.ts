import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { articleOf } from '../helpers/article.ts';

const bot = await createBot({
  articles: [
    articleOf(
      'a',
      [
        '青江县2024年统计公报',
        '2025-03-05',
        '2024年，全县地区生产总值412亿元，增长5.1%。年末常住人口38万人。',
        '全年营业收入超过十亿元的企业有6家。居民收入稳步提高，收入差距缩小。',
        '居民消费价格上涨0.4%。全年完成棚户改造1260套。',
      ].join('\n\n'),
    ),
  ],
  problems: [],
});

describe('a noun that the corpus never writes', () => {
  it.each([
    ['青江县2024年GDP', '地区生产总值412亿元'],
    ['青江县CPI涨幅', '居民消费价格上涨0.4%'],
    ['营收超过十亿元的企业有几家', '有6家'],
  ])('is read as what it writes: %s', async (question, told) => {
    const reply = await bot.ask(question);
    expect(reply.outcome).toBe('answered');
    expect(reply.lead).toContain(told);
  });

  it('is still called as it was typed', async () => {
    const reply = await bot.ask('青江县2019年GDP');
    expect(reply.outcome).toBe('unanswered');
    expect(reply.text).toContain('2019年');
  });
});
