import { describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot/bot.ts';
import { articleOf } from '../../helpers/article.ts';

async function marked(text: string, question: string) {
  const bot = await createBot({ articles: [articleOf('guide', text)], problems: [] });
  const { lead, highlights } = await bot.ask(question);
  return highlights.map(([start, end]) => lead.slice(start, end));
}

const LIBRARY = `松湾图书馆指南

一、开放时间

周二至周五 9:00—20:30，周六、周日 9:30—17:30，周一闭馆。

二、办证

凭身份证办理。`;

const PARK = `松湾湖公园游客须知

【开放时间】
旺季（4月1日—10月31日）：7:30—18:00，17:00停止售票
淡季（11月1日—次年3月31日）：8:30—16:30，15:30停止售票`;

const CLINIC = `松湾医院就诊指南

门诊时间：周一至周六 上午8:00—11:30，下午14:00—17:00；急诊24小时开放。

预约方式：就诊前一天15:00前可取消预约。`;

describe('of hours told for several days', () => {
  it.each([
    [LIBRARY, '图书馆几点关门', '周二至周五 9:00—20:30，周六、周日 9:30—17:30'],
    [LIBRARY, '图书馆周末几点开门', '9:30'],
    [LIBRARY, '图书馆周三几点关门', '20:30'],
    [PARK, '公园冬天几点开门', '8:30'],
  ])('those of the day asked for are marked, else all', async (text, question, wanted) => {
    expect(await marked(text, question)).toEqual([wanted]);
  });

  it('what another part of a labelled line says of the thing asked for is marked', async () => {
    expect(await marked(CLINIC, '急诊几点关')).toEqual(['24小时']);
  });
});

it('marks no half of an hour', async () => {
  expect(await marked(CLINIC, '怎么取消预约')).toEqual(['就诊前一天15:00']);
});
