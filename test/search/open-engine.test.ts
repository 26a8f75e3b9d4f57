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
function used(paragraphs: number, settings: SearchSettings) {
  const told: string[] = [];
  const name = withEngine(
    corpusOf(paragraphs),
    { ...settings, warn: (line) => told.push(line) },
    (engine) => {
      engine.update([], [articleOf('a', ['技术 合同'])]);
      expect(engine.search(['合同'], 1)).toMatchObject([{ article: 'a' }]);
      engine.close();
      return engine.name;
    },
  );
  return { name, told };
}

describe('withEngine', () => {
  // first, as a native module stays loaded once it is
  it('takes MiniSearch, in one line, where SQLite cannot be loaded', () => {
    const load = vi.spyOn(process, 'dlopen').mockImplementation(() => {
      throw new Error('wrong version\nof the module');
    });
    try {
      const { name, told } = used(10_000, {});
      expect(name).toBe('minisearch');
      expect(told).toEqual([expect.stringMatching(/^better-sqlite3 .*\(wrong version\).*npm ci$/)]);
      expect(() => used(1, { engine: 'sqlite' })).toThrow(
        expect.objectContaining({ code: 'config', message: expect.stringContaining('npm ci') }),
      );
    } finally {
      load.mockRestore();
    }
  });

  it('takes MiniSearch for few paragraphs and SQLite for many', () => {
    expect(used(20, {})).toEqual({ name: 'minisearch', told: [] });
    expect(used(10_000, {})).toEqual({ name: 'sqlite', told: [] });
  });

  it('takes what it is told to', () => {
    expect(used(20, { engine: 'sqlite' }).name).toBe('sqlite');
    expect(used(10_000, { engine: 'minisearch' }).name).toBe('minisearch');
  });

  it('keeps SQLite’s index in the file, and makes the folder', () => {
    const file = join(newFolder(), 'a', 'b', 'index.sqlite');
    expect(used(10_000, { file })).toEqual({ name: 'sqlite', told: [] });
    expect(existsSync(file)).toBe(true);
  });

  it('makes an index for itself, in one line, while another process writes the file', () => {
    const file = join(newFolder(), 'index.sqlite');
    used(10_000, { file });
    const other = new Sqlite(file);
    other.exec('BEGIN IMMEDIATE');
    const told: string[] = [];
    withEngine(corpusOf(10_000), { file, warn: (line) => told.push(line) }, (engine) => {
      engine.update(engine.held().keys(), [articleOf('b', ['大会'])]);
      expect([...engine.held().keys()]).toEqual(['b']);
      engine.close();
    });
    other.close();
    expect(told).toEqual([expect.stringMatching(/index\.sqlite \(SQLITE_BUSY\)/)]);
  });

  it('makes an index for itself, in one line, where the file cannot be made', () => {
    const file = join(newFolder(), 'index.sqlite');
    writeFileSync(file, '');
    chmodSync(file, 0);
    const { name, told } = used(10_000, { file: join(file, 'under-a-file.sqlite') });
    expect(name).toBe('sqlite');
    expect(told).toEqual([expect.stringMatching(/\(E[A-Z]+\)/)]);
  });

  it('hands on a fault that is none of the file’s', () => {
    const file = join(newFolder(), 'index.sqlite');
    expect(() =>
      withEngine(corpusOf(10_000), { file }, () => {
        throw new TypeError('a fault of our own');
      }),
    ).toThrow('a fault of our own');
  });
});
