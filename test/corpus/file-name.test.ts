import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameFor } from '../../src/corpus/file-name.ts';

const URL = 'https://www.example.org/a/t2024_1.html';

describe('fileNameFor', () => {
  it.each([
    ['关于印发《办法》的通知', '关于印发《办法》的通知'],
    ['../../etc/passwd', 'etc passwd'],
    ['...', 'www.example.org t2024_1'],
    ['', 'www.example.org t2024_1'],
    ['README', 'www.example.org t2024_1'],
    ['nul', 'www.example.org t2024_1'],
    ['甲：乙 a:b|c\u202e\n', '甲：乙 a b c'],
  ])('names %j %j', (title, name) => {
    expect(fileNameFor(title, URL)).toBe(name);
  });

  it('cuts between characters', () => {
    expect(fileNameFor('𠮷'.repeat(100), URL)).toBe('𠮷'.repeat(30));
  });

  it('makes of any title a name that every file system takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.webUrl(), (title, url) => {
        const name = fileNameFor(title, url);
        expect(name).toMatch(/^[^.\s/\\:*?"<>|\p{Cc}][^/\\:*?"<>|\p{Cc}]*$/u);
        expect(name).not.toMatch(/[.\s]$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(170);
      }),
    );
  });
});
