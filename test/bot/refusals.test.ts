import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { articleOf } from '../helpers/article.ts';

const TEXT = `失业保险返还

2022年3月14日

稳岗返还标准为市月人均失业保险金1250元。企业应当在六月底以前申请，逾期不再受理。

李大山本赛季打进第10球。他来自滨江市。球队下周出征石桥。
`;
const bot = await createBot({ articles: [articleOf('a', TEXT)], problems: [] });

describe('the reason of a refusal', () => {
  it.each([
    ['领失业金要带上哪些证件？', ['金要']],
    ['补发奖状要准备哪些材料？', ['材料']],
    ['李大山上赛季进了几个球？', ['个球']],
    ['這一劑疫苗自費多少錢？', ['一劑']],
    ['有问题找哪个部门？', ['部门']],
    ['李大山的年龄是多少？', ['年龄']],
    ['那场事故里采取了什么措施？', ['故里']],
  ])('never names a fragment or the kind of the answer: %s', async (question, never) => {
    const { outcome, notice } = await bot.ask(question);
    expect(outcome).toBe('unanswered');
    for (const word of never) expect(notice).not.toMatch(new RegExp(`[“「]${word}[”」]`));
  });

  it('names no count and nothing that stands within another word', async () => {
    expect((await bot.ask('第二场发布会通报的遇难人数是多少？')).notice).not.toContain('人数');
    expect((await bot.ask('张大河缴纳的保险金是多少？')).notice).not.toContain('“保险金”');
  });

  it('is told in English to whoever asks so, of no word of grammar', async () => {
    const { notice } = await bot.ask('Can I bring my elephant?');
    expect(notice).not.toMatch(/\p{Script=Han}|\bmy\b/u);
  });

  it.each([
    ['广东省的返还标准是多少？', '广东'],
    ['大熊猫吃什么？', '大熊猫'],
    ['G60科创走廊有多少家企业？', 'G60'],
    ['Antonis Samaras是谁？', 'Antonis Samaras'],
    ['补发证件的工本费是多少？', '工本费'],
    ['春节档票房冠军', '春节档票房冠军'],
    ['五一档票房', '票房'],
    ['梅赛德斯-奔驰召回了哪些车型？', '梅赛德斯-奔驰'],
  ])('names what the articles never write: %s', async (question, name) => {
    expect((await bot.ask(question)).notice).toBe(`文中没有提到“${name}”。`);
  });
});

describe('the nearest passages of a refusal', () => {
  it('are single sentences, with the one before where they lean on it', async () => {
    const { passages } = await bot.ask('李大山上赛季进了几个球？');
    expect(passages[0]?.text).toBe('李大山本赛季打进第10球。');
    for (const { text, start, end } of passages) expect(TEXT.slice(start, end)).toBe(text);
  });

  it('are left out where they share a common word alone', async () => {
    expect((await bot.ask('企业的食堂有哪些菜式、糕点和饮料？')).passages).toEqual([]);
  });

  it('are left out where they share nothing with the question', async () => {
    expect((await bot.ask('红烧肉怎么做？')).passages).toEqual([]);
  });
});
