import { describe, expect, it } from 'vitest';
import { COMPARISONS } from '../../../../src/answer/select/data/comparisons.ts';
import { createBot } from '../../../../src/bot/bot.ts';
import { articleOf } from '../../../helpers/article.ts';

const article = articleOf(
  'ports',
  [
    '宁波市公布外贸成绩单',
    '2024-02-03 来源：宁波日报',
    '2023年，宁波市出口总额达420.5亿元，进口总额达180.5亿元。2022年，宁波市出口总额为400亿元，进口总额为200亿元。',
    '2023年，温州市出口总额超300亿元；宁波市常住人口为96万人。',
    '港口全年新开航线12条，吸引近40家企业落户。',
  ].join('\n\n'),
);
const bot = await createBot({ articles: [article], problems: [] });

describe('a comparison', () => {
  it('names the greater and states the arithmetic', async () => {
    const reply = await bot.ask('2023年宁波市出口和进口哪个更高？');
    expect(reply.outcome).toBe('answered');
    expect(reply.figures.map(({ text }) => text)).toEqual(['达420.5亿元', '达180.5亿元']);
    expect(reply.notice).toContain('出口的更高');
    expect(reply.notice).toContain('420.5亿元 − 180.5亿元 = 240亿元');
    expect(reply.lead).toContain('420.5亿元');
    expect(reply.lead).toContain('180.5亿元');
  });

  it('compares across years when the question does', async () => {
    const reply = await bot.ask('宁波市2023年出口总额比2022年多多少？');
    expect(reply.notice).toContain('420.5亿元 − 400亿元 = 20.5亿元');
  });

  it('compares across places when the question does, and keeps the qualifier honest', async () => {
    const reply = await bot.ask('2023年宁波市和温州市的出口总额相差多少？');
    expect(reply.notice).toContain('420.5亿元 − 300亿元 = 120.5亿元');
    expect(reply.notice).toContain('超');
    expect(reply.figures).toHaveLength(2);
  });

  it('names the greater when the question takes the other for it', async () => {
    expect((await bot.ask('2023年宁波市进口总额比出口总额高多少？')).notice).toContain(
      '出口的更高',
    );
  });

  it('adds up', async () => {
    expect((await bot.ask('2023年宁波市出口和进口合计多少亿元')).notice).toContain(
      '420.5亿元 + 180.5亿元 = 601亿元',
    );
  });

  it('sets no other measure beside the one asked about', async () => {
    const match = articleOf(
      'match',
      [
        '州联赛第三轮战罢',
        '2024-05-12',
        '东港队本场吸引了2.3万名观众，奖金池达到120万元。北岭队的奖金为80万元。',
      ].join('\n\n'),
    );
    const { ask } = await createBot({ articles: [match], problems: [] });
    const reply = await ask('东港队和北岭队谁的观众多？');
    expect(reply.outcome).toBe('unanswered');
    expect(reply.notice).toContain('北岭队');
    expect((await ask('东港队和北岭队谁的奖金多？')).notice).toContain('东港队');
  });

  it('refuses when one side is not there', async () => {
    const reply = await bot.ask('2023年和2021年宁波市的出口总额哪个高？');
    expect(reply.outcome).toBe('unanswered');
    expect(reply.notice).toContain('2021年');
  });

  it('keeps our own words out of the quotation', async () => {
    const { lead, notice } = await bot.ask('2023年宁波市出口和进口哪个更高？');
    expect(article.text).toContain(lead);
    expect(lead).not.toContain('−');
    expect(notice).not.toBe('');
  });
});

describe('sides that the sentence tells apart', () => {
  const told = (...paragraphs: string[]) =>
    createBot({
      articles: [articleOf('told', ['简报', '2024-02-03', ...paragraphs].join('\n\n'))],
      problems: [],
    });

  it.each([
    ['城镇和乡村零售额相差多少？', '310亿元'],
    ['城镇零售额比乡村多多少？', '310亿元'],
    ['城镇和乡村零售额哪个多？', '城镇的更高'],
    ['城镇和乡村零售额差多少？', '310亿元'],
  ])('%s', async (question, said) => {
    const bot = await told('城镇实现零售额360亿元，增长6%；乡村实现零售额50亿元，增长5%。');
    expect((await bot.ask(question)).notice).toContain(said);
  });

  it.each([
    ['去年本地感染和境外輸入哪個多？', '境外輸入的更高'],
    ['去年本地感染和境外輸入相差幾例？', '11例'],
  ])('%s', async (question, said) => {
    const bot = await told('去年共通報35例，其中12例為本地感染病例，另23例為境外輸入病例。');
    expect((await bot.ask(question)).notice).toContain(said);
  });

  it('are firms of two paragraphs', async () => {
    const bot = await told(
      '青禾种苗公告称，2023年净利润0.9亿元。',
      '青河种苗公告称，2023年净利润0.5亿元。',
    );
    const { notice, figures } = await bot.ask('青禾种苗和青河种苗的净利润谁高？');
    expect(notice).toContain('青禾种苗的更高');
    expect(figures.map(({ text }) => text)).toEqual(['0.9亿元', '0.5亿元']);
  });

  it('says which is missing', async () => {
    const bot = await told('城镇实现零售额360亿元，增长6%。');
    const { outcome, notice } = await bot.ask('城镇和郊区零售额相差多少？');
    expect(outcome).toBe('unanswered');
    expect(notice).toContain('郊区');
  });
});

describe('COMPARISONS', () => {
  it.each(
    COMPARISONS.map(({ example, operation }) => [example, operation] as const),
  )('%s asks for a %s', (example, operation) => {
    expect(COMPARISONS.find(({ pattern }) => pattern.test(example))?.operation).toBe(operation);
  });
});
