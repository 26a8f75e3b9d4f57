import { describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/chat/texts/index.ts';
import { articleFaults } from '../../src/corpus/check-article.ts';
import { articleOf } from '../helpers/article.ts';

describe('what can be mended in an article', () => {
  const [fault] = articleFaults(
    articleOf('a', '水务公报\n\n去年，滨江新区供水总量达8.6亿立方米。\n'),
  );

  it('is worded in the language of the chat, with the remedy', () => {
    const worded = (['simplified', 'traditional', 'english'] as const).map((language) =>
      fault === undefined ? '' : TEXTS[language].corpus.fault(fault),
    );
    expect(worded[0]).toMatch(/^没有日期，不知道“去年”是什么时候；请.*date: 2023-06-01/u);
    expect(worded[1]).toMatch(/^沒有日期，不知道「去年」是什麼時候；請.*date: 2023-06-01/u);
    expect(worded[2]).toMatch(/^It has no date, so nobody can tell when “去年” is; add date/u);
  });

  it.each([
    ['garbled', { kind: 'garbled', characters: '锟斤拷' }, '乱码（锟斤拷）'],
    ['cut', { kind: 'cut', paragraphs: 7 }, '7段'],
    ['bareTable', { kind: 'bareTable', paragraph: 3 }, '第3段'],
    ['notChinese', { kind: 'notChinese' }, '中文'],
  ] as const)('names what is wrong: %s', (_, one, said) => {
    expect(TEXTS.simplified.corpus.fault(one)).toContain(said);
  });
});
