import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of folders that the state holds at most. */
const DEPTH = 3;

/**
 * Lets nobody but the user of this process read what it writes from now on, and what an earlier
 * version has written into `stateDir`. What cannot be changed, as another user's file, is left.
 */
export function keepPrivate(stateDir: string): void {
  process.umask(0o077);
  restrict(stateDir, 0);
}

function restrict(folder: string, depth: number): void {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    chmodSync(folder, 0o700);
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isFile()) chmodSync(path, 0o600);
      else if (entry.isDirectory() && depth < DEPTH) restrict(path, depth + 1);
    }
  } catch {
    // where there is no such folder yet, it is made private
  }
}
