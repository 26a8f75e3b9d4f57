import { describe, expect, it } from 'vitest';
import { inherit, isFollowUp } from '../../src/question/follow-up.ts';
import { tokenizer, understand } from '../helpers/tokenizer.ts';

const turn = { question: understand('2022年江苏输出的技术合同有多少项？') };

describe('isFollowUp', () => {
  it.each([
    '那成交额呢？',
    '她的职务是什么？',
    '哪一年？',
    '在哪两个地区',
    '该公司何时成立',
  ])('%s leans on the turn before', (question) => {
    expect(isFollowUp(understand(question), () => true)).toBe(true);
  });

  it('does not lean when it is short but names whom it asks about', () => {
    expect(isFollowUp(understand('SES是什么公司'), () => true)).toBe(false);
  });

  it('does not lean when it says all it asks', () => {
    expect(isFollowUp(understand('浙江省高新技术企业一共有多少家'), () => true)).toBe(false);
  });
});

describe('a short question about what the corpus never names', () => {
  it('changes the subject', () => {
    expect(isFollowUp(understand('红烧肉怎么做'), () => false)).toBe(false);
    expect(isFollowUp(understand('哪一年？'), () => false)).toBe(true);
  });
});

describe('inherit', () => {
  it('takes terms at half their weight and keeps its own whole', () => {
    const { words } = inherit(understand('那成交额呢？'), turn, tokenizer);
    expect(words.get('成交额')).toBe(1);
    expect(words.get('技术')).toBe(0.5);
  });

  it('asks for a number again, but not for as many 项 of something else', () => {
    expect(inherit(understand('那成交额呢？'), turn, tokenizer)).toMatchObject({ type: 'number' });
    expect(inherit(understand('那成交额呢？'), turn, tokenizer).counter).toBeUndefined();
  });

  it('asks for the same of another place', () => {
    expect(inherit(understand('那浙江呢？'), turn, tokenizer)).toMatchObject({
      type: 'number',
      counter: '项',
    });
  });

  it('keeps what it asks for itself', () => {
    expect(inherit(understand('在哪里？'), turn, tokenizer).type).toBe('place');
  });
});
