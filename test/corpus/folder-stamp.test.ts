import { mkdtempSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { folderStamp } from '../../src/corpus/folder-stamp.ts';

it('stamps a folder by its files, once they are settled', () => {
  const dir = mkdtempSync(join(tmpdir(), 'yuanwen-stamp-'));
  writeFileSync(join(dir, 'a.txt'), '甲');
  expect(folderStamp(dir)).toBeUndefined();
  // as some time later
  vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ['Date'] });
  try {
    const first = folderStamp(dir);
    expect(first).toMatch(/^[0-9a-f]{40}$/);
    expect(folderStamp(dir)).toBe(first);
    renameSync(join(dir, 'a.txt'), join(dir, 'b.txt'));
    const renamed = folderStamp(dir);
    expect(renamed).not.toBe(first);
    utimesSync(join(dir, 'b.txt'), 1, 1);
    expect(folderStamp(dir)).not.toBe(renamed);
    expect(folderStamp(join(dir, 'missing'))).toBeUndefined();
  } finally {
    vi.useRealTimers();
  }
});
