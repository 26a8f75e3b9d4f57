import { expect, test } from 'vitest';
import { formatNumber } from '../../../../src/article/formats/docx/number-formats.ts';

test.each([
  [
    'chineseCounting',
    [1, 10, 11, 20, 101, 110, 1005],
    '一 十 十一 二十 一百零一 一百一十 一千零五',
  ],
  ['chineseLegalSimplified', [2, 12], '贰 拾贰'],
  ['ideographDigital', [10], '一〇'],
  ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
  ['upperLetter', [1, 26, 27], 'A Z AA'],
  ['lowerRoman', [4, 19], 'iv xix'],
  ['decimalEnclosedCircle', [1, 20, 21], '① ⑳ 21'],
  ['decimalFullWidth', [12], '１２'],
  ['decimalZero', [3], '03'],
  ['a format of another language', [3], '3'],
])('%s', (format, values, wanted) => {
  expect(values.map((value) => formatNumber(value, format)).join(' ')).toBe(wanted);
});
