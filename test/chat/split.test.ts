import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/article/text/sentences.ts';
import { parts, shorten } from '../../src/chat/split.ts';
import { span } from '../../src/util/span.ts';

const texts = (text: string, limit: number) =>
  parts(text, limit).map(([start, end]) => text.slice(start, end));

/** Running text with what articles are made of, and what could confuse a cut. */
const prose = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '。',
        '，',
        '；',
        '！',
        '？',
        '“',
        '”',
        '\n',
        ' ',
        '9,300',
        '8.6亿元',
        '超',
        '😀',
      ),
      fc.constantFrom(
        '新区供水总量',
        '同比增长',
        '三分之一',
        '*_[]()~`>#+-=|{}.!',
        '<b>',
        '@everyone',
      ),
    ),
    { maxLength: 80 },
  )
  .map((words) => words.join(''));

describe('parts', () => {
  it('hold every character once, in order, within the limit', () => {
    fc.assert(
      fc.property(
        fc.oneof(prose, fc.string({ unit: 'grapheme' })),
        fc.integer({ min: 8, max: 60 }),
        (text, limit) => {
          const found = texts(text, limit);
          expect(found.join('')).toBe(text);
          for (const part of found) expect(part.length).toBeLessThanOrEqual(limit);
        },
      ),
    );
  });

  it('never cut a character in two', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-composite' }),
        fc.integer({ min: 2, max: 9 }),
        (text, limit) => {
          for (const part of texts(text, limit)) expect(/\p{Cs}/u.test(part)).toBe(false);
        },
      ),
    );
  });

  it('end between sentences wherever each sentence has room', () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 20, max: 90 }), (text, limit) => {
        const sentences = splitSentences(text, span(0, text.length)).map((each) => each.span);
        // white space before the first sentence goes with it
        const [, ...later] = sentences.map(({ start }) => start as number);
        const starts = new Set([0, text.length, ...later]);
        const ends = [...starts].sort((a, b) => a - b);
        fc.pre(ends.every((end, i) => end - (ends[i - 1] ?? 0) <= limit));
        for (const [start] of parts(text, limit)) expect(starts).toContain(start);
      }),
    );
  });

  it('take as many sentences as have room', () => {
    expect(texts('一二三。四五六。七八九。', 8)).toEqual(['一二三。四五六。', '七八九。']);
  });

  it('of one sentence that is too long end after a clause, and in no figure', () => {
    expect(texts('全年供水8.6亿立方米，增长3.2%，投资超1,250亿元', 16)).toEqual([
      '全年供水8.6亿立方米，',
      '增长3.2%，',
      '投资超1,250亿元',
    ]);
  });

  it('leave a figure whole where no clause ends', () => {
    const [first = ''] = texts('供水总量已经达到超过一千二百五十亿立方米的规模', 14);
    expect(first).toBe('供水总量已');
  });
});

describe('shorten', () => {
  it('leaves what has room, and marks what was left out', () => {
    expect(shorten('短', 5)).toBe('短');
    expect(shorten('一二三四五六', 5)).toBe('一二三四…');
    expect(shorten('一二三😀五六', 5)).toBe('一二三…');
  });
});
