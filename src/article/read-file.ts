import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Larger files are left out unread: eight megabytes are two million characters, a library. */
export const FILE_LIMIT = 8 * 1024 * 1024;

/** A whole corpus in one file may be larger than one article. */
export const JSONL_LIMIT = 256 * 1024 * 1024;

export type ReadText =
  | { readonly ok: true; readonly text: string }
  /** One line with what is wrong and the remedy, without the file's name. */
  | { readonly ok: false; readonly reason: string };

/**
 * The text of one file of the corpus folder: UTF-8, without its byte order mark, line ends as LF.
 * Never throws, and opens nothing but regular files inside the folder.
 */
export function readText(folder: string, file: string, limit = FILE_LIMIT): ReadText {
  const path = join(folder, file);
  let bytes: Buffer;
  try {
    const real = realpathSync(path);
    if (!real.startsWith(withSeparator(realpathSync(folder))))
      return bad('links to a file outside the corpus folder; copy that file in instead');
    const status = statSync(real);
    if (status.isDirectory())
      return bad('is a folder; move its articles up into the corpus folder');
    if (!status.isFile()) return bad('is no regular file; remove it');
    if (status.size > limit) return bad(tooLarge(status.size, limit));
    bytes = readFileSync(real);
  } catch (error) {
    return bad(`cannot be read (${codeOf(error)}); check that it exists and its permissions`);
  }
  return decode(bytes);
}

function decode(bytes: Buffer): ReadText {
  if (bytes.length === 0) return bad('is empty (0 bytes); put the article in or remove it');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bad(`is not UTF-8; convert it, e.g. iconv -f ${guess(bytes)} -t UTF-8`);
  }
  if (text.includes('\0'))
    return bad('holds NUL bytes and is no text; remove it or save it as UTF-8 text');
  if (text.trim() === '')
    return bad('holds nothing but white space; put the article in or remove it');
  return { ok: true, text: text.replace(/\r\n?/gu, '\n') };
}

/** The error code of a failed system call, e.g. `EACCES`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

function guess(bytes: Buffer): string {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
    ? 'UTF-16'
    : 'GB18030';
}

function tooLarge(size: number, limit: number): string {
  const mega = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
  return `is too large (${mega(size)} MB, at most ${mega(limit)} MB); split it into articles`;
}

function withSeparator(folder: string): string {
  return folder.endsWith(sep) ? folder : folder + sep;
}

function bad(reason: string): ReadText {
  return { ok: false, reason };
}
