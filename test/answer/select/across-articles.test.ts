import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { createBot } from '../../../src/bot/bot.ts';
import { articleOf } from '../../helpers/article.ts';

/** Two yearly reports of one office, and a later page of another paper that gives a figure otherwise. */
const OLDER = articleOf(
  'report-2019',
  '2019年政府工作报告\n\n2019-03-05 来源：新华社\n\n一、2018年工作回顾\n\n居民消费价格上涨2.1%。提请全国人大常委会审议法律议案18件，制定修订行政法规37部。\n\n二、工作任务\n\n今年赤字率拟按2.8%安排，比去年预算高0.2个百分点。\n',
);
const NEWER = articleOf(
  'report-2021',
  '2021年政府工作报告\n\n2021-03-05 来源：新华社\n\n一、2020年工作回顾\n\n居民消费价格上涨2.5%。提请全国人大常委会审议法律议案9件，制定修订行政法规37部。\n\n二、工作任务\n\n今年赤字率拟按3.2%左右安排，比去年有所下调。\n',
);
const DRAFT = articleOf(
  'report-2021-draft',
  '2021年政府工作报告（摘要）\n\n2021-03-04 来源：日报\n\n一、2020年工作回顾\n\n居民消费价格上涨2.6%。\n',
);
const OTHER = articleOf(
  'water',
  '滨江新区水务公报\n\n2023-04-22 来源：滨江日报\n\n全年新建水厂4座，总投资超25亿元。青禾水厂由工程师陆景行主持设计，日处理能力为30万吨，2022年10月正式投产。\n',
);

function botOf(articles: readonly Article[]) {
  return createBot({ articles, problems: [] });
}

describe('a question that several articles answer', async () => {
  const bot = await botOf([OLDER, NEWER, OTHER]);

  test('is answered from the newer, and what the older says of its own year is told', async () => {
    const { lead, passages, notice } = await bot.ask('法律议案有多少件？');
    expect(lead).toContain('法律议案9件');
    expect(passages[0]?.article).toBe('report-2021');
    expect(notice).toBe(
      '《2021年政府工作报告》（2021-03-05）说2020年为9件，《2019年政府工作报告》（2019-03-05）说2018年为18件。',
    );
  });

  test('is answered from the one of the year it asks for, with no word of the other', async () => {
    const { lead, notice } = await bot.ask('2018年提请审议的法律议案有多少件？');
    expect(lead).toContain('18件');
    expect(notice).toBe('');
  });

  test.each([
    ['2019年政府工作报告说法律议案有多少件？', '18件'],
    ['2021年的政府工作报告说法律议案有多少件？', '9件'],
    ['《2019年政府工作报告》提出赤字率多少？', '2.8%'],
  ])('%s is answered from the article it names', async (question, answer) => {
    expect((await bot.ask(question)).lead).toContain(answer);
  });

  test('is answered from the article talked about', async () => {
    await bot.ask('2019年政府工作报告说法律议案有多少件？', 'one');
    const { passages, notice } = await bot.ask('居民消费价格上涨了多少？', 'one');
    expect(passages[0]?.article).toBe('report-2019');
    expect(notice).toContain('2020年为2.5%');
  });

  test('has its notice in English where it is asked in English', async () => {
    const { notice } = await bot.ask('By how much did consumer prices rise?');
    expect(notice).toContain('《2019年政府工作报告》 (2019-03-05) says 2.1% for 2018');
  });
});

test('articles that give one figure otherwise for the same time are both named', async () => {
  const bot = await botOf([DRAFT, NEWER]);
  const { lead, notice } = await bot.ask('2020年居民消费价格上涨多少？');
  expect(lead).toContain('2.5%');
  expect(notice).toBe(
    '《2021年政府工作报告》（2021-03-05）说2.5%，《2021年政府工作报告（摘要）》（2021-03-04）说2.6%。',
  );
});

test('a republished answer is cited with both its papers', async () => {
  const copy = articleOf(
    'reprint',
    '新区水务有成效\n\n2023-04-25 来源：东方网\n\n全年新建水厂4座，总投资超25亿元。青禾水厂由工程师陆景行主持设计，日处理能力为30万吨，2022年10月正式投产。\n',
  );
  const bot = await botOf([copy, OTHER]);
  const { passages, text } = await bot.ask('新建了几座水厂？');
  expect(passages.map(({ article }) => article)).toEqual(['water']);
  expect(passages[0]?.also).toEqual([
    {
      article: 'reprint',
      title: '新区水务有成效',
      paragraph: 1,
      source: '东方网',
      date: '2023-04-25',
    },
  ]);
  expect(text).toContain('；又见《新区水务有成效》（东方网，2023-04-25）第1段');
});

test('the order of the files changes no answer', async () => {
  const questions = [
    '法律议案有多少件？',
    '居民消费价格上涨多少？',
    '赤字率拟按多少安排？',
    '新建了几座水厂？',
  ];
  const corpus = [OLDER, NEWER, DRAFT, OTHER];
  const said = async (articles: readonly Article[]) => {
    const bot = await botOf(articles);
    const replies = await Promise.all(questions.map((question) => bot.ask(question)));
    return replies.map(({ lead, passages, notice }) => ({ lead, notice, passage: passages[0] }));
  };
  const expected = await said(corpus);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(corpus, { minLength: corpus.length }),
      async (shuffled) => {
        expect(await said(shuffled)).toEqual(expected);
      },
    ),
    { numRuns: 10 },
  );
});
