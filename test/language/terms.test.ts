import { describe, expect, it } from 'vitest';
import { normalize } from '../../src/language/normalize.ts';
import { termsOf } from '../../src/language/terms.ts';
import { tokenizer } from '../helpers/tokenizer.ts';

const terms = (text: string) => termsOf(tokenizer.cut(normalize(text).text), tokenizer);

describe('termsOf', () => {
  it('makes 四十二 and 42, 9,300 and 9300 one term', () => {
    expect(terms('四十二项')).toContain('42');
    expect(terms('42项')).toContain('42');
    expect(terms('9,300项')).toContain('9300');
  });

  it('finds a compound by its parts and a part by its compound', () => {
    expect(terms('COVID-19')).toEqual(expect.arrayContaining(['covid-19', 'covid', '19']));
    expect(terms('研究院')).toEqual(expect.arrayContaining(['研究院', '研究']));
  });

  it('pairs neighbouring characters across words, and not across punctuation', () => {
    expect(terms('沪浙皖')).toEqual(expect.arrayContaining(['_沪浙', '_浙皖']));
    expect(terms('沪，浙')).not.toContain('_沪浙');
  });

  it('never makes a term with white space, which separates terms in the index', () => {
    for (const term of terms('Sky TV 账单 12 345\u3000第３')) expect(term).not.toMatch(/\s/);
  });
});
