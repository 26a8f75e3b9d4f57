import { parse } from 'discord-markdown-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, unescapeMarkdown, withBold } from '../../../adapters/discord/markdown.ts';
import { hostileText, rangeWithin } from '../../helpers/arbitrary.ts';

interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
}

/** A `twemoji` is an emoji's own character. */
const PLAIN = ['text', 'br', 'newline', 'twemoji'];

/** Text and kinds of what a reader of Discord's own grammar makes of it. */
function read(markdown: string) {
  const kinds = new Set<string>();
  const walk = (nodes: readonly Node[]): string =>
    nodes
      .map(({ type, content = '' }) => {
        kinds.add(type);
        if (type === 'br' || type === 'newline') return '\n';
        return typeof content === 'string' ? content : walk(content);
      })
      .join('');
  const text = walk(parse(markdown, 'extended') as readonly Node[]);
  return { text, kinds: [...kinds].filter((kind) => !PLAIN.includes(kind)) };
}
const normal = (text: string) => text.replace(/\n/g, '');

describe('escapeMarkdown', () => {
  it('leaves text without marks as it is', () => {
    const text = '2022年，供水总量达8.6亿立方米（同比增长3.2%）；“甲”—乙…3.14 和 10:30 和 -5';
    expect(escapeMarkdown(text)).toBe(text);
  });

  it.each([
    '**粗** *斜* __下__ ~~删~~',
    '||剧透|| `码` ```块```',
    '[甲](http://x.io) <http://y.io> https://z.io/a_b',
    '<@1> <@!2> <@&3> @everyone @here <#4> <t:5:R> <:e:6> <a:e:7> </ask:8>',
    '# 题\n## 题\n> 引\n>>> 引\n- 项\n1. 项\n-# 小',
    ':heart: :+1: discord.gg/abc discord.gift/x',
  ])('makes plain text of %j', (text) => {
    const { text: out, kinds } = read(escapeMarkdown(text));
    expect(kinds).toEqual([]);
    expect(normal(out)).toBe(normal(text));
  });

  it('makes plain text of anything, without losing or adding a character', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), hostileText), (text) => {
        expect(unescapeMarkdown(escapeMarkdown(text))).toBe(text);
        expect(read(escapeMarkdown(text.slice(0, 300))).kinds).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('withBold', () => {
  it('marks runs, those that touch as one, and no white space alone', () => {
    expect(
      withBold('甲乙丙丁', [
        [0, 1],
        [1, 2],
        [3, 4],
      ]),
    ).toBe('**甲乙**丙**丁**');
    expect(
      withBold('甲 *乙', [
        [1, 2],
        [2, 4],
      ]),
    ).toBe('甲** \\*乙**');
    expect(withBold('甲 乙', [[1, 2]])).toBe('甲 乙');
  });

  it('leaves the text as it was', () => {
    fc.assert(
      fc.property(
        fc
          .stringMatching(/^[甲乙丙。8.6%超]{1,30}$/)
          .chain((text) =>
            fc.tuple(fc.constant(text), fc.array(rangeWithin(text.length), { maxLength: 4 })),
          ),
        ([text, bold]) => {
          expect(read(withBold(text, bold)).text).toBe(text);
        },
      ),
      { numRuns: 60 },
    );
  });
});
