import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { keepPrivate } from '../../../adapters/common/private-state.ts';
import { newStateDir } from '../../helpers/chat.ts';

const umask = process.umask();
afterAll(() => {
  process.umask(umask);
});
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

it('whatever the state holds is its owner’s alone, from earlier versions and from now on', () => {
  const dir = join(newStateDir(), 'state');
  process.umask(0);
  mkdirSync(join(dir, 'articles'), { recursive: true });
  const old = join(dir, 'articles', 'old.sqlite');
  writeFileSync(old, '');
  writeFileSync(join(dir, 'votes.jsonl'), '');
  expect(mode(old)).toBe('666');
  keepPrivate(dir);
  expect([dir, join(dir, 'articles')].map(mode)).toEqual(['700', '700']);
  expect([old, join(dir, 'votes.jsonl')].map(mode)).toEqual(['600', '600']);
  mkdirSync(join(dir, 'search'));
  writeFileSync(join(dir, 'search', 'new.sqlite'), '');
  expect(mode(join(dir, 'search'))).toBe('700');
  expect(mode(join(dir, 'search', 'new.sqlite'))).toBe('600');
});

it('a state that is not there yet is no fault', () => {
  expect(() => keepPrivate(join(newStateDir(), 'none'))).not.toThrow();
});
