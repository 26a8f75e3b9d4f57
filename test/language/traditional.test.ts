import { describe, expect, it } from 'vitest';
import { inScriptOf, traditional } from '../../src/language/traditional.ts';

describe('words of ours for an asker', () => {
  it.each([
    ['创新券', '創心券是什麼', '創新券'],
    ['创新券', '创心券是什么', '创新券'],
    ['新館由誰設計', '新馆有多大', '新馆由谁设计'],
    ['新館由誰設計', 'GDP', '新館由誰設計'],
    ['新馆由谁设计', 'Who designed it?', '新馆由谁设计'],
  ])('%s, asked %s, is %s', (words, asked, put) => {
    expect(inScriptOf(words, asked)).toBe(put);
  });

  it('leaves what is in traditional characters alone', () => {
    expect(traditional('台語場導覽')).toBe('台語場導覽');
  });
});
