import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RECOGNIZERS } from '../../../src/figures/recognizers/index.ts';

const PARTS = [
  ...'0123456789０９零一两三十百千万亿半,.．/ ：:∶-－—~～至到%％‰点第届位大年岁周成倍番翻多余来几上数个',
  ...[
    '分之',
    '百分点',
    '基点',
    'BP',
    'bps',
    '过半',
    '一半',
    '半数',
    '领域',
    '个月',
    '元',
    'km',
    'A',
    '，',
  ],
];

it('says of no form that a sentence cannot hold it which does', () => {
  const sentence = fc.string({ unit: fc.constantFrom(...PARTS), maxLength: 12 });
  fc.assert(
    fc.property(sentence, (text) => {
      for (const { sign, read } of RECOGNIZERS) {
        if (sign?.test(text) === false) expect([...read(text)]).toEqual([]);
      }
    }),
    { numRuns: 20_000 },
  );
});
