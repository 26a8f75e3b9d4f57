import { describe, expect, it } from 'vitest';
import { createTokenizer } from '../../src/language/tokenizer.ts';
import { understand } from '../../src/question/question.ts';

const tokenizer = createTokenizer();
const wordsOf = (question: string) =>
  understand(question, tokenizer).content.map(({ text }) => text);

describe('the words of a question as people talk', () => {
  it.each([
    ['全年票价能涨多少', '涨', '能涨'],
    ['河上一共要建多少座桥', '建', '要建'],
    ['这条线从哪到哪', '线', '这条线'],
    ['养老金每月有发多少钱', '发', '有发'],
  ])('are taken apart where jieba joins a light one to them: %s', (question, word, joined) => {
    const words = wordsOf(question);
    expect(words).toContain(word);
    expect(words).not.toContain(joined);
  });

  it('stay whole where they may be a name that nobody wrote yet', () => {
    expect(wordsOf('王能住在哪里')).toContain('王能');
  });

  it('stay whole where the dictionary has them', () => {
    expect(wordsOf('可能的原因有哪些没有写明')).toContain('原因');
    expect(wordsOf('能源消费量是多少')).toContain('能源');
  });
});
