import { describe, expect, it } from 'vitest';
import { createBot } from '../../../../src/bot/bot.ts';
import { articleOf } from '../../../helpers/article.ts';

const bot = await createBot({
  articles: [
    articleOf(
      'houses',
      [
        '柏溪老宅',
        '2024-03-01',
        '听雨楼是柏溪老宅的北院，由沈家建于清末。院里有两棵槐树。',
        '望月轩在南院，因每逢中秋于此赏月，因而取名“望月轩”。',
        '对于改建老宅，文物局表示不反对，水务局没有反对意见。',
        '改建老宅由规划局支持，交通局不支持。',
        '对于拆除院墙，民政局不支持，教育局没有反对意见。',
      ].join('\n\n'),
    ),
  ],
  problems: [],
});

describe('what a sentence leaves untold', () => {
  it('is why one is called so, where it tells why another is', async () => {
    expect((await bot.ask('为什么取名叫听雨楼？')).lead).not.toContain('因而取名');
    expect((await bot.ask('为什么取名叫望月轩？')).lead).toContain('因而取名');
  });

  it('is why one is called so, where the name is only used, and the year of a work, where another has one', async () => {
    const poet = await createBot({
      articles: [
        articleOf(
          'poet',
          [
            '诗人陆远舟',
            '2024-03-01',
            '陆远舟是柏溪镇人，镇上的人都叫他“酒仙”，他每天在河边写诗。',
            '陆远舟著有《夜航》、《晚潮》等诗集，2001年文联出版《陆远舟文选》。',
          ].join('\n\n'),
        ),
      ],
      problems: [],
    });
    expect((await poet.ask('为什么陆远舟被叫作酒仙？')).outcome).toBe('unanswered');
    expect((await poet.ask('《夜航》是哪年出版的？')).outcome).toBe('unanswered');
    expect((await poet.ask('《陆远舟文选》是哪年出版的？')).lead).toContain('2001年');
  });

  it('is who does not, where it only tells who does', async () => {
    const fair = await createBot({
      articles: [
        articleOf(
          'fair',
          [
            '柏溪庙会招募摊主',
            '2024-03-01',
            '柏溪庙会的摊位，本镇居民和邻镇农户可以报名。',
            '柏溪庙会的夜场，临时工不能报名，住在镇上的厨师可以报名。',
          ].join('\n\n'),
        ),
      ],
      problems: [],
    });
    expect((await fair.ask('哪些人不能报名柏溪庙会的摊位？')).lead).not.toContain('本镇居民');
    expect((await fair.ask('哪些人可以报名柏溪庙会的摊位？')).lead).toContain('本镇居民');
    expect((await fair.ask('哪些人不能报名柏溪庙会的夜场？')).lead).toContain('临时工');
  });

  it('is who does something, where it only tells who does not', async () => {
    expect((await bot.ask('哪些部门反对改建老宅？')).lead).not.toContain('不反对');
    expect((await bot.ask('哪些部门支持改建老宅？')).lead).toContain('规划局支持');
    // who does not support it is against it, whoever else is not
    expect((await bot.ask('哪个部门反对拆除院墙？')).lead).toContain('民政局不支持');
  });
});
