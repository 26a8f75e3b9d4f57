import fc from 'fast-check';
import { Converter, Locale } from 'opencc-js/t2cn';
import { describe, expect, it } from 'vitest';
import { simplify } from '../../src/language/simplify.ts';

const convert: (text: string) => string = Converter({ from: 't', to: 'cn' });
const lists: readonly string[] = Locale.to.cn.flat();
const words = lists.flatMap((list) => list.split('|').map((entry) => entry.split(' ')[0] ?? ''));

describe('simplify', () => {
  it('converts, and leaves simplified characters alone', () => {
    expect(simplify('兩萬輛、三屆、約29億美元')).toBe('两万辆、三届、约29亿美元');
    expect(simplify('著名的万里长城')).toBe('著名的万里长城');
  });

  it('converts what only a phrase changes', () => {
    expect(simplify('沈先生沈思，反覆打坏')).toBe('沈先生沉思，反复打坯');
  });

  it('keeps the length of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(simplify(text)).toHaveLength(text.length);
      }),
    );
  });

  it('knows every word of the dictionary', () => {
    for (const word of words) {
      const converted = convert(word);
      if (converted.length === word.length) expect(simplify(word)).toBe(converted);
    }
  });

  it('knows every character', () => {
    for (let point = 0; point <= 0x10ffff; point += 1) {
      const character = String.fromCodePoint(point);
      const converted = convert(character);
      if (simplify(character) !== (converted.length === character.length ? converted : character))
        expect.fail(`U+${point.toString(16)}`);
    }
  });

  it('gives what the converter gives, whatever the text', () => {
    const unit = fc.oneof(
      fc.constantFrom(...words, ...'的一是在了坏沈覆，。⿰⿱'),
      fc.string({ unit: 'binary', maxLength: 1 }),
      fc.nat(0xffff).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (text) => {
        const converted = convert(text);
        if (converted.length === text.length) expect(simplify(text)).toBe(converted);
      }),
      { numRuns: 1000 },
    );
  });
});
