import { describe, expect, it } from 'vitest';
import { wholeName } from '../../../src/answer/select/whole-name.ts';
import { understand } from '../../../src/question/question.ts';
import { tokenizer } from '../../helpers/tokenizer.ts';

describe('the name that a refusal tells', () => {
  it('is the whole of which the unknown word is a part', () => {
    expect(wholeName('工本', understand('补发证件的工本费是多少', tokenizer), tokenizer)).toBe(
      '工本费',
    );
  });

  it('has the verb without which its noun says too little', () => {
    const asked = understand('水库的抢修人员有谁', tokenizer);
    expect(wholeName('人员', asked, tokenizer)).toBe('抢修人员');
  });

  it('has no word in it that was read for another one', () => {
    const source = '周立言的老婆孩子是谁';
    const read = { ...understand('周立言的老婆学生是谁', tokenizer), source };
    expect(wholeName('老婆', read, tokenizer)).toBe('老婆');
  });

  it('goes without the verb that is asked of it', () => {
    for (const question of ['颐和园关了吗', '颐和园能进吗'])
      expect(wholeName('颐和园', understand(question, tokenizer), tokenizer)).toBe('颐和园');
  });
});
