import { describe, expect, it } from 'vitest';
import { isChatter } from '../../src/chat/chatter.ts';

describe('isChatter', () => {
  it.each([
    '哈哈',
    '哈哈哈哈！！',
    '厉害',
    '太厉害了',
    '谢谢',
    '謝謝你',
    '不对吧',
    '真的吗？',
    '好的，谢谢',
    '👍',
    'Thanks!',
    'ok',
    '666',
    '',
  ])('is “%s”', (text) => {
    expect(isChatter(text)).toBe(true);
  });

  it.each([
    '那成交额呢？',
    '2022',
    '江苏',
    '为什么',
    '谢谢，那吸纳的呢？',
    '真的有9300项吗',
    'How many?',
    '哈尔滨',
  ])('is not “%s”', (text) => {
    expect(isChatter(text)).toBe(false);
  });
});
