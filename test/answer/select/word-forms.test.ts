import { expect, it } from 'vitest';
import { wordForms } from '../../../src/answer/select/word-forms.ts';

it('gives an alternative that is a pair of characters as a text writes it', () => {
  const alternatives = new Map([['修琴师', ['琴师傅', '_琴匠']]]);
  expect(wordForms('修琴师', { alternatives })).toEqual(['修琴师', '琴师傅', '琴匠']);
});
