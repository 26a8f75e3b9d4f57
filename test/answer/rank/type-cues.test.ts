import { describe, expect, it } from 'vitest';
import { compoundReader, valueReader } from '../../../src/answer/rank/type-cues.ts';
import { analyse } from '../../../src/language/analysed-text.ts';
import { tokenizer, understand } from '../../helpers/tokenizer.ts';

describe('compoundReader', () => {
  const read = compoundReader(understand('两国签订了什么协议'));
  it.each([
    ['a compound that ends in the noun asked for', '两国签署了经贸合作协议。', 1],
    ['the noun by itself', '协议昨天公布。', 0],
    ['neither it nor a word like it', '两国发表了声明。', -1],
  ])('tells %s', (_, text, value) => {
    expect(read(analyse(text, tokenizer))).toBe(value);
  });

  it('says nothing where no noun is asked for', () => {
    expect(compoundReader(understand('谁签了字'))(analyse('协议已签。', tokenizer))).toBe(0);
  });
});

describe('valueReader', () => {
  it.each([
    ['another way to write it', '这30000名志愿者分两批出发。', 1],
    ['another number', '这5万名志愿者分两批出发。', -1],
  ])('compares by value: %s', (_, text, value) => {
    expect(valueReader(understand('3万名志愿者怎么出发'))(text)).toBe(value);
  });

  it('takes some of several for neither', () => {
    expect(valueReader(understand('2021年的3万名志愿者'))('共有3万人。')).toBe(0);
  });

  it('says nothing where the question has no number', () => {
    expect(valueReader(understand('谁出发'))('3万人。')).toBe(0);
  });
});
