import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const CHECK = resolve('test/licences/check.mjs');
const check = (cwd: string) => spawnSync(process.execPath, [CHECK], { cwd, encoding: 'utf8' });

it('every package that runs has a licence that may be passed on, and is named', () => {
  expect(check('.')).toMatchObject({ status: 0, stderr: '' });
});

it('a package under another licence, or one that is not named, fails the check', () => {
  const home = mkdtempSync(join(tmpdir(), 'yuanwen-licences-'));
  cpSync('THIRD-PARTY.md', join(home, 'THIRD-PARTY.md'));
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  lock.packages['node_modules/taken'] = { version: '1.0.0', license: 'GPL-3.0-only' };
  writeFileSync(join(home, 'package-lock.json'), JSON.stringify(lock));
  const { status, stderr } = check(home);
  expect(status).toBe(1);
  expect(stderr).toContain('taken 1.0.0 has the licence GPL-3.0-only');
  expect(stderr).toContain('THIRD-PARTY.md is not true');
});
