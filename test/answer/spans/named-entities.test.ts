import { describe, expect, it } from 'vitest';
import { mayBeSame, namedEntities } from '../../../src/answer/spans/named-entities.ts';
import { createTokenizer } from '../../../src/language/tokenizer.ts';

const { cut, tag } = createTokenizer();
const namesIn = (text: string) =>
  namedEntities({ tokens: cut(text), tag }).map(({ start, end }) => text.slice(start, end));

describe('names that say of what kind they are', () => {
  it.each([
    ['越南工厂和墨西哥工厂', ['越南工厂', '墨西哥工厂']],
    ['青川市第一中学的学生', ['青川市第一中学']],
    ['本届比赛共有三家工厂、多支球队', []],
    ['上市公司在超市开店', []],
  ])('are found with what tells them apart: %s', (text, names) => {
    expect(namesIn(text)).toEqual(expect.arrayContaining(names));
    if (names.length === 0) expect(namesIn(text)).toEqual([]);
  });

  it('may be one where a short form, or its beginning, is not known', () => {
    expect(mayBeSame('商信', '西贡商业信用')).toBe(true);
    expect(mayBeSame('江城', '主场作战的江城')).toBe(true);
    expect(mayBeSame('青川市第一', '青川市第二')).toBe(false);
  });
});
