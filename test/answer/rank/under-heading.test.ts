import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../../src/article/body/parse-article.ts';
import { readMarked } from '../../../src/article/formats/markdown.ts';
import { createBot } from '../../../src/bot/bot.ts';
import { articleOf } from '../../helpers/article.ts';

const LINES = `青禾镇志愿者手册

2024-01-08 来源：青禾镇

第一次培训

培训时间：2024年3月9日 14:00-16:00

培训地点：镇文化站

第二次培训

培训时间：2024年3月23日 14:00-16:00

培训地点：镇图书馆

参会人员：何立新、方文清

志愿证丢了怎么办

带身份证到服务台登记，三天后领取新证。

新证领取后，旧的志愿证自动作废。

志愿服务站的站长是何立本。补贴每月20日发放，由镇财政所打入本人账户。
`;

describe('labelled lines and what stands under a heading', async () => {
  const bot = await createBot({ articles: [articleOf('guide', LINES)], problems: [] });

  test.each([
    ['第二次培训是什么时候开的？', '3月23日'],
    ['第一次培训在哪里开？', '镇文化站'],
    ['第二次培训有谁参加？', '何立新'],
    ['志愿证丢了怎么办？', '服务台登记'],
    ['志愿服务站的站长是谁？', '何立本'],
    ['补贴每月几号发？', '20日'],
  ])('%s', async (question, answer) => {
    const { outcome, lead } = await bot.ask(question);
    expect(outcome).toBe('answered');
    expect(lead).toContain(answer);
  });

  test('what a label says is marked to its end', async () => {
    const { lead, highlights } = await bot.ask('第二次培训是什么时候开的？');
    expect(highlights.map(([start, end]) => lead.slice(start, end))).toEqual([
      '2024年3月23日 14:00-16:00',
    ]);
  });

  test('a line that shares no word with the question is told below the heading that it names', async () => {
    const page = [
      '**首场宣讲**',
      '- **宣讲时间**: 2024年5月6日 18:00-19:00\n- **宣讲地点**: 南楼108',
      '**末场宣讲**',
      '- **宣讲时间**: 2024年5月20日 18:00-19:00\n- **宣讲地点**: 北楼512\n- **到场人员**: 秦岚、范宇',
      '**宣讲要点**:',
      '- 秦岚讲选课，范宇讲奖学金。',
    ].join('\n\n');
    const parsed = parseArticle('talks.md', readMarked(page), 'talks');
    if (!parsed.ok) throw new Error(parsed.reason);
    const talks = await createBot({ articles: [parsed.article], problems: [] });
    expect((await talks.ask('首场宣讲是什么时候办的？')).lead).toContain('5月6日');
  });

  test('a label of another kind answers nothing', async () => {
    expect((await bot.ask('第一次培训有谁参加？')).lead).not.toContain('镇文化站');
  });
});
