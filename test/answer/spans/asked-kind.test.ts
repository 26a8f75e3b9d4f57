import { describe, expect, it } from 'vitest';
import { besideDateline } from '../../../src/answer/spans/asked-kind.ts';
import { findSpans } from '../../../src/answer/spans/typed-spans.ts';
import { analyse } from '../../../src/language/analysed-text.ts';
import { tokenizer } from '../../helpers/tokenizer.ts';

const datesOf = (text: string) => {
  const sentence = analyse(text, tokenizer);
  return besideDateline(findSpans('date', sentence), sentence).map(({ start, end }) =>
    sentence.normalized.text.slice(start, end),
  );
};

describe('besideDateline', () => {
  it('leaves out when a report was sent', () => {
    expect(datesOf('新华社青城8月10日电 大桥将于9月1日通车。')).toEqual(['9月1日']);
  });

  it('keeps the dates of a sentence without a dateline', () => {
    expect(datesOf('大桥9月1日通车。')).toEqual(['9月1日']);
  });
});
