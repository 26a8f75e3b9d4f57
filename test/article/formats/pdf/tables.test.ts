import { describe, expect, it } from 'vitest';
import { findTables, type Piece } from '../../../../src/article/formats/pdf/tables.ts';

const SIZE = 12;

/** Words at a place, set twelve points wide and high. */
function at(left: number, y: number, text: string): Piece {
  return { text, left, right: left + text.length * SIZE, y, size: SIZE };
}

const HEADER = [
  at(80, 700, '方式'),
  at(190, 700, '效率'),
  at(280, 700, '费用'),
  at(390, 700, '优点'),
];

describe('the table on a page', () => {
  it('has a row of cells, however many lines each takes, and ends at running text', () => {
    const lines = [
      [at(80, 730, '下表比较两种方式，数字都来自实测。')],
      HEADER,
      [at(390, 676, '费用低，')],
      [at(80, 668, '热泵'), at(190, 668, '280'), at(280, 668, '18')],
      [at(390, 660, '好装')],
      [at(390, 636, '升温快，')],
      [at(80, 628, '壁挂炉'), at(190, 628, '92'), at(280, 628, '31')],
      [at(390, 620, '分户调')],
      [at(80, 590, '两种方式各有长处，住户可以自己选用，也可以轮换。')],
    ];
    expect(findTables(lines)).toEqual([
      {
        ...{ from: 1, to: 7 },
        rows: [
          ['方式', '效率', '费用', '优点'],
          ['热泵', '280', '18', '费用低，好装'],
          ['壁挂炉', '92', '31', '升温快，分户调'],
        ],
      },
    ]);
  });

  it('has cells that hang from the first line of their row', () => {
    const lines = [
      HEADER,
      [at(80, 676, '热泵'), at(190, 676, '280'), at(280, 676, '18'), at(390, 676, '费用低，')],
      [at(390, 660, '好装')],
      [at(80, 628, '壁挂炉'), at(190, 628, '92'), at(280, 628, '31'), at(390, 628, '快')],
    ];
    expect(findTables(lines)[0]?.rows?.[1]).toEqual(['热泵', '280', '18', '费用低，好装']);
  });

  it('is unread where its rows cannot be told apart', () => {
    const lines = [
      HEADER,
      [at(80, 684, '热泵'), at(190, 684, '280'), at(280, 684, '18'), at(390, 684, '费用低，')],
      [at(390, 668, '好装')],
      [at(80, 652, '壁挂炉'), at(190, 652, '92'), at(280, 652, '31'), at(390, 652, '快')],
    ];
    expect(findTables(lines)).toEqual([{ from: 0, to: 3, rows: undefined }]);
  });

  it('is unread where the header runs two of its columns together', () => {
    const lines = [
      [at(80, 700, '方式'), at(190, 700, '效率'), at(280, 700, '费用每平方米优点')],
      [at(380, 676, '费用低，')],
      [at(80, 668, '热泵'), at(190, 668, '280'), at(280, 668, '18')],
      [at(380, 660, '好装')],
    ];
    expect(findTables(lines)).toEqual([{ from: 0, to: 3, rows: undefined }]);
  });

  it('is none where lines of running text stand side by side', () => {
    const lines = [740, 720, 700].map((y) => [
      at(60, y, '河口镇的水文站每天测流两次，'),
      at(260, y, '结果报给县里的防汛办公室。'),
    ]);
    expect(findTables(lines)).toEqual([]);
  });
});
