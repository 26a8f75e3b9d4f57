import { describe, expect, it } from 'vitest';
import { createBot } from '../../../../src/bot/bot.ts';
import { articleOf } from '../../../helpers/article.ts';

const TEXT = `青湖区公共自行车和停车收费办法

2025-03-12

年卡工本费第一年60元，从第二年起每年25元，由运营公司收取。

首套设备贷款五年以下（含五年）年利率为2.4%，五年以上年利率为2.9%。

标准型自行车押金300元，电动型自行车押金800元。

月票由180元下调至150元。去年5条线路共运送旅客36万人次，身高1.2米以下儿童免票。`;

const bot = await createBot({ articles: [articleOf('a', TEXT)], problems: [] });

describe('of figures that differ by a case, the one of the case asked for', () => {
  it.each([
    ['年卡工本费第一年多少钱？', ['60元']],
    ['工本费第2年起每年多少钱', ['25元']],
    ['设备贷款5年以上年利率是多少', ['2.9%']],
    ['设备贷款五年以下年利率是多少', ['2.4%']],
    ['电动型自行车押金多少', ['800元']],
    ['标准型和电动型自行车押金各多少', ['300元', '800元']],
    ['月票多少钱', ['150元']],
    ['月票原来多少钱', ['180元']],
    ['去年运送了多少旅客', ['36万人次']],
  ])('%s', async (question, wanted) => {
    const { figures } = await bot.ask(question);
    expect(figures.map(({ text }) => text).sort()).toEqual(wanted);
  });
});
