import { expect, it } from 'vitest';
import { scoreSpan } from '../../src/evaluation/span-score.ts';

it.each([
  ['1968年', ['1968年'], 1, true],
  ['「漢諾威」。', ['漢諾威'], 1, true],
  ['IBM 公司', ['ibm公司'], 1, true],
  ['1968 年 12 月', ['1968年'], 2 / 3, false],
  ['北京大学', ['大学', '北京的大学'], 2 / 3, false],
  ['江苏', ['浙江'], 1 / 2, false],
  ['上海', ['浙江'], 0, false],
  ['', ['浙江'], 0, false],
])('%s against %j', (span, answers, f1, exact) => {
  const score = scoreSpan(span, answers);
  expect(score.f1).toBeCloseTo(f1, 9);
  expect(score.exact).toBe(exact);
});

it('counts a word of letters as one unit', () => {
  expect(scoreSpan('windows系统', ['window系统']).f1).toBeCloseTo(2 / 3, 9);
});
