import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWholeClauses, phrasesOf, piecesOf } from '../../../src/answer/highlight/phrases.ts';
import { createBot } from '../../../src/bot/bot.ts';
import { analyse } from '../../../src/language/analysed-text.ts';
import { hostileText } from '../../helpers/arbitrary.ts';
import { articleOf } from '../../helpers/article.ts';
import { tokenizer } from '../../helpers/tokenizer.ts';

describe('what is marked in a lead', async () => {
  const bot = await createBot({
    articles: [
      articleOf(
        'a',
        [
          '明远图书馆的百年',
          '2024-03-05',
          '1921年，周明远在苏州创办了明远图书馆，最初只有三间屋子。',
          '抗战期间，馆藏的善本被秘密运往重庆，因此得以保全。1956年，图书馆更名为江南文献馆。',
        ].join('\n\n'),
      ),
    ],
    problems: [],
  });

  it.each([
    ['明远图书馆是哪一年创办的？', '1921年'],
    ['明远图书馆是谁创办的？', '周明远'],
  ])('%s: %s', async (question, wanted) => {
    const { lead, highlights } = await bot.ask(question);
    expect(highlights.map(([start, end]) => lead.slice(start, end))).toEqual([wanted]);
  });

  it('is nothing where it is asked whether something is so', async () => {
    const reply = await bot.ask('馆藏的善本是否运往了重庆？');
    expect(reply.outcome).toBe('answered');
    expect(reply.highlights).toEqual([]);
  });
});

describe('phrases', () => {
  it('hold words whole, titles with their marks, and clauses however long', () => {
    const text = '他写了《江南旧事》一书,讲述了水乡古镇百年来的人和事以及它们的变迁与兴衰起落。';
    const sentence = analyse(text, tokenizer);
    const pieces = piecesOf(sentence);
    const said = phrasesOf(pieces).map(({ start, end }) => text.slice(start, end));
    expect(said).toContain('《江南旧事》');
    expect(said).toContain(text.slice(0, -1));
    expect(said).not.toContain('江');
    for (const one of said) expect(one).not.toMatch(/^[,。]|[,。]$/u);
  });

  it('lie within their text, between words, and longer ones between clauses', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const sentence = analyse(text, tokenizer);
        const pieces = piecesOf(sentence);
        const edges = new Set(pieces.flatMap(({ start, end }) => [start, end]));
        for (const { first, last, start, end } of phrasesOf(pieces)) {
          expect(start).toBeLessThan(end);
          expect(edges.has(start) && edges.has(end)).toBe(true);
          if (last - first >= 18) expect(isWholeClauses(pieces, first, last)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});
