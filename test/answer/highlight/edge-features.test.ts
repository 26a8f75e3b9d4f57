import { describe, expect, it } from 'vitest';
import { edgeReader } from '../../../src/answer/highlight/edge-features.ts';
import type { Piece, WordClass } from '../../../src/answer/highlight/phrases.ts';

const { features, featuresOf } = edgeReader(['Date', 'Name']);

function piece(text: string, wordClass: WordClass): Piece {
  return { text, start: 0, end: text.length, class: wordClass };
}

describe('the features of an edge', () => {
  it('are the class of its word, by itself and with the kind of answer', () => {
    expect(featuresOf('first', piece('苏州', 'Place'), 'Name')).toEqual([
      'firstPlace',
      'firstPlaceName',
    ]);
  });

  it('are the word, too, where it is one of grammar', () => {
    expect(featuresOf('before', piece('由', 'Preposition'), 'Name')).toContain('before由');
  });

  it.each([
    [',', 'Comma'],
    ['。', 'Stop'],
    ['、', 'Item'],
    ['《', 'Opening'],
    ['》', 'Closing'],
    ['·', 'Sign'],
  ])('tell %s apart from other marks', (mark, name) => {
    expect(featuresOf('after', piece(mark, 'Mark'), 'Date')).toEqual([
      `after${name}`,
      `after${name}Date`,
    ]);
  });

  it('say where the text begins or ends', () => {
    expect(featuresOf('before', undefined, 'Date')).toEqual(['beforeBound', 'beforeBoundDate']);
  });

  it('are all listed, each once', () => {
    expect(new Set(features).size).toBe(features.length);
    expect(features).toContain('after的');
  });
});
