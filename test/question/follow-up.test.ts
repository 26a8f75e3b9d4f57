import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { inherit, isFollowUp } from '../../src/question/follow-up.ts';
import { articleOf } from '../helpers/article.ts';
import { tokenizer, understand } from '../helpers/tokenizer.ts';

const turn = { question: understand('2022年江苏输出的技术合同有多少项？') };

describe('isFollowUp', () => {
  it.each([
    '那成交额呢？',
    '她的职务是什么？',
    '哪一年？',
    '在哪两个地区',
    '该公司何时成立',
  ])('%s leans on the turn before', (question) => {
    expect(isFollowUp(understand(question), () => true)).toBe(true);
  });

  it('does not lean when it is short but names whom it asks about', () => {
    expect(isFollowUp(understand('SES是什么公司'), () => true)).toBe(false);
  });

  it('does not lean when it says all it asks', () => {
    expect(isFollowUp(understand('浙江省高新技术企业一共有多少家'), () => true)).toBe(false);
  });
});

describe('a short question about what the corpus never names', () => {
  it('changes the subject', () => {
    expect(isFollowUp(understand('红烧肉怎么做'), () => false)).toBe(false);
    expect(isFollowUp(understand('哪一年？'), () => false)).toBe(true);
  });
});

describe('inherit', () => {
  it('takes terms at half their weight and keeps its own whole', () => {
    const { words } = inherit(understand('那成交额呢？'), turn, tokenizer);
    expect(words.get('成交额')).toBe(1);
    expect(words.get('技术')).toBe(0.5);
  });

  it('asks for a number again, but not for as many 项 of something else', () => {
    expect(inherit(understand('那成交额呢？'), turn, tokenizer)).toMatchObject({ type: 'number' });
    expect(inherit(understand('那成交额呢？'), turn, tokenizer).counter).toBeUndefined();
  });

  it('asks for the same of another place', () => {
    expect(inherit(understand('那浙江呢？'), turn, tokenizer)).toMatchObject({
      type: 'number',
      counter: '项',
    });
  });

  it('asks the question before anew where it names another year or place alone', () => {
    const again = inherit(understand('那2021年的呢？'), turn, tokenizer);
    expect(again.normalized).toBe('2021年江苏输出的技术合同有多少项?');
    expect(again.source).toBe('那2021年的呢？');
    expect(again.words.get('技术')).toBe(1);
    const elsewhere = inherit(understand('浙江呢'), { question: again }, tokenizer);
    expect(elsewhere.normalized).toBe('2021年浙江输出的技术合同有多少项?');
  });

  it('keeps what the turn before had inherited, where another year is asked of', () => {
    const industry = inherit(
      understand('第三产业呢'),
      { question: understand('2022年地区生产总值是多少') },
      tokenizer,
    );
    const { normalized, words } = inherit(
      understand('那2021年的呢？'),
      { question: industry },
      tokenizer,
    );
    expect(normalized).toContain('第三产业');
    expect(words.get('第三产业') ?? words.get('产业')).toBe(1);
    expect(words.get('地区生产总值') ?? words.get('生产')).toBe(0.5);
  });

  it('keeps what it asks for itself', () => {
    expect(inherit(understand('在哪里？'), turn, tokenizer).type).toBe('place');
  });
});

describe('the measure of the turn before', async () => {
  const bot = await createBot({
    articles: [
      articleOf(
        'half-year',
        [
          '半年报告',
          '2023-07-18',
          '上半年，全区生产总值612亿元，增长5.8%。第二产业增加值287亿元，增长6.1%；第三产业增加值304亿元，增长5.6%。',
          '从投资看，第二产业投资88亿元，第三产业投资132亿元。',
        ].join('\n\n'),
      ),
    ],
    problems: [],
  });

  it('is kept: what an industry adds to the GDP', async () => {
    await bot.ask('上半年生产总值是多少？', 'level');
    const { figures } = await bot.ask('那第二产业呢？', 'level');
    expect(figures[0]?.text).toBe('287亿元');
  });

  it('is kept: by how much it grew', async () => {
    await bot.ask('上半年生产总值增长多少？', 'change');
    const { figures } = await bot.ask('那第三产业呢？', 'change');
    expect(figures[0]?.text).toBe('5.6%');
  });
});
