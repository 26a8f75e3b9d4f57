import { describe, expect, it } from 'vitest';
import { clauseKey, clausesOf, itemAmong, paragraphsOfClause } from '../../src/article/clauses.ts';
import { parse } from './helpers.ts';

const LAW = `云岭县水井管理办法

第一章　总则

第一条　为了保护水井，制定本办法。

第二条　水井使用者应当具备下列条件：

（一）有固定的住所；

（二）有取水的器具。

前款第二项规定的器具，由乡镇核定。

第二章　附则

第三条　本办法自2021年5月1日起施行。

附件：水井登记表`;

const shapes = (text: string, file?: string) =>
  clausesOf(parse(text, file)).map(({ number, blocks }) => [number, blocks.length]);

describe('the clauses of a law', () => {
  it('hold their items and further paragraphs, and end at a chapter or an annex', () => {
    expect(shapes(LAW)).toEqual([
      ['1', 1],
      ['2', 4],
      ['3', 1],
    ]);
    const [, , last] = clausesOf(parse(LAW));
    expect(last?.chapter).toMatchObject({ kind: '章', number: 2, closing: true });
  });

  it('end at a table by its title, and not at an item that speaks of one', () => {
    const tabled = LAW.replace(
      '附件：水井登记表',
      '水井取水量表一（农户适用）\n\n（注：本表依照第二条。）',
    );
    expect(shapes(tabled).at(-1)).toEqual(['3', 1]);
    const item = LAW.replace('（二）有取水的器具。', '（二）交来登记表；');
    expect(shapes(item)[1]).toEqual(['2', 4]);
  });

  it('have paragraphs (款) and items (项)', () => {
    const [, second] = clausesOf(parse(LAW));
    if (second === undefined) throw new Error('no second clause');
    const parts = paragraphsOfClause(second);
    expect(parts.map(([first]) => first.text.slice(0, 6))).toEqual([
      '第二条　水井',
      '前款第二项规',
    ]);
    expect(itemAmong(second.blocks, 2).map(({ text }) => text)).toEqual(['（二）有取水的器具。']);
    expect(itemAmong(second.blocks, 3)).toEqual([]);
  });

  it.each([
    [
      'one line each',
      '办法\n第一条　甲应当登记。\n第二条　乙应当备案。\n第三条　丙应当公示。',
      'a.txt',
    ],
    ['headings', '# 办法\n\n## 第一条 登记\n\n甲应当登记。\n\n## 第二条\n\n乙应当备案。', 'a.md'],
    ['bold numbers', '# 办法\n\n**第一条** 甲应当登记。\n\n**第二条** 乙应当备案。', 'a.md'],
    ['no space behind', '办法\n\n第一条甲应当登记。\n\n第二条乙应当备案。', 'a.txt'],
  ])('are found as %s', (_, text, file) => {
    expect(
      shapes(text, file)
        .map(([number]) => number)
        .slice(0, 2),
    ).toEqual(['1', '2']);
  });

  it('are no mentions of clauses, and one alone makes no law', () => {
    const text =
      '简讯\n\n第四条规定的罚款由乡镇收取，共二百元整。\n\n第五条、第六条所称的期限为三十日，从登记算起。';
    expect(shapes(text)).toEqual([]);
    expect(shapes('简讯\n\n第四条　甲应当登记。\n\n会议在周五结束，共有三十人出席。')).toEqual([]);
  });

  it('are numbered in Han and in digits alike', () => {
    expect([clauseKey('十二'), clauseKey('12'), clauseKey('四', '一'), clauseKey('三四')]).toEqual([
      '12',
      '12',
      '4.1',
      undefined,
    ]);
  });
});
