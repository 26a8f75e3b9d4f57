import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parsedJson } from '../util/parsed-json.ts';

/** A file that was sent and read, and waits until somebody says that it is to be taken in. */
export interface WaitingFile {
  /** The name that it is to have among the articles' files. */
  readonly name: string;
  /** The front matter that is to go beside it; undefined for none. */
  readonly front: string | undefined;
  /** The digest of the article that it was read as. */
  readonly digest: string;
  readonly bytes: Uint8Array;
}

/** Where files wait: twenty at most, for a day at most. */
export interface WaitingFiles {
  /** Has a file wait. @returns the key by which any later process finds it */
  add(file: WaitingFile): Promise<number>;
  /** Undefined where it waits no more. */
  find(key: number): Promise<WaitingFile | undefined>;
  drop(key: number): Promise<void>;
}

/** Files that wait at once, and for how many milliseconds. */
export const WAITING = 20;
export const PATIENCE = 24 * 60 * 60 * 1000;

/** A number of 32 bits, short enough for a button, that another file has not. */
export function keyOf({ name, front, bytes }: WaitingFile): number {
  const hash = createHash('sha256')
    .update(`${name}\n${front ?? ''}\n`)
    .update(bytes);
  return hash.digest().readUInt32BE();
}

const NOTE = z.object({ file: z.string(), front: z.string().optional(), digest: z.string() });

/** Files that wait in a folder, which is made when missing. */
export function folderWaitingFiles(folder: string): WaitingFiles {
  const noteOf = (key: number) => join(folder, `${key.toString(36)}.json`);
  const bytesOf = (key: number) => join(folder, `${key.toString(36)}.bytes`);

  /** Forgets what waited too long, and the oldest of too many. */
  async function clear(): Promise<void> {
    const notes = (await readdir(folder)).filter((name) => name.endsWith('.json'));
    const aged = await Promise.all(
      notes.map(async (name) => ({
        key: Number.parseInt(name.replace('.json', ''), 36),
        at: (await stat(join(folder, name))).mtimeMs,
      })),
    );
    const stale = aged
      .sort((a, b) => b.at - a.at)
      .filter(({ at }, place) => place >= WAITING - 1 || Date.now() - at > PATIENCE);
    for (const { key } of stale) await drop(key);
  }

  async function drop(key: number): Promise<void> {
    for (const of of [noteOf, bytesOf]) await rm(of(key), { force: true });
  }

  return {
    async add(waiting) {
      const { name: file, front, digest, bytes } = waiting;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await clear();
      const key = keyOf(waiting);
      await write(bytesOf(key), bytes);
      // the note comes last: what has none is not there
      await write(noteOf(key), JSON.stringify({ file, front, digest }));
      return key;
    },
    async find(key) {
      const text = await readFile(noteOf(key), 'utf8').catch(() => '');
      const bytes = await readFile(bytesOf(key)).catch(() => undefined);
      const note = NOTE.safeParse(parsedJson(text)).data;
      if (note === undefined || bytes === undefined) return undefined;
      return { name: note.file, front: note.front, digest: note.digest, bytes };
    },
    drop,
  };
}

/** Writes a file whole, whoever writes it beside. */
async function write(file: string, content: string | Uint8Array): Promise<void> {
  const part = `${file}.${randomUUID()}`;
  await writeFile(part, content, { mode: 0o600 });
  await rename(part, file);
}
