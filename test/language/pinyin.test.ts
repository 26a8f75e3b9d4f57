import { describe, expect, it } from 'vitest';
import { createPinyin, foldSyllable } from '../../src/language/pinyin.ts';

describe('readingsOf', () => {
  const { readingsOf } = createPinyin();

  it('gives every reading of a character, toneless and with its tone apart', () => {
    const readings = readingsOf('长绿');
    expect(readings.get('长')).toEqual([
      { syllable: 'chang', tone: 2 },
      { syllable: 'zhang', tone: 3 },
    ]);
    expect(readings.get('绿')).toContainEqual({ syllable: 'lv', tone: 4 });
  });

  it('gives none of what is no Han character', () => {
    expect(readingsOf('a1，').get('a')).toEqual([]);
  });
});

describe('foldSyllable', () => {
  it.each([
    ['zhang', 'zan'],
    ['sheng', 'sen'],
    ['ning', 'lin'],
    ['nv', 'lu'],
    ['xing', 'xin'],
  ])('takes %s for %s', (syllable, other) => {
    expect(foldSyllable(syllable)).toBe(foldSyllable(other));
  });

  it('keeps other syllables apart', () => {
    expect(new Set(['jing', 'qing', 'bin', 'ben', 'dong', 'dou'].map(foldSyllable)).size).toBe(6);
  });
});
