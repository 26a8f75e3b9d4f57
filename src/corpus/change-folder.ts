import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, lstat, mkdir, open, rename, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { formatOf } from '../article/formats/index.ts';
import { BESIDE } from './file-kinds.ts';
import { codeOf } from './read-bytes.ts';

/** Why a file of the corpus folder could not be changed. */
export type FolderFault = 'name' | 'format' | 'size' | 'exists' | 'missing' | 'failed';

/** Bytes of the longest name that file systems take. */
const NAME_BYTES = 200;

/**
 * Puts a new file into the folder: at once and whole, never in the place of another, and only under a
 * name that stays in the folder. `front` goes into the file beside it, which is there before it.
 * @returns what was wrong, undefined where it is there
 */
export async function putFile(
  dir: string,
  name: string,
  bytes: Uint8Array,
  front?: string,
): Promise<FolderFault | undefined> {
  if (!isPlainName(name)) return 'name';
  const format = formatOf(name);
  if (format === undefined) return 'format';
  if (bytes.length === 0 || bytes.length > format.limit) return 'size';
  if (front === undefined) return place(dir, name, bytes);
  const beside = `${name}${BESIDE}`;
  // whoever looks between the two finds front matter without its file, which says nothing
  const fault = await place(dir, beside, Buffer.from(front));
  if (fault !== undefined) return fault;
  const failed = await place(dir, name, bytes);
  if (failed !== undefined) await rm(join(dir, beside), { force: true });
  return failed;
}

/**
 * Puts a file in the place of the one of its name, at once and whole; the file before, with what is said
 * of it beside it, is left in another folder. @returns what was wrong
 */
export async function replaceFile(
  dir: string,
  name: string,
  bytes: Uint8Array,
  into: string,
  front?: string,
): Promise<FolderFault | undefined> {
  if (!isPlainName(name)) return 'name';
  const format = formatOf(name);
  if (format === undefined) return 'format';
  if (bytes.length === 0 || bytes.length > format.limit) return 'size';
  const file = join(dir, name);
  const beside = `${file}${BESIDE}`;
  try {
    if (!(await lstat(file)).isFile()) return 'missing';
    await mkdir(into, { recursive: true });
    const time = new Date().toISOString().replace(/[:.]/g, '-');
    await copyFile(file, join(into, `${time} ${name}`), constants.COPYFILE_EXCL);
    const said = await lstat(beside).catch(() => undefined);
    if (said?.isFile()) await move(beside, join(into, `${time} ${name}${BESIDE}`));
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? 'missing' : 'failed';
  }
  const fault =
    front === undefined ? undefined : await place(dir, `${name}${BESIDE}`, Buffer.from(front));
  return fault ?? place(dir, name, bytes, rename);
}

/** @param put gives the written file its name: by default never that of another */
async function place(
  dir: string,
  name: string,
  bytes: Uint8Array,
  put: (part: string, file: string) => Promise<void> = link,
): Promise<FolderFault | undefined> {
  // what begins with a dot is no article
  const part = join(dir, `.${process.pid}-${randomUUID()}.part`);
  try {
    const file = await open(part, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await put(part, join(dir, name));
    return undefined;
  } catch (error) {
    return codeOf(error) === 'EEXIST' ? 'exists' : 'failed';
  } finally {
    await rm(part, { force: true });
  }
}

/**
 * Takes the file of one article out of the folder, with what is said of it beside it, and leaves it in
 * another; of a file of many articles, nothing is taken. @returns what was wrong
 */
export async function removeFile(
  dir: string,
  name: string,
  into: string,
): Promise<FolderFault | undefined> {
  if (!isPlainName(name)) return 'name';
  if (formatOf(name) === undefined) return 'format';
  const file = join(dir, name);
  try {
    if (!(await lstat(file)).isFile()) return 'missing';
    await mkdir(into, { recursive: true });
    const time = new Date().toISOString().replace(/[:.]/g, '-');
    await move(file, join(into, `${time} ${name}`));
    // what was said of it would be said of the next file of that name
    const beside = await lstat(`${file}${BESIDE}`).catch(() => undefined);
    if (beside?.isFile()) await move(`${file}${BESIDE}`, join(into, `${time} ${name}${BESIDE}`));
    return undefined;
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? 'missing' : 'failed';
  }
}

/** Moves a file to another folder, which may be on another disk. */
async function move(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_EXCL);
  await unlink(from);
}

/** The name of a file in a folder, not a way into another, and not one that is passed over. */
function isPlainName(name: string): boolean {
  return (
    /^[^./\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}][^/\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u.test(name) &&
    Buffer.byteLength(name) <= NAME_BYTES &&
    name.toLowerCase() !== 'readme.md'
  );
}
