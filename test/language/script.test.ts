import { describe, expect, it } from 'vitest';
import { scriptOf } from '../../src/language/script.ts';

describe('the script of a question', () => {
  it.each([
    ['江蘇輸出了多少項合同？', 'traditional'],
    ['技术合同输出成交額是多少', 'traditional'],
    ['中國', 'traditional'],
    ['江苏输出了多少项合同？', 'simplified'],
    ['中山的面粉多少元', 'simplified'],
    ['2022', 'simplified'],
    ['', 'simplified'],
    ['GDP', 'simplified'],
    ['What is the turnover?', 'english'],
  ])('%s is in %s characters', (question, script) => {
    expect(scriptOf(question)).toBe(script);
  });

  it.each([
    '乾隆是谁',
    '宫商角徵羽是什么',
    '毕昇发明了什么',
    '哪吒是谁',
    '著名的瞭望塔在哪里',
    '他藉此说了什么',
  ])('%s is simplified, though another word of one of its characters is not', (question) => {
    expect(scriptOf(question)).toBe('simplified');
  });
});
