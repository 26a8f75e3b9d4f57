import { describe, expect, it } from 'vitest';
import { clauseReader } from '../../../src/answer/rank/clause-overlap.ts';
import { analyse } from '../../../src/language/analysed-text.ts';
import { tokenizer, understand } from '../../helpers/tokenizer.ts';

describe('clauseReader', () => {
  const read = clauseReader(understand('两国元首签订了什么协议'));
  const of = (text: string) => read(analyse(text, tokenizer));

  it('prefers a clause that says it all to words spread over several', () => {
    const together = of('天气晴朗，两国元首签订了贸易协议，随后合影。');
    const apart = of('两国天气晴朗，元首合影，协议尚未签订，了解此事者不多。');
    expect(together.inClause).toBeGreaterThan(apart.inClause);
  });

  it('takes in the neighbours of the fullest clause', () => {
    const beside = of('两国元首昨天会面，签订了贸易协议。');
    expect(beside.aroundClause).toBeGreaterThan(beside.inClause);
  });

  it('counts what stands close to the question word', () => {
    expect(of('双方签订了备忘录。').besideAsking).toBeGreaterThan(0);
    expect(of('两国元首合影。').besideAsking).toBe(0);
  });

  it('reads nothing out of an empty question', () => {
    expect(clauseReader(understand('什么'))(analyse('协议已签。', tokenizer))).toEqual({
      inClause: 0,
      aroundClause: 0,
      besideAsking: 0,
    });
  });
});
