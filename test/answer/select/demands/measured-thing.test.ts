import { describe, expect, it } from 'vitest';
import { createBot } from '../../../../src/bot/bot.ts';
import { articleOf } from '../../../helpers/article.ts';

const bot = await createBot({
  articles: [
    articleOf(
      'labour',
      [
        '青河县五月劳动力调查',
        '2024-06-10',
        '青河县五月的失业率为3.7%，比上月下降0.1个百分点。',
        '青河县五月的用电量为2100万度。',
      ].join('\n\n'),
    ),
  ],
  problems: [],
});

describe('a measure', () => {
  it('is not told by another that ends alike', async () => {
    expect((await bot.ask('青河县五月的劳动参与率是多少？')).outcome).toBe('unanswered');
    expect((await bot.ask('青河县五月的用水量是多少？')).outcome).toBe('unanswered');
  });

  it('is told by itself', async () => {
    expect((await bot.ask('青河县五月的失业率是多少？')).lead).toContain('3.7%');
    expect((await bot.ask('青河县五月的用电量是多少？')).lead).toContain('2100万度');
  });
});
