import { chmodSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import { type SearchSettings, withEngine } from '../../src/search/open-engine.ts';
import { articleOf } from './corpus.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'yuanwen-'));

const corpusOf = (paragraphs: number) => ({
  articles: [{ paragraphs: [] }, { paragraphs: new Array(paragraphs) }],
});

/** The engine that is used for so many paragraphs, and what was told. */
async function used(paragraphs: number, settings: SearchSettings) {
  const told: string[] = [];
  const name = await withEngine(
    corpusOf(paragraphs),
    { ...settings, warn: (line) => told.push(line) },
    async (engine) => {
      await engine.update([], [articleOf('a', ['技术 合同'])]);
      expect(await engine.search(['合同'], 1)).toMatchObject([{ article: 'a' }]);
      engine.close();
      return engine.name;
    },
  );
  return { name, told };
}

describe('withEngine', () => {
  // first, as a native module stays loaded once it is
  it('takes MiniSearch, in one line, where SQLite cannot be loaded', async () => {
    const load = vi.spyOn(process, 'dlopen').mockImplementation(() => {
      throw new Error('wrong version\nof the module');
    });
    try {
      const { name, told } = await used(10_000, {});
      expect(name).toBe('minisearch');
      expect(told).toEqual([expect.stringMatching(/^better-sqlite3 .*\(wrong version\).*npm ci$/)]);
      await expect(used(1, { engine: 'sqlite' })).rejects.toThrow(
        expect.objectContaining({ code: 'config', message: expect.stringContaining('npm ci') }),
      );
    } finally {
      load.mockRestore();
    }
  });

  it('takes MiniSearch for few paragraphs and SQLite for many', async () => {
    expect(await used(20, {})).toEqual({ name: 'minisearch', told: [] });
    expect(await used(10_000, {})).toEqual({ name: 'sqlite', told: [] });
  });

  it('takes what it is told to', async () => {
    expect((await used(20, { engine: 'sqlite' })).name).toBe('sqlite');
    expect((await used(10_000, { engine: 'minisearch' })).name).toBe('minisearch');
  });

  it('keeps SQLite’s index in the file, and makes the folder', async () => {
    const file = join(newFolder(), 'a', 'b', 'index.sqlite');
    expect(await used(10_000, { file })).toEqual({ name: 'sqlite', told: [] });
    expect(existsSync(file)).toBe(true);
  });

  it('makes an index for itself, in one line, while another process writes the file', async () => {
    const file = join(newFolder(), 'index.sqlite');
    await used(10_000, { file });
    const other = new Sqlite(file);
    other.exec('BEGIN IMMEDIATE');
    const told: string[] = [];
    await withEngine(
      corpusOf(10_000),
      { file, warn: (line) => told.push(line) },
      async (engine) => {
        await engine.update((await engine.held()).keys(), [articleOf('b', ['大会'])]);
        expect([...(await engine.held()).keys()]).toEqual(['b']);
        engine.close();
      },
    );
    other.close();
    expect(told).toEqual([expect.stringMatching(/index\.sqlite \(SQLITE_BUSY\)/)]);
  });

  it('makes an index for itself, in one line, where the file cannot be made', async () => {
    const file = join(newFolder(), 'index.sqlite');
    writeFileSync(file, '');
    chmodSync(file, 0);
    const { name, told } = await used(10_000, { file: join(file, 'under-a-file.sqlite') });
    expect(name).toBe('sqlite');
    expect(told).toEqual([expect.stringMatching(/\(E[A-Z]+\)/)]);
  });

  it('hands on a fault that is none of the file’s', async () => {
    const file = join(newFolder(), 'index.sqlite');
    await expect(
      withEngine(corpusOf(10_000), { file }, async () => {
        throw new TypeError('a fault of our own');
      }),
    ).rejects.toThrow('a fault of our own');
  });
});
