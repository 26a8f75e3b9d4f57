import { expect, it } from 'vitest';
import { createBot } from '../../../src/bot/bot.ts';
import { articleOf } from '../../helpers/article.ts';

const TEXT = `青湖区艺术资助接受申请

演出计划的申请截止日期为4月2日；出版计划的申请分两批处理。特别计划的申请截止日期为9月30日。`;

const bot = await createBot({ articles: [articleOf('a', TEXT)], problems: [] });

it.each([
  ['演出计划截止日期', '4月2日'],
  ['特别计划截止日期', '9月30日'],
])('marks the day of the part that speaks of what is asked: %s', async (question, wanted) => {
  const { lead, highlights } = await bot.ask(question);
  expect(highlights.map(([start, end]) => lead.slice(start, end))).toEqual([wanted]);
});
