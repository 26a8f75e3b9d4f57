import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { putFile, removeFile } from '../../src/corpus/change-folder.ts';

const TEXT = Buffer.from('公报\n\n2022年新建学校12所。\n');

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'yuanwen-'));
  writeFileSync(join(dir, 'old.txt'), 'old');
  mkdirSync(join(dir, 'sub'));
  return dir;
}

describe('putFile', () => {
  it('puts a whole file in and leaves nothing beside it', async () => {
    const dir = folder();
    expect(await putFile(dir, '公报 2022.txt', TEXT)).toBeUndefined();
    expect(readFileSync(join(dir, '公报 2022.txt'))).toEqual(TEXT);
    expect(readdirSync(dir).sort()).toEqual(['old.txt', 'sub', '公报 2022.txt'].sort());
  });

  it.each([
    ['../x.txt', 'name'],
    ['sub/x.txt', 'name'],
    ['..', 'name'],
    ['.x.txt', 'name'],
    ['', 'name'],
    ['readme.MD', 'name'],
    ['x\n.txt', 'name'],
    ['x.exe', 'format'],
    ['x.jsonl', 'format'],
    ['old.txt', 'exists'],
  ])('refuses %j: %s', async (name, fault) => {
    const dir = folder();
    expect(await putFile(dir, name, TEXT)).toBe(fault);
    expect(readdirSync(dir).sort()).toEqual(['old.txt', 'sub']);
    expect(readFileSync(join(dir, 'old.txt'), 'utf8')).toBe('old');
  });

  it('refuses what would not be read, and says where the folder cannot be written', async () => {
    expect(await putFile(folder(), 'x.txt', Buffer.alloc(0))).toBe('size');
    expect(await putFile(folder(), 'x.txt', Buffer.alloc(9 * 1024 * 1024))).toBe('size');
    expect(await putFile(join(folder(), 'missing'), 'x.txt', TEXT)).toBe('failed');
  });
});

describe('removeFile', () => {
  it('moves a file out and keeps it', async () => {
    const dir = folder();
    const into = join(folder(), 'removed');
    expect(await removeFile(dir, 'old.txt', into)).toBeUndefined();
    expect(readdirSync(dir)).toEqual(['sub']);
    const [kept = ''] = readdirSync(into);
    expect(kept).toMatch(/ old\.txt$/);
    expect(readFileSync(join(into, kept), 'utf8')).toBe('old');
  });

  it('touches nothing but files of the folder', async () => {
    const dir = folder();
    symlinkSync('/etc/hostname', join(dir, 'link.txt'));
    const remove = (name: string) => removeFile(dir, name, join(dir, 'removed'));
    expect(await remove('missing.txt')).toBe('missing');
    expect(await remove('link.txt')).toBe('missing');
    mkdirSync(join(dir, 'sub.txt'));
    expect(await remove('sub.txt')).toBe('missing');
    expect(await remove('many.jsonl')).toBe('format');
    expect(await remove('../old.txt')).toBe('name');
    expect(readdirSync(dir).sort()).toEqual(['link.txt', 'old.txt', 'sub', 'sub.txt']);
  });
});
