import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { lock } from '../../src/sqlite/process-lock.ts';

const LOCK = pathToFileURL('dist/src/sqlite/process-lock.js').href;

/** A process that takes the lock and keeps it until it is killed. */
async function holder(file: string) {
  const script = `
    import { lock } from ${JSON.stringify(LOCK)};
    lock(${JSON.stringify(file)});
    process.stdout.write('locked');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const locked = once(child.stdout, 'data');
  return { child, locked };
}

it('is held by one process at a time, and let go by one that is killed', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'yuanwen-lock-')), 'a', 'kept.sqlite');
  const release = lock(file);
  const { child, locked } = await holder(file);
  let isTheirs = false;
  void locked.then(() => {
    isTheirs = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(isTheirs).toBe(false);
  release();
  await locked;
  child.kill('SIGKILL');
  await once(child, 'close');
  lock(file)();
});
