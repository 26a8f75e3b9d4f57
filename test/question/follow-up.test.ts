import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { aboutOf } from '../../src/question/follow-up/about.ts';
import { inherit, isFollowUp } from '../../src/question/follow-up/follow-up.ts';
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

  it('leans where nothing but a time and a verb is typed', () => {
    expect(isFollowUp(understand('近一年跌了多少'), () => true)).toBe(true);
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
    const { words } = inherit(understand('已经登记的呢？'), turn, tokenizer);
    expect(words.get('登记')).toBe(1);
    expect(words.get('技术')).toBe(0.5);
  });

  it('asks for an amount again, but not for as many 项 of something else', () => {
    expect(inherit(understand('那成交额呢？'), turn, tokenizer)).toMatchObject({ type: 'money' });
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

  it.each([
    ['那成交额呢？', '2022年江苏输出的技术合同有多少项？', '2022年江苏输出的技术合同成交额是多少'],
    ['进口呢', '全市出口多少', '全市进口多少'],
    ['那第三产业呢？', '第一产业增加值是多少', '第三产业增加值是多少'],
    ['那海牛队呢', '港务队控球率是多少', '海牛队控球率是多少'],
    ['那海牛呢', '港务队控球率是多少', '海牛控球率是多少'],
    ['红十字会呢？', '慈善联合总会接收捐款多少', '红十字会接收捐款多少'],
    ['那水泥呢？', '钢材产量多少', '水泥产量多少'],
    ['那流浪地球呢？', '《长安三万里》票房多少', '流浪地球票房多少'],
    ['T20呢？', 'T30 Ultra的首发价是多少', 't20的首发价是多少'],
    ['续航呢', 'T30 Ultra的电池容量多大', 't30 ultra的续航多大'],
    ['门将呢', '海牛队主教练是谁', '海牛队门将是谁'],
    ['雅安呢', '甘孜州有多少人遇难', '雅安有多少人遇难'],
    ['定价呢？', '海外版本先在哪些国家上市', '海外版本定价是多少'],
    ['为什么？', '单日票房连续多少天过亿', '单日票房连续过亿为什么?'],
    ['谁说的', '复课时间是什么时候', '复课时间谁说的'],
  ])('puts the noun of %s after %s in the place of what it stands beside', (then, first, whole) => {
    const asked = inherit(understand(then), { question: understand(first) }, tokenizer);
    expect(asked.normalized).toBe(whole);
    expect(asked.source).toBe(then);
  });

  it.each(['第二名呢', '集尘时呢', '失联的呢'])('leaves %s as it is, which no noun is', (then) => {
    const before = understand('暑期档票房冠军是哪部电影');
    const { normalized, words } = inherit(understand(then), { question: before }, tokenizer);
    expect(normalized).toBe(then);
    expect(words.get('票房')).toBe(0.5);
  });

  it('reads a pronoun as whom the turn before spoke of', () => {
    const before = { question: understand('最佳球员是谁'), about: '马德兴' };
    const { normalized } = inherit(understand('他进了几个球'), before, tokenizer);
    expect(normalized).toBe('马德兴进了几个球');
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

describe('whom a turn speaks of', () => {
  it('is the person who answered, else whom it asked of', () => {
    expect(aboutOf(understand('最佳球员是谁？'), '马德兴')).toBe('马德兴');
    expect(aboutOf(understand('滨江科技公司成立于哪年？'), '2017年')).toContain('公司');
    expect(aboutOf(understand('为什么？'), undefined)).toBeUndefined();
  });
});

describe('what is left out of a follow-up on a rule', () => {
  const inFull = (before: string, question: string) =>
    inherit(understand(question), { question: understand(before) }, tokenizer).normalized;

  it.each([
    ['押金多少', '学生呢', '学生押金多少'],
    ['一次能借几本', '小孩呢', '小孩一次能借几本'],
    ['怎么预约', '老人呢', '老人怎么预约'],
    ['几点关门', '周末呢', '周末几点关门'],
    ['学生票多少钱', '老人呢', '老人多少钱'],
    ['押金多少', '小孩要交吗', '小孩押金要交吗'],
    ['押金多少', '能退吗', '押金能退吗'],
    ['自习室怎么预约', '要钱吗', '自习室要钱吗'],
    ['更衣柜押金多少', '退吗', '更衣柜押金退吗'],
    ['羽毛球馆周末几点开门', '平时呢', '羽毛球馆平时几点开门'],
    ['图书馆周一开吗', '周末呢', '图书馆周末开吗'],
    ['云港上半年增加值增长多少', '一般公共预算收入呢', '云港上半年一般公共预算收入增长多少'],
    ['92号汽油批发价多少', '涨了多少', '92号汽油涨了多少'],
  ])('%s, %s: %s', (before, question, whole) => {
    expect(inFull(before, question)).toBe(whole);
  });

  it('is no sum where it is asked whether something is so', () => {
    const { type } = inherit(
      understand('老人免费吗'),
      { question: understand('押金多少') },
      tokenizer,
    );
    expect(type).not.toBe('money');
  });

  it('is asked of people and days whom the corpus does not name', () => {
    expect(isFollowUp(understand('小孩呢'), () => false)).toBe(true);
    expect(isFollowUp(understand('周末呢'), () => false)).toBe(true);
    expect(isFollowUp(understand('那降雨量呢'), () => false)).toBe(false);
  });
});
