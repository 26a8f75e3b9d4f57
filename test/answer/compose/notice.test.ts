import { describe, expect, it } from 'vitest';
import { refusalNotice, remarkNotice } from '../../../src/answer/compose/notice.ts';
import type { Refusal, Remark } from '../../../src/answer/select/outcome.ts';
import { type NotReckoned, reckon } from '../../../src/figures/arithmetic.ts';
import { extractFigures } from '../../../src/figures/extract.ts';
import { demandOf } from '../../../src/question/demand.ts';
import { messagesFor } from '../../../src/reply/messages/index.ts';
import { articleOf } from '../../helpers/article.ts';
import { understand } from '../../helpers/tokenizer.ts';

const IN_TRADITIONAL = '江蘇輸出的技術合同額是多少？';
const IN_SIMPLIFIED = '江苏输出的技术合同额是多少？';
const IN_ENGLISH = 'What is the value of the contracts?';

const article = articleOf('trade', '江蘇2022年輸出技術合同超307億元，吸納技術合同830億元。');
const [sold, bought] = extractFigures(article);
const demand = demandOf(understand(IN_SIMPLIFIED), article);
const mismatch = (reason: Extract<Refusal, { reason: 'mismatch' }>['mismatch']) =>
  ({ reason: 'mismatch', mismatch: reason, demand: { ...demand, periods: ['2021'] } }) as const;
const notReckoned = (refusal: NotReckoned): Refusal => ({ reason: 'notReckoned', refusal });

type Row = readonly [Refusal, simplified: string, traditional: string, english: string];

const REFUSALS: readonly Row[] = [
  [{ reason: 'notInText' }, '文中没有找到答案。', '文中沒有找到答案。', 'I found no answer.'],
  [
    { reason: 'headUnknown' },
    '文章没有注明。',
    '文章沒有註明。',
    'The article does not state this.',
  ],
  [
    { reason: 'tooLong' },
    '问题太长，请用一两句话来问。',
    '問題太長，請用一兩句話來問。',
    'The question is too long: please ask in a sentence or two.',
  ],
  [
    { reason: 'unreadable' },
    '文章暂时读不出来，请稍后再问。',
    '文章暫時讀不出來，請稍後再問。',
    'The articles cannot be read just now: please ask again later.',
  ],
  [
    { reason: 'notMentioned', name: '臺積電' },
    '文中没有提到“臺積電”。',
    '文中沒有提到「臺積電」。',
    'The article does not mention “臺積電”.',
  ],
  [
    { reason: 'missingSide', side: { kind: 'period', period: '2021-06' } },
    '文中没有2021年6月的数字，不能比较。',
    '文中沒有2021年6月的數字，不能比較。',
    'The article has no figure for June 2021, so there is nothing to compare.',
  ],
  [
    { reason: 'missingSide', side: { kind: 'term', term: '江苏' } },
    '文中没有江苏的数字，不能比较。',
    '文中沒有江蘇的數字，不能比較。',
    'The article has no figure for 江苏, so there is nothing to compare.',
  ],
  [
    mismatch('period'),
    '文中没有说2021年的情况。',
    '文中沒有說2021年的情況。',
    'The article says nothing of 2021.',
  ],
  [
    { ...mismatch('period'), nearest: sold! },
    '文中没有2021年的数字，只有2022年的。',
    '文中沒有2021年的數字，只有2022年的。',
    'The article has no figure for 2021; it only has figures for 2022.',
  ],
  [
    { ...mismatch('actor'), nearest: { ...sold!, actor: '江苏' } },
    '文中没有江苏的数字，最接近的是江蘇的。',
    '文中沒有江蘇的數字，最接近的是江蘇的。',
    'The article has no figure for 江苏; the nearest is for 江蘇.',
  ],
  [
    mismatch('direction'),
    '文中没有输出的数字，最接近的是另一方向的。',
    '文中沒有輸出的數字，最接近的是另一方向的。',
    'The article has no figure for 输出; the nearest is for the other direction.',
  ],
  [
    { ...mismatch('direction'), demand: { ...demand, change: 'up' } },
    '文中没有说增长了多少。',
    '文中沒有說增長了多少。',
    'The article does not say by how much it rose.',
  ],
  [mismatch('subject'), '文中没有找到答案。', '文中沒有找到答案。', 'I found no answer.'],
  [mismatch('date'), '文中没有找到答案。', '文中沒有找到答案。', 'I found no answer.'],
  [mismatch('unit'), '没有找到这个数字。', '沒有找到這個數字。', 'I did not find this number.'],
  [
    notReckoned({ reason: 'count', operation: 'sum' }),
    '至少要有两个数字才能合计。',
    '至少要有兩個數字才能合計。',
    'There are not enough figures to compare.',
  ],
  [
    notReckoned({ reason: 'unit', units: ['元', '个'] }),
    '单位不同（元、个），不能放在一起算。',
    '單位不同（元、個），不能放在一起算。',
    'The figures are in different units and cannot be reckoned with together.',
  ],
  [
    notReckoned({ reason: 'percent' }),
    '百分比不能直接相加。',
    '百分比不能直接相加。',
    'Percentages cannot be added up.',
  ],
  [
    notReckoned({ reason: 'period', periods: ['2021', undefined] }),
    '时期不同（2021、未写明），不能放在一起算。',
    '時期不同（2021、未寫明），不能放在一起算。',
    'The figures are of different periods and cannot be reckoned with together.',
  ],
  [
    notReckoned({ reason: 'actor', actors: ['江苏', undefined] }),
    '主体不同（江苏、未写明），不能放在一起算。',
    '主體不同（江苏、未寫明），不能放在一起算。',
    'The figures are of different places or organisations.',
  ],
  [
    notReckoned({ reason: 'range' }),
    '原文给的是一个范围，不能得出一个确数。',
    '原文給的是一個範圍，不能得出一個確數。',
    'The article gives a range, which yields no exact figure.',
  ],
  [
    notReckoned({ reason: 'ordinal' }),
    '序数不能计算。',
    '序數不能計算。',
    'Ordinal numbers cannot be reckoned with.',
  ],
  [
    notReckoned({ reason: 'zero' }),
    '除数是零，不能算倍数。',
    '除數是零，不能算倍數。',
    'The divisor is zero.',
  ],
];

describe('a refusal', () => {
  it.each(REFUSALS)('%o is worded in the script of its question', (refusal, ...worded) => {
    const questions = [IN_SIMPLIFIED, IN_TRADITIONAL, IN_ENGLISH];
    expect(questions.map((source) => refusalNotice(refusal, { source }))).toEqual(worded);
  });
});

describe('a refusal of a figure', () => {
  const worded = (refusal: Refusal, source: string) => refusalNotice(refusal, understand(source));

  it('names the measure in the words of the asker', () => {
    const other: Refusal = { ...mismatch('period'), nearest: sold! };
    expect(worded(other, '2021年末常住人口是多少')).toBe(
      '文中没有2021年常住人口的数字，只有2022年的。',
    );
    expect(worded(other, '2021年江蘇的技術合同成交額是多少？')).toBe(
      '文中沒有2021年技術合同成交額的數字，只有2022年的。',
    );
    expect(worded(mismatch('period'), '2021年的申报时间')).toBe('文中没有说2021年的申报时间。');
    expect(worded(mismatch('unit'), '油菜籽产量多少')).toBe('没有找到油菜籽产量的数字。');
  });

  it('names none where the question has no noun of a measure before its question word', () => {
    expect(worded(mismatch('unit'), '滤网多少钱一个')).toBe('没有找到这个数字。');
    expect(worded(mismatch('unit'), '疫苗要交多少钱')).toBe('没有找到这个数字。');
  });

  it('names no place where neither the question nor a demand has one', () => {
    expect(worded({ ...mismatch('actor'), nearest: sold! }, '去年卖了多少')).not.toContain(
      '没有的',
    );
  });
});

describe('a look-up without result', () => {
  it('names the constraint and some of what there is instead, in its script', () => {
    const held = ['2010', '2011', '2012', '2013', '2014', '2015', '2016', '2017', '2018'];
    const some = held.slice(0, 8);
    const worded = (source: string) => messagesFor(source).noneFound('period', '2021', held);
    expect(worded('供水总量')).toBe(`没有时期为“2021”的数字。文中有：${some.join('、')}等。`);
    expect(worded('供水總量')).toBe(`沒有時期為「2021」的數字。文中有：${some.join('、')}等。`);
    expect(worded('the water supply')).toBe(
      `No figure has the period “2021”; the articles have: ${some.join(', ')} and more.`,
    );
    expect(messagesFor('供水總量').noneFound('unit', '公里', [])).toBe(
      '沒有單位為「公里」的數字。文中沒有寫明。',
    );
  });
});

describe('a remark', () => {
  const comparison: Remark = {
    kind: 'comparison',
    comparison: {
      figures: [sold!, bought!],
      reckoning: reckon('greater', [sold!, bought!]),
      verdict: { kind: 'higher', side: { kind: 'term', term: '吸纳' } },
    },
  };

  it('on a comparison states what was reckoned, with amounts and names as the asker writes them', () => {
    expect(remarkNotice(comparison, { source: '输出和吸纳的成交额哪个更高' })).toBe(
      '吸纳的更高；830亿元 − 307亿元 = 523亿元；前者是“超”，后者是确数，差额约523亿元。',
    );
    expect(remarkNotice(comparison, { source: '輸出和吸納的成交額哪個更高' })).toBe(
      '吸納的更高；830億元 − 307億元 = 523億元；前者是「超」，後者是確數，差額約523億元。',
    );
    expect(remarkNotice(comparison, { source: IN_ENGLISH })).toBe(
      'Higher: 吸纳; 830亿元 − 307亿元 = 523亿元; the figures are not exact, nor is the result.',
    );
  });

  it('on other articles leaves their titles and figures as they are', () => {
    const claims = [
      { title: '甲报道', date: '2023-01-02', text: '超307亿元', period: '2022' },
      { title: '乙報導', text: '達830億元', period: '2021' },
    ];
    const different: Remark = {
      kind: 'otherClaims',
      others: { kind: 'different', claims, ofOnePeriod: false },
    };
    const same: Remark = { kind: 'otherClaims', others: { kind: 'same', claims } };
    expect(remarkNotice(different, { source: IN_TRADITIONAL })).toBe(
      '《甲报道》（2023-01-02）說2022年為超307亿元，《乙報導》說2021年為達830億元。',
    );
    expect(remarkNotice(same, { source: IN_TRADITIONAL })).toBe(
      '《甲报道》（2023-01-02）、《乙報導》也這樣說。',
    );
    expect(remarkNotice(same, { source: IN_SIMPLIFIED })).toBe(
      '《甲报道》（2023-01-02）、《乙報導》也这样说。',
    );
  });
});
