import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTokenizer } from '../../src/language/tokenizer.ts';

const SOURCES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(join('src', file), 'utf8') }));

describe("jieba's dictionary", () => {
  it('is one for all tokenizers: a word taught to one is a word for another', () => {
    const [one, other] = [createTokenizer(), createTokenizer()];
    const before = other.tag('鼎泰新材科').map(({ word }) => word);
    expect(before.length).toBeGreaterThan(1);
    one.teach(['鼎泰新材科']);
    expect(other.isWord('鼎泰新材科')).toBe(true);
    expect(other.cut('鼎泰新材科').map(({ text }) => text)).toEqual(['鼎泰新材科']);
    // what was tagged before must not be given again
    expect(other.tag('鼎泰新材科').map(({ word }) => word)).toEqual(['鼎泰新材科']);
  });

  it('is known to one file alone', () => {
    const importing = SOURCES.filter(({ text }) => /(?:from|import\() ?'nodejieba'/.test(text));
    expect(importing.map(({ file }) => file)).toEqual([join('language', 'jieba.ts')]);
  });
});

describe('no module', () => {
  it('has a variable of its own, which would be a memory that nobody hands on', () => {
    const holding = SOURCES.filter(({ text }) => /^(?:export )?let /m.test(text));
    expect(holding.map(({ file }) => file)).toEqual([]);
  });
});
