import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { WHOLE_CORPUS } from './file-kinds.ts';
import { settledStamp } from './file-stamp.ts';

/**
 * A hash of the names and stamps of a folder's files, which changes whenever what is read of the
 * folder would. Undefined where that cannot be told: the folder cannot be listed, or a file was
 * written so lately that it may change again without its times telling.
 */
export function folderStamp(dir: string): string | undefined {
  let names: string[];
  try {
    names = readdirSync(dir).sort();
  } catch {
    return undefined;
  }
  const read = names.includes(WHOLE_CORPUS) ? [WHOLE_CORPUS] : names;
  const hash = createHash('sha1');
  for (const name of read) {
    const stamp = settledStamp(dir, name);
    if (stamp === undefined) return undefined;
    hash.update(`${name}\n${stamp}\n`);
  }
  return hash.digest('hex');
}
