import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reckon } from '../../src/figures/arithmetic.ts';
import { extractFigures } from '../../src/figures/extract.ts';
import { articleOf } from './helpers/article.ts';

const read = (text: string) =>
  extractFigures(articleOf(text, { date: '2023-06-01', source: '新华日报' }));
const trade = read(
  '2022年，我省输出的技术合同超9300项，成交额超307亿元；吸纳的技术合同超8700项，成交额超830亿元。',
);
const [sold, , , bought] = [trade[1]!, trade[0]!, trade[2]!, trade[3]!];

/** An amount in 亿元. */
const yi = (digits: string) => ({ digits, scale: '亿', unit: '元' });

describe('reckon', () => {
  it('subtracts in the scale the article writes and keeps the qualifier', () => {
    expect(reckon('difference', [bought, sold])).toMatchObject({
      value: 52_300_000_000,
      unit: '元',
      operands: [yi('830'), yi('307')],
      result: yi('523'),
      caution: { code: 'alike', qualifier: '超', figures: 2 },
      greatest: bought,
    });
  });

  it('puts the larger first and says which it is', () => {
    expect(reckon('greater', [sold, bought])).toMatchObject({
      operands: [yi('830'), yi('307')],
      result: yi('523'),
      greatest: bought,
    });
  });

  it('writes the scale of a traditional article', () => {
    const [more, less] = read('投資超30億元，產值12億元。');
    expect(reckon('difference', [more!, less!])).toMatchObject({
      result: yi('18'),
      caution: { code: 'pair', qualifiers: ['超', ''] },
    });
  });

  it('writes the scale of a table’s header, which its cells leave out', () => {
    const [cell] = read('收入48.9亿元。');
    const [other] = read('收入59.3亿元。');
    const bare = (figure: typeof cell, text: string) => ({ ...figure!, text });
    expect(reckon('difference', [bare(cell, '48.9'), bare(other, '59.3')])).toMatchObject({
      operands: [yi('59.3'), yi('48.9')],
      result: yi('10.4'),
    });
  });

  it('divides and adds', () => {
    expect(reckon('ratio', [bought, sold])).toMatchObject({
      operands: [yi('830'), yi('307')],
      result: { digits: '2.7', scale: '', unit: '倍' },
      isWhole: false,
      caution: { code: 'alike', qualifier: '超', figures: 2 },
    });
    expect(reckon('sum', [sold, bought])).toMatchObject({
      operands: [yi('307'), yi('830')],
      result: yi('1137'),
      isWhole: true,
    });
  });

  it('gives the difference of percentages in percentage points', () => {
    const [a, b] = read('税率由9.8%降至7.5%。');
    const result = reckon('difference', [a!, b!]);
    expect(result).toMatchObject({
      result: { digits: '2.3', scale: '', unit: '个百分点' },
      unit: '百分点',
    });
    expect(result).not.toHaveProperty('caution');
  });

  it('refuses what does not belong together', () => {
    const reason = (text: string, operation: 'difference' | 'sum' = 'difference') => {
      const result = reckon(operation, read(text));
      return result.kind === 'refused' ? result.refusal.reason : result.kind;
    };
    expect(reason('投资3亿元，出口2亿美元。')).toBe('unit');
    expect(reason('投资3亿元，建成项目2个。')).toBe('unit');
    expect(reason('2021年投资3亿元；2022年投资4亿元。')).toBe('period');
    expect(reason('江苏投资3亿元，浙江投资4亿元。')).toBe('actor');
    expect(reason('工期3—5年，保修2—4年。')).toBe('range');
    expect(reason('第八届论坛和第六届论坛。')).toBe('ordinal');
    expect(reason('占比30%，增速5%。', 'sum')).toBe('percent');
    expect(reason('投资3亿元。')).toBe('count');
  });

  it('compares across what the question itself names', () => {
    const across = read('2021年投资3亿元；2022年投资4.2亿元。');
    expect(reckon('difference', across, { across: ['period'] })).toMatchObject({
      result: yi('1.2'),
    });
  });

  it('says what kind of number each is where they differ', () => {
    expect(reckon('difference', read('投资3亿元，产值超5亿元。'))).toMatchObject({
      caution: { code: 'pair', qualifiers: ['', '超'] },
    });
  });

  it('is exact to the last decimal', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 1, max: 99_999 }),
        (a, b) => {
          const cents = (value: number) =>
            `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;
          const result = reckon('difference', read(`投资${cents(a)}亿元，产值${cents(b)}亿元。`));
          expect(result).toMatchObject({ value: Math.abs(a - b) * 1_000_000 });
        },
      ),
    );
  });
});
