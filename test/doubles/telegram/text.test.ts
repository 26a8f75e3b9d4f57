import fc from 'fast-check';
import type { MessageEntity } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { detectEntities } from './detect.ts';
import { format } from './text.ts';

const entity = (offset: number, length: number, type = 'bold'): MessageEntity =>
  ({ type, offset, length }) as MessageEntity;

describe('a text as Telegram keeps it', () => {
  it('loses white space at both ends, and entities move along', () => {
    const { text, entities } = format('\n  粗体 字 \n', [entity(3, 2), entity(5, 4), entity(0, 3)]);
    expect(text).toBe('粗体 字');
    expect(entities).toEqual([entity(0, 2), entity(2, 2)]);
  });

  it('loses carriage returns, bidi embeddings and line separators; control characters become spaces', () => {
    const { text, entities } = format('a\r\nb\u202ac\u2028d\te', [entity(3, 1), entity(5, 3)]);
    expect(text).toBe('a\nbcd e');
    expect(entities).toEqual([entity(2, 1), entity(3, 2)]);
  });

  it('keeps single marks of direction, and the last of a run', () => {
    expect(format('a\u200eb\u200f\u200e\u200fc', []).text).toBe('a\u200eb\u200c\u200c\u200fc');
  });

  it.each<[entity: MessageEntity, why: string]>([
    [entity(-1, 1), 'incorrect offset -1'],
    [entity(0, -1), 'incorrect length -1'],
    [
      entity(0, 6),
      'entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 6',
    ],
    [entity(5, 1), 'entity begins after the end of the text at UTF-16 offset 5'],
    [entity(2, 1), 'entity begins in a middle of a UTF-16 symbol at byte offset 3'],
    [
      entity(0, 2),
      'entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 3',
    ],
    [entity(0, 1, 'strong'), 'unsupported type "strong"'],
    [entity(0, 1, 'text_link'), '"text_link" needs "url"'],
  ])('refuses the entity %j', (wrong, why) => {
    expect(() => format('字😀字x', [wrong])).toThrow(why);
  });

  it('refuses what Telegram would drop: quotations within quotations, more than a hundred entities', () => {
    const quotations = [entity(0, 4, 'blockquote'), entity(1, 2, 'expandable_blockquote')];
    expect(() => format('一二三四', quotations)).toThrow("can't be nested");
    expect(() => format('一二三四', [entity(0, 4, 'code'), entity(1, 2)])).toThrow(
      'other entities',
    );
    expect(
      format('一二三四', [entity(0, 4, 'blockquote'), entity(1, 2, 'code')]).entities,
    ).toHaveLength(2);
    const many = Array.from({ length: 101 }, (_, i) => entity(i, 1));
    expect(() => format('字'.repeat(101), many)).toThrow('more than 100 entities');
  });

  it('always marks the same characters after as before', () => {
    const character = fc.constantFrom('字', 'a', ' ', '\n', '\r', '\u202b', '\u200f', '😀');
    fc.assert(
      fc.property(fc.array(character), fc.nat(), fc.nat(), (characters, from, to) => {
        const at = (i: number) => characters.slice(0, i % (characters.length + 1)).join('').length;
        const [start = 0, end = 0] = [at(from), at(to)].sort((a, b) => a - b);
        const whole = characters.join('');
        const { text, entities } = format(whole, [entity(start, end - start)]);
        const marked = entities.map((e) => text.slice(e.offset, e.offset + e.length)).join('');
        const visible = (s: string) => s.replace(/[\s\u202b\u200c\u200f]/g, '');
        if (text !== '') expect(visible(marked)).toBe(visible(whole.slice(start, end)));
      }),
    );
  });
});

describe('what Telegram marks in what a person writes', () => {
  const marked = (text: string) =>
    detectEntities(text).map(({ type, offset, length }) => [
      type,
      text.slice(offset, offset + length),
    ]);

  it.each<[text: string, entities: string[][]]>([
    ['/ask 耕地', [['bot_command', '/ask']]],
    ['/ask@some_bot 耕地', [['bot_command', '/ask@some_bot']]],
    [
      '请 /ask，@some_bot：耕地',
      [
        ['bot_command', '/ask'],
        ['mention', '@some_bot'],
      ],
    ],
    ['/ask耕地', []],
    ['耕地/ask', []],
    ['@some_bot耕地', []],
    ['耕地@some_bot', []],
    ['3/4 和 http://a/b', []],
    ['me@example.com', []],
  ])('%s', (text, entities) => {
    expect(marked(text)).toEqual(entities);
  });
});
