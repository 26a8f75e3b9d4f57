import { describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot/bot.ts';
import { articleOf } from '../../helpers/article.ts';

const bot = await createBot({
  articles: [
    articleOf(
      'fish',
      [
        '青背石鲈',
        '青背石鲈，又称黑石鲈，为鲈形目石鲈科的其中一种。本鱼分布于东部海域。本鱼栖息在近岸的岩礁区，白天结群，夜晚独居。体长可达23公分，背部青黑。以小鱼及底栖动物为食。',
      ].join('\n\n'),
    ),
    articleOf(
      'palace',
      [
        '南山宫',
        '南山宫是一座木构宫殿。1606年6月，国王下令按照建筑师的设计修建广场。同年，工匠李大成为宫门建造了柱廊。1720年宫殿毁于火灾。',
        '宫殿西濒镜湖，东临大街。重建由建筑师王小山主持。',
      ].join('\n\n'),
    ),
  ],
  problems: [],
});

describe('of an article whose title says most of the question, the sentence is chosen', () => {
  it.each([
    ['by a character of the word asked by', '青背石鲈吃什么为食？', '以小鱼及底栖动物为食'],
    ['by a relative of that word', '青背石鲈的体长是多少？', '体长可达23公分'],
    ['that says more than the title', '青背石鲈栖息在什么地方？', '近岸的岩礁区'],
    ['that introduces, where nothing more is asked', '青背石鲈是什么？', '石鲈科的其中一种'],
    ['by the same matter in another word', '南山宫的西边是什么？', '西濒镜湖'],
  ])('%s', async (_, question, wanted) => {
    expect((await bot.ask(question)).lead).toContain(wanted);
  });
});

describe('a lead', () => {
  it('begins where the year is said that 同年 leaves out', async () => {
    const { lead } = await bot.ask('李大成在哪一年为宫门建造了柱廊？');
    expect(lead).toMatch(/^1606年.*柱廊。$/);
  });

  it('stays one sentence where that one stands out', async () => {
    expect((await bot.ask('南山宫哪一年毁于火灾？')).lead).toBe('1720年宫殿毁于火灾。');
  });
});
