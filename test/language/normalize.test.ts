import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize, normalizeByCluster } from '../../src/language/normalize.ts';

describe('normalize', () => {
  it('makes radicals the characters that they stand for', () => {
    expect(normalize('⾸班⻋由⻢⻓⽣开').text).toBe('首班车由马长生开');
  });

  it('makes full width half width', () => {
    expect(normalize('２０２２年，９３００项').text).toBe('2022年,9300项');
  });

  it('makes traditional characters simplified, by phrase where the phrase decides', () => {
    expect(normalize('技術合同輸出成交額').text).toBe('技术合同输出成交额');
    expect(normalize('乾隆吃乾糧').text).toBe('乾隆吃干粮');
  });

  it('lowers case and drops what nobody sees', () => {
    expect(normalize('S\u200bE\u202eS').text).toBe('ses');
  });

  it('leads back to the characters it was made from', () => {
    const source = '漢語①２０２２年\u200b㎡';
    const { text, toSource } = normalize(source);
    const at = text.indexOf('2022年');
    expect(source.slice(...toSource(at, at + 5))).toBe('２０２２年');
    const unit = text.indexOf('m2');
    expect(source.slice(...toSource(unit, unit + 2))).toBe('㎡');
  });

  it('is one and the same after a way there and back, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (source) => {
        const { text, toSource } = normalize(source);
        // every unit leads to a run of the source that makes it again
        for (let at = 0; at < text.length; at += 1) {
          const [start, end] = toSource(at, at + 1);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(source.length);
          expect(end).toBeGreaterThan(start);
          expect(normalize(source.slice(start, end)).text).not.toBe('');
        }
        // the whole leads to the whole, but for what is invisible at its edges
        const [start, end] = toSource(0, text.length);
        expect(normalize(source.slice(start, end)).text).toBe(text);
      }),
    );
  });

  it('keeps order: a later unit never leads to an earlier place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (source) => {
        const { text, toSource } = normalize(source);
        let last = 0;
        for (let at = 0; at < text.length; at += 1) {
          const [start] = toSource(at, at + 1);
          expect(start).toBeGreaterThanOrEqual(last);
          last = start;
        }
      }),
    );
  });

  it('goes unit by unit only where that gives what going cluster by cluster gives', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'，。（）“”２０Ａａ％年的漢語沈坏乾Σς'),
      fc.constantFrom(
        '㎡',
        'ﬁ',
        '…',
        '½',
        '\u0301',
        '\u3099',
        '\ufe0f',
        '\u200b',
        '\u00ad',
        'İ',
        '가',
      ),
      fc.string({ unit: 'binary', maxLength: 1 }),
      fc.nat(0xffff).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (source) => {
        const [fast, slow] = [normalize(source), normalizeByCluster(source)];
        expect(fast.text).toBe(slow.text);
        for (let start = 0; start <= fast.text.length; start += 1) {
          for (let end = start; end <= fast.text.length; end += 1)
            expect(fast.toSource(start, end)).toEqual(slow.toSource(start, end));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('folds every unit as its cluster does, alone and behind a letter', () => {
    for (let code = 0; code <= 0xffff; code += 1) {
      for (const source of [String.fromCharCode(code), `か${String.fromCharCode(code)}`]) {
        if (normalize(source).text !== normalizeByCluster(source).text)
          expect.fail(`U+${code.toString(16)}`);
      }
    }
  });
});
