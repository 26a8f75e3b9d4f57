import { describe, expect, it } from 'vitest';
import { normalize } from '../../src/language/normalize.ts';
import { tokenizer } from '../helpers/tokenizer.ts';

const words = (text: string) => tokenizer.cut(normalize(text).text).map((token) => token.text);

describe('cut', () => {
  it.each([
    '9300',
    '1.8',
    '9,300',
    '8.6%',
    'ses',
    'covid-19',
    '5g',
    'c919',
  ])('keeps %s whole', (run) => {
    expect(words(`共有${run}，其中`)).toContain(run);
  });

  it('keeps a full-width number whole', () => {
    expect(words('２０２２年')).toContain('2022');
  });

  it('cuts Han runs into words', () => {
    expect(words('技术合同成交额超307亿元')).toEqual(
      expect.arrayContaining(['技术', '合同', '成交额', '307', '亿元']),
    );
  });

  it('gives each token its place', () => {
    const text = normalize('成交额超307亿元，2022年。').text;
    for (const { text: token, start, end } of tokenizer.cut(text)) {
      expect(text.slice(start, end)).toBe(token);
    }
  });
});
