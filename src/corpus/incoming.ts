import { createHash, randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Article } from '../article/article.ts';
import { formatOf } from '../article/formats/index.ts';
import { type AddFault, type Failed, type FetchPage, readPage } from './add-page.ts';
import { type FolderFault, putFile, replaceFile } from './change-folder.ts';
import { checkArticle } from './check-article.ts';
import { createDocumentReader } from './document-reader.ts';
import { WHOLE_CORPUS } from './file-kinds.ts';
import { sentFileName } from './file-name.ts';

/** A file that was sent and read, and waits to be taken in. */
export interface SentArticle {
  readonly ok: true;
  /** Finds it again, also in a later process. */
  readonly key: number;
  /** The name that it is to have in the folder. */
  readonly file: string;
  /** Whether the folder holds a file of that name. */
  readonly isThere: boolean;
  readonly article: Article;
  /** What its operator can mend, a line each. */
  readonly warnings: readonly string[];
}

/** Why what was sent is not in the folder; `expired`: it waited for too long. */
export type IncomingFault = AddFault | 'expired';

/** Files on their way into a corpus folder: read first, taken in when somebody says so. */
export interface Incoming {
  /** Reads a file as the folder would, in the process that reads documents. */
  readFile(name: string, bytes: Uint8Array): Promise<SentArticle | Failed<AddFault>>;
  /** Fetches a page of the public internet and reads it. */
  readPage(address: string): Promise<SentArticle | Failed<AddFault>>;
  /** Puts a file that was read into the folder; `replaces` that of the same name, which is kept elsewhere. */
  take(
    key: number,
    replaces: boolean,
  ): Promise<{ readonly ok: true; readonly file: string } | Failed<IncomingFault>>;
  /** Forgets a file that was read. */
  drop(key: number): Promise<void>;
}

/** Files that wait at once, and for how many milliseconds. */
const WAITING = 20;
const PATIENCE = 24 * 60 * 60 * 1000;

/** Pages of one title that a folder may hold. */
const SAME_NAMED = 1000;

const NOTE = z.object({ file: z.string(), front: z.string().optional() });

/** @param stateDir where files wait, and where those go that others took the place of */
export function createIncoming(dir: string, stateDir: string, fetchPage: FetchPage): Incoming {
  const folder = join(stateDir, 'incoming');
  const documents = createDocumentReader();
  const noteOf = (key: number) => join(folder, `${key.toString(36)}.json`);
  const bytesOf = (key: number) => join(folder, `${key.toString(36)}.bytes`);

  async function wait(file: string, bytes: Uint8Array, front: string | undefined): Promise<number> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await clear();
    const hash = createHash('sha256')
      .update(`${file}\n${front ?? ''}\n`)
      .update(bytes);
    const key = hash.digest().readUInt32BE();
    await write(bytesOf(key), bytes);
    // the note comes last: what has none is not there
    await write(noteOf(key), JSON.stringify({ file, front }));
    return key;
  }

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

  async function isThere(file: string): Promise<boolean> {
    return (await lstat(join(dir, file)).catch(() => undefined)) !== undefined;
  }

  return {
    async readFile(given, bytes) {
      if (await isThere(WHOLE_CORPUS)) return { ok: false, fault: 'whole' };
      const file = sentFileName(given);
      if (file === '') return { ok: false, fault: 'name' };
      const format = formatOf(file);
      if (format === undefined) return { ok: false, fault: 'format' };
      if (bytes.length === 0 || bytes.length > format.limit) return { ok: false, fault: 'size' };
      const read = await documents.read(format, { file, id: randomUUID(), bytes, front: '' });
      const [article] = read.articles;
      const problems = read.problems.map(({ message }) => message.replace(`${file} `, ''));
      if (article === undefined) {
        const [detail] = problems;
        return { ok: false, fault: 'unread', ...(detail !== undefined && { detail }) };
      }
      return {
        ok: true,
        key: await wait(file, bytes, undefined),
        file,
        isThere: await isThere(file),
        article,
        warnings: [...problems, ...checkArticle({ ...article, file })],
      };
    },
    async readPage(address) {
      const page = await readPage(dir, address, fetchPage);
      if (!page.ok) return page;
      const { name, ending, article, bytes, front, warnings } = page;
      for (let number = 1; number <= SAME_NAMED; number++) {
        const file = `${name}${number === 1 ? '' : ` ${number}`}${ending}`;
        if (await isThere(file)) continue;
        return {
          ok: true,
          key: await wait(file, bytes, front),
          file,
          isThere: false,
          article,
          warnings: [...warnings, ...checkArticle({ ...article, file })],
        };
      }
      return { ok: false, fault: 'exists' };
    },
    async take(key, replaces) {
      const text = await readFile(noteOf(key), 'utf8').catch(() => '');
      const bytes = await readFile(bytesOf(key)).catch(() => undefined);
      const note = NOTE.safeParse(text === '' ? undefined : JSON.parse(text)).data;
      if (note === undefined || bytes === undefined) return { ok: false, fault: 'expired' };
      const { file, front } = note;
      const fault: FolderFault | undefined = replaces
        ? await replaceFile(dir, file, bytes, join(stateDir, 'removed'), front)
        : await putFile(dir, file, bytes, front);
      if (fault !== undefined) return { ok: false, fault, detail: file };
      await drop(key);
      return { ok: true, file };
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
