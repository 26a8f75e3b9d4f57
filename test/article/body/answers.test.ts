import { describe, expect, it } from 'vitest';
import { parse, texts } from '../helpers.ts';
import { expectSound } from '../invariants.ts';

const PAIRS = [
  ['水费怎么交？', '在村部每月交一次，也可以托人代交。'],
  ['水管坏了找谁？', '找水管员'],
];

function pairs(text: string, file?: string) {
  const article = parse(text, file);
  expectSound(article);
  return article.paragraphs.map(({ heading }, i) => [heading, texts(article)[i]]);
}

describe('a question stands as the heading over its answer', () => {
  it.each([
    [
      '问 and 答',
      '用水问答\n\n问：水费怎么交？\n答：在村部每月交一次，也可以托人代交。\n\n问：水管坏了找谁？\n答：找水管员',
    ],
    [
      'Q and A with numbers',
      '用水问答\n\nQ1：水费怎么交？\nA1：在村部每月交一次，也可以托人代交。\nQ2：水管坏了找谁？\nA2：找水管员',
    ],
    [
      'one paragraph',
      '用水问答\n\n问：水费怎么交？答：在村部每月交一次，也可以托人代交。问：水管坏了找谁？答：找水管员',
    ],
    [
      'questions alone',
      '用水问答\n\n问题一：水费怎么交？\n在村部每月交一次，也可以托人代交。\n\n问题二：水管坏了找谁？\n找水管员',
    ],
    [
      'a table',
      '# 用水问答\n\n| 序号 | 问题 | 答复 |\n|---|---|---|\n| 1 | 水费怎么交？ | 在村部每月交一次，也可以托人代交。 |\n| 2 | 水管坏了找谁？ | 找水管员 |',
      'a.md',
    ],
  ])('written as %s', (_, text, file?: string) => {
    expect(pairs(text, file)).toEqual(PAIRS);
  });

  it('not where nobody answers', () => {
    const text =
      '座谈记\n\n问：水从哪里来？\n\n村里人都说水从山上来，沿着石渠流进各家的水缸，一年四季不断。';
    expect(pairs(text).map(([heading]) => heading)).toEqual([undefined, undefined]);
  });
});
