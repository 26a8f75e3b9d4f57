import { describe, expect, it } from 'vitest';
import { abbreviates, createAbbreviations } from '../../src/language/abbreviations.ts';
import { findNames } from '../../src/language/find-names.ts';
import { nameList } from '../../src/language/name-list.ts';
import { tokenizer } from '../helpers/tokenizer.ts';

describe('findNames', () => {
  it('takes what stands in quotation marks', () => {
    expect(findNames('实施“揭榜挂帅”，见《黄河保护法》', tokenizer)).toEqual([
      '揭榜挂帅',
      '黄河保护法',
    ]);
  });

  it('takes names by their ending, without what leads in', () => {
    expect(findNames('支持紫光科技集团', tokenizer)).toContain('紫光科技集团');
    expect(findNames('2021年国家生物技术创新中心揭牌', tokenizer)).toContain(
      '国家生物技术创新中心',
    );
  });

  it('takes no more than a name can have before its ending, and nothing before a mark', () => {
    expect(findNames('公司，蓝鲸海洋大学', tokenizer)).toEqual(['蓝鲸海洋大学']);
    expect(findNames('蓝鲸科技，网络', tokenizer)).toEqual(['蓝鲸科技']);
  });

  it('takes no bare ending', () => {
    expect(findNames('这家公司和那所大学', tokenizer)).toEqual([]);
  });

  it('takes no ordinary word that is quoted for its tone', () => {
    expect(findNames('这是“国家”的“反应”，是“洪水”', tokenizer)).toEqual([]);
  });

  it('takes nothing that points or asks', () => {
    expect(findNames('哪所大学主办，该研究所承办', tokenizer)).toEqual([]);
  });
});

describe('abbreviates', () => {
  it.each([
    ['北大', '北京大学'],
    ['产研院', '江苏省产业技术研究院'],
    ['生创中心', '国家生物技术创新中心'],
  ])('%s is short for %s', (short, name) => {
    expect(abbreviates(short, name, tokenizer)).toBe(true);
  });

  it.each([
    ['大京', '北京大学'],
    ['东院', '江苏省产业技术研究院'],
    ['北京大学', '北京大学'],
  ])('%s is not short for %s', (short, name) => {
    expect(abbreviates(short, name, tokenizer)).toBe(false);
  });

  it('finds the full names of a short form', () => {
    const fullNames = createAbbreviations(
      nameList(['北京大学', '国家生物技术创新中心']),
      tokenizer,
    );
    expect(fullNames('生创中心')).toEqual(['国家生物技术创新中心']);
    expect(fullNames('中心')).toEqual([]);
  });
});
