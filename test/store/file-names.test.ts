import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { dropOtherVersions, stateFile } from '../../src/store/file-names.ts';
import { tagOf } from '../../src/store/value-tag.ts';

it('gives each corpus a file of its own in each room, however its folder is named', () => {
  const file = stateFile('state', 'search', 'corpus');
  expect(stateFile('state', 'search', './corpus')).toBe(file);
  expect(stateFile('state', 'search', 'other')).not.toBe(file);
  expect(stateFile('state', 'articles', 'corpus')).not.toBe(file);
  expect(file).toMatch(/^state\/search\/[0-9a-f]{12}-[0-9a-f]{16}\.sqlite$/);
});

it('gives code that makes otherwise what a file holds a file of its own', () => {
  const file = (room: 'articles' | 'search', raised: string) =>
    stateFile('state', room, 'corpus', (name) => (name === raised ? '0' : tagOf(name)));
  expect(file('articles', 'articles')).not.toBe(stateFile('state', 'articles', 'corpus'));
  expect(file('search', 'index')).not.toBe(stateFile('state', 'search', 'corpus'));
  expect(file('articles', 'figures')).toBe(stateFile('state', 'articles', 'corpus'));
  expect(file('search', 'figures')).toBe(stateFile('state', 'search', 'corpus'));
});

it('drops what other code has kept of the corpus, and nothing else', () => {
  const file = stateFile(mkdtempSync(join(tmpdir(), 'yuanwen-')), 'search', 'corpus');
  dropOtherVersions(file);
  mkdirSync(dirname(file));
  const [corpus = ''] = basename(file).split('-');
  const own = [basename(file), `${basename(file)}.seal`, `${basename(file)}-wal`];
  const others = [`${corpus}-0123456789abcdef.sqlite`, `${corpus}-0123456789abcdef.sqlite.seal`];
  const foreign = ['0123456789ab-0123456789abcdef.sqlite', 'votes.jsonl'];
  for (const name of [...own, ...others, ...foreign]) writeFileSync(join(dirname(file), name), '');
  dropOtherVersions(file);
  expect(readdirSync(dirname(file)).sort()).toEqual([...own, ...foreign].sort());
});
