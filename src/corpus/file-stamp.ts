import { type BigIntStats, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The stamp of a file whose state cannot be read. */
export const UNKNOWN = '?';

/**
 * A file's inode, size and times, which change whenever its content does; '' where there is no
 * file.
 */
export function stampOf(dir: string, file: string | undefined): string {
  if (file === undefined) return '';
  try {
    return stampIn(statSync(join(dir, file), { bigint: true }));
  } catch {
    return UNKNOWN;
  }
}

function stampIn({ ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return `${ino}:${size}:${mtimeNs}:${ctimeNs}`;
}

/** Milliseconds within which a file may change again without its times telling. */
const CLOCK_STEP = 2000;

/** Whether any further change of a file would change its times. */
export function isSettled(dir: string, file: string): boolean {
  return settledStamp(dir, file) !== undefined;
}

/** The stamp of a file of which any further change would show in its times; undefined of others. */
export function settledStamp(dir: string, file: string): string | undefined {
  try {
    // a start does this with each of thousands of files, so the path is not normalised
    const now = statSync(dir + sep + file, { bigint: true });
    const last = now.mtimeMs > now.ctimeMs ? now.mtimeMs : now.ctimeMs;
    return Date.now() - Number(last) > CLOCK_STEP ? stampIn(now) : undefined;
  } catch {
    return undefined;
  }
}
