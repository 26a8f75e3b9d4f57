import { describe, expect, it } from 'vitest';
import { cellOf } from '../../../../src/answer/select/figures/figure-cells.ts';

/** The cells of the runs of digits in a text. */
function cellsIn(text: string) {
  const numbers = [...text.matchAll(/\d[\d,]*\d|\d/gu)].map(({ index, 0: digits }) => ({
    start: index,
    end: index + digits.length,
  }));
  return numbers.map((number) => cellOf(text, number, numbers));
}

describe('what a sentence says of one of its numbers', () => {
  it('ends at the marks of clauses and lists', () => {
    const [dead, hurt] = cellsIn('塌方造成2人死亡、5人受伤，道路中断');
    expect(dead).toMatchObject({ left: '塌方造成', right: '人死亡', ofOthers: '' });
    expect(hurt).toMatchObject({ left: '', right: '人受伤' });
    expect(hurt?.shared).toContain('塌方造成');
    expect(hurt?.ofOthers).toContain('死亡');
  });

  it('does not end at the comma of a number, but at one before three digits', () => {
    const [total, hurt] = cellsIn('共1,021人,224人受伤');
    expect(total).toMatchObject({ left: '共', right: '人' });
    expect(hurt).toMatchObject({ left: '', right: '人受伤' });
  });

  it('reaches over brackets, and never out of them', () => {
    const [inside, price] = cellsIn('旗舰版（12档）售价46900元');
    expect(price?.left).toContain('旗舰版');
    expect(price?.left).toContain('售价');
    expect(inside).toMatchObject({ left: '', right: '档' });
  });

  it('is of all members of a list what stands behind the last', () => {
    const [first] = cellsIn('47位学者、61位院士为本校校友');
    expect(first?.shared).toContain('为本校校友');
  });

  it('shares nothing with what 和 joins', () => {
    const [, private_] = cellsIn('共489所公立学校和214所私立学校');
    expect(private_).toMatchObject({ left: '', right: '所私立学校' });
  });

  it('begins with the first number of a sum', () => {
    const [, , result] = cellsIn('北区补贴1520元×6月=9120元');
    expect(result?.left).toContain('北区补贴');
  });
});
