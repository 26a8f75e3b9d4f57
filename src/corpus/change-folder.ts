import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import {
  copyFile,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  unlink,
} from 'node:fs/promises';
import { basename, join } from 'node:path';
import { formatOf } from '../article/formats/index.ts';
import { BESIDE, WHOLE_CORPUS } from './file-kinds.ts';
import { codeOf } from './read-bytes.ts';

/** Why a file of the corpus folder could not be changed. */
export type FolderFault = 'name' | 'format' | 'size' | 'exists' | 'missing' | 'failed';

/** What keeps a new file out of where the files of articles are. */
export type Obstacle =
  /** There is no such folder: `detail` says why it cannot be read. */
  | { readonly fault: 'missing'; readonly detail: string }
  /** All articles are in one file, beside which no other is read. */
  | { readonly fault: 'whole' }
  /** A file of one of the addresses is there: `detail` is its name. */
  | { readonly fault: 'known'; readonly detail: string };

/** Where the files of articles are, as far as somebody may put some in and take some out. */
export interface ArticleFiles {
  /** What keeps out a file that came from one of these addresses, or from none. */
  obstacle(addresses: readonly string[]): Promise<Obstacle | undefined>;
  has(name: string): Promise<boolean>;
  /**
   * Puts a new file in: at once and whole, never in the place of another. `front` is the front matter
   * that goes into the file beside it.
   * @returns what was wrong, undefined where it is there
   */
  put(name: string, bytes: Uint8Array, front?: string): Promise<FolderFault | undefined>;
  /** Puts a file in the place of the one of its name, which is kept elsewhere. @returns what was wrong */
  replace(name: string, bytes: Uint8Array, front?: string): Promise<FolderFault | undefined>;
  /** Takes a file out, which is kept elsewhere. @returns what was wrong */
  remove(name: string): Promise<FolderFault | undefined>;
}

/** The files of a folder. @param removed the folder that those go to which are taken out or replaced */
export function folderFiles(dir: string, removed: string): ArticleFiles {
  return {
    obstacle: (addresses) => obstacleIn(dir, addresses),
    has: async (name) => (await lstat(join(dir, name)).catch(() => undefined)) !== undefined,
    put: (name, bytes, front) => putFile(dir, name, bytes, front),
    replace: (name, bytes, front) => replaceFile(dir, name, bytes, removed, front),
    remove: (name) => removeFile(dir, name, removed),
  };
}

async function obstacleIn(
  dir: string,
  addresses: readonly string[],
): Promise<Obstacle | undefined> {
  let names: string[];
  try {
    names = await readdir(dir);
  } catch (error) {
    return { fault: 'missing', detail: codeOf(error) };
  }
  if (names.includes(WHOLE_CORPUS)) return { fault: 'whole' };
  if (addresses.length === 0) return undefined;
  for (const name of names.filter((each) => each.endsWith(BESIDE))) {
    const file = name.slice(0, -BESIDE.length);
    if (!names.includes(file)) continue;
    const front = await readFile(join(dir, name), 'utf8').catch(() => '');
    if (namesAddress(front, addresses)) return { fault: 'known', detail: file };
  }
  return undefined;
}

/** The line of front matter that names the address of a page. */
export function addressLine(address: string): string {
  return `url: ${JSON.stringify(address)}`;
}

/** Whether front matter names one of these addresses as its page's. */
export function namesAddress(front: string, addresses: readonly string[]): boolean {
  const lines = new Set(addresses.map(addressLine));
  return front.split('\n').some((line) => lines.has(line.trimEnd()));
}

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
  const fault = faultOf(name, bytes);
  if (fault !== undefined) return fault;
  if (front === undefined) return place(dir, name, bytes);
  const beside = `${name}${BESIDE}`;
  // whoever looks between the two finds front matter without its file, which says nothing
  const besideFault = await place(dir, beside, Buffer.from(front));
  if (besideFault !== undefined) return besideFault;
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
    await copyFile(file, removedPath(into, name), constants.COPYFILE_EXCL);
    await moveOut(beside, into);
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
    await moveOut(file, into);
    // what was said of it would be said of the next file of that name
    await moveOut(`${file}${BESIDE}`, into);
    return undefined;
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? 'missing' : 'failed';
  }
}

/** What is wrong with a file that is to be put in; undefined where nothing is. */
export function faultOf(name: string, bytes: Uint8Array): FolderFault | undefined {
  if (!isPlainName(name)) return 'name';
  const format = formatOf(name);
  if (format === undefined) return 'format';
  return bytes.length === 0 || bytes.length > format.limit ? 'size' : undefined;
}

/** The path of what is moved out of a folder at a time. */
export function removedPath(into: string, name: string, at = new Date()): string {
  return join(into, `${at.toISOString().replace(/[:.]/g, '-')} ${name}`);
}

/** Moves a file, where there is one, to the folder of what is removed. */
export async function moveOut(file: string, into: string): Promise<void> {
  const there = await lstat(file).catch(() => undefined);
  if (!there?.isFile()) return;
  await mkdir(into, { recursive: true });
  await move(file, removedPath(into, basename(file)));
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
