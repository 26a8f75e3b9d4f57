import { describe, expect, test } from 'vitest';
import { extractFigures } from '../../src/figures/extract.ts';
import { lookupFigures } from '../../src/figures/lookup.ts';
import { parse } from '../article/helpers.ts';

/** The figures of a Markdown table: text, value, unit, measure, direction, actor, period. */
function figures(table: string, title = '技术市场年报') {
  const text = `# ${title}\n\n2023-04-12 来源：交汇点\n\n${table}\n`;
  return extractFigures(parse(text, 'x.md')).map((figure) => {
    const { value, unit, measure, direction = '', actor = '', period = '' } = figure;
    expect(text.slice(figure.start, figure.end)).toBe(figure.text);
    return [figure.text, value, unit, measure, direction, actor, period];
  });
}

describe('a row of a table', () => {
  test('takes place, period and unit from its names', () => {
    expect(
      figures(
        '| 地区 | 2021年成交额（亿元） | 2022年成交额（亿元） |\n|--|--|--|\n| 江苏省 | 3,013.56 | 3889.2 |',
      ),
    ).toEqual([
      ['3,013.56', 301_356_000_000, '元', '2021年成交额（亿元）', '', '江苏', '2021'],
      ['3889.2', 388_920_000_000, '元', '2022年成交额（亿元）', '', '江苏', '2022'],
    ]);
  });

  test('named by a year has its measures above', () => {
    expect(
      figures(
        '| 年份 | 合同（项） | 成交额（亿元） |\n|--|--|--|\n| 2021 | 120 | 3.5 |\n| 2022 | 150 | 4.1 |',
      ),
    ).toEqual([
      ['120', 120, '项', '合同（项）', '', '', '2021'],
      ['3.5', 350_000_000, '元', '成交额（亿元）', '', '', '2021'],
      ['150', 150, '项', '合同（项）', '', '', '2022'],
      ['4.1', 410_000_000, '元', '成交额（亿元）', '', '', '2022'],
    ]);
  });

  test('with a column of units takes its own; a rate of change has that of its column', () => {
    expect(
      figures(
        '| 指标 | 单位 | 2022年 | 比上年增长（%） |\n|--|--|--|--|\n| 从业人员 | 万人 | 41.7 | -2.6 |',
      ),
    ).toEqual([
      ['41.7', 417_000, '人', '从业人员 万人', '', '', '2022'],
      ['-2.6', -2.6, '%', '从业人员 比上年增长（%）', '增长', '', '2022'],
    ]);
  });

  test('whose cells have units of their own keeps them', () => {
    expect(
      figures('| 企业 | 2022年营收 | 占比 |\n|--|--|--|\n| 云河股份 | 12.5亿元 | 31.2% |'),
    ).toEqual(
      [
        ['12.5亿元', 1_250_000_000, '元', '营收', '', '云河股份', '2022'],
        ['31.2%', 31.2, '%', '占比', '', '云河股份', '2022'],
      ].map((row) => row.map((each) => (each === '营收' ? '2022年营收' : each))),
    );
  });

  test('numbers its rows without counting anything', () => {
    expect(figures('| 序号 | 地区 | 企业（家） |\n|--|--|--|\n| 1 | 浙江 | 36 |')).toEqual([
      ['36', 36, '家', '企业（家）', '', '浙江', ''],
    ]);
  });

  test('without a value holds no figure', () => {
    expect(figures('| 地区 | 企业（家） |\n|--|--|\n| 浙江 | — |\n| 安徽 | 见附注 |')).toEqual([]);
  });
});

test('figures of rows are found by year and actor', () => {
  const text =
    '# 年报\n\n| 地区 | 2021年 | 2022年 |\n|--|--|--|\n| 江苏 | 5亿元 | 6亿元 |\n| 浙江 | 7亿元 | 8亿元 |';
  const found = lookupFigures(extractFigures(parse(text, 'x.md')), { year: '2022', actor: '浙江' });
  expect(found.kind === 'found' && found.figures.map((figure) => figure.text)).toEqual(['8亿元']);
});
