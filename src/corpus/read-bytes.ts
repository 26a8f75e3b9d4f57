import {
  type BigIntStats,
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  realpathSync,
} from 'node:fs';
import { join, sep } from 'node:path';

export type ReadBytes = { readonly ok: true; readonly bytes: Buffer } | Unread;

export interface Unread {
  readonly ok: false;
  /** One line with what is wrong and the remedy, without the file's name. */
  readonly reason: string;
  /** That the file itself is at fault, so that it stays so until it changes. */
  readonly isOfFile?: true;
}

/**
 * Reads the bytes of one file of the corpus folder, at most `limit`. Never throws, follows no link
 * out of the folder, and opens regular files alone.
 */
export function readBytes(folder: string, file: string, limit: number): ReadBytes {
  let descriptor: number | undefined;
  try {
    const real = realpathSync.native(join(folder, file));
    if (!real.startsWith(withSeparator(realpathSync.native(folder))))
      return bad('links to a file outside the corpus folder; copy that file in instead');
    // Opening a pipe would block, and a link put in since would lead elsewhere.
    const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;
    descriptor = openSync(real, flags);
    return readOpen(descriptor, limit);
  } catch (error) {
    return bad(`cannot be read (${codeOf(error)}); check that it exists and its permissions`);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function readOpen(descriptor: number, limit: number): ReadBytes {
  const before = fstatSync(descriptor, { bigint: true });
  if (before.isDirectory())
    return ofFile('is a folder; move its articles up into the corpus folder');
  if (!before.isFile()) return ofFile('is no regular file; remove it');
  const size = Number(before.size);
  if (size > limit) return ofFile(tooLarge(size, limit));
  if (size === 0) return ofFile('is empty (0 bytes); put the article in or remove it');
  const bytes = Buffer.allocUnsafe(size);
  let filled = 0;
  for (let read = -1; filled < size && read !== 0; filled += read)
    read = readSync(descriptor, bytes, filled, size - filled, filled);
  if (filled < size || hasChanged(before, fstatSync(descriptor, { bigint: true })))
    return bad('changed while it was read; start again when it is written');
  return { ok: true, bytes };
}

function hasChanged(before: BigIntStats, after: BigIntStats): boolean {
  return before.size !== after.size || before.mtimeNs !== after.mtimeNs;
}

/** The error code of a failed system call, e.g. `EACCES`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

function tooLarge(size: number, limit: number): string {
  const mega = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
  return `is too large (${mega(size)} MB, at most ${mega(limit)} MB); split it into articles`;
}

function withSeparator(folder: string): string {
  return folder.endsWith(sep) ? folder : folder + sep;
}

function bad(reason: string): ReadBytes {
  return { ok: false, reason };
}

function ofFile(reason: string): ReadBytes {
  return { ok: false, reason, isOfFile: true };
}
