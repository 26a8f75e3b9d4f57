import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFolder } from '../../src/corpus/folder.ts';
import { failedDocuments } from '../../src/store/failed-documents.ts';
import { pdfDeflatedTwice } from '../article/bombs.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'yuanwen-'));

describe('failedDocuments', () => {
  it('remembers over processes, and nothing where its file is damaged or cannot be written', () => {
    const state = newFolder();
    failedDocuments(state).note('a', 'takes long');
    expect(failedDocuments(state).find('a')).toBe('takes long');
    expect(failedDocuments(state).find('b')).toBeUndefined();
    const [name = ''] = readdirSync(join(state, 'articles'));
    for (const content of ['{', '{}', '[["a"],["a",1],null]']) {
      writeFileSync(join(state, 'articles', name), content);
      expect(failedDocuments(state).find('a')).toBeUndefined();
    }
    const nowhere = failedDocuments(join(state, 'articles', name));
    expect(() => nowhere.note('a', 'takes long')).not.toThrow();
    expect(nowhere.find('a')).toBe('takes long');
  });

  it('keeps a document that went beyond the bounds from being tried at each start', async () => {
    const [dir, state] = [newFolder(), newFolder()];
    writeFileSync(join(dir, 'x.pdf'), pdfDeflatedTwice(500_000_000));
    const start = async () => {
      const { problems } = await openFolder(dir, undefined, failedDocuments(state)).load();
      return problems.map(({ message }) => message);
    };
    expect(await start()).toEqual([expect.stringMatching(/takes more than 768 MB/)]);
    expect(await start()).toEqual([
      expect.stringMatching(
        /takes more than 768 MB.+; not tried again until it or this program changes$/,
      ),
    ]);
    writeFileSync(join(dir, 'x.pdf'), 'junk');
    expect(await start()).toEqual([expect.stringMatching(/is no PDF/)]);
    // what is refused at once is not remembered
    expect(await start()).toEqual([expect.not.stringMatching(/not tried again/)]);
  });
});
