import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

/** A file of JSON lines, each with the time it was written, that nobody else on the machine reads. */
export interface LineFile {
  /** Appends a line, whose time is added to it. */
  add(line: Readonly<Record<string, unknown>>): Promise<void>;
  /** The lines, without those that are torn. */
  all(): Promise<unknown[]>;
  /** Deletes the lines that fit. */
  remove(fits: (line: unknown) => boolean): Promise<void>;
  /** Deletes the lines that are older than they are to be kept. */
  prune(): Promise<void>;
}

const DAY = 24 * 60 * 60 * 1000;
const DATED = z.object({ at: z.iso.datetime() });

/**
 * The file and its folder are made with the first line.
 * @param days after which a line is deleted; a line without a time is not kept at all
 */
export function createLineFile(file: string, days: number): LineFile {
  // one write at a time: a line must not fall between reading and replacing the file
  let writing: Promise<void> = Promise.resolve();
  let prunedAt = 0;
  function inTurn(write: () => Promise<void>): Promise<void> {
    const run = writing.then(write);
    writing = run.catch(() => {});
    return run;
  }

  async function text(): Promise<string> {
    return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
  }

  async function keepOnly(fits: (line: unknown) => boolean): Promise<void> {
    const lines = (await text()).split('\n').filter((line) => line !== '');
    const kept = lines.filter((line) => {
      const read = parsed(line);
      return read !== undefined && fits(read);
    });
    if (kept.length === lines.length) return;
    await writeFile(`${file}.new`, kept.map((line) => `${line}\n`).join(''), { mode: 0o600 });
    await rename(`${file}.new`, file);
  }

  async function prune(): Promise<void> {
    prunedAt = Date.now();
    await keepOnly((line) => isRecent(DATED.safeParse(line).data?.at, days));
  }

  return {
    add: (line) =>
      inTurn(async () => {
        if (Date.now() - prunedAt > DAY) await prune();
        await mkdir(dirname(file), { recursive: true, mode: 0o700 });
        const dated = { at: new Date().toISOString(), ...line };
        await appendFile(file, `${JSON.stringify(dated)}\n`, { mode: 0o600 });
      }),
    all: async () => (await text()).split('\n').flatMap((line) => parsed(line) ?? []),
    remove: (fits) => inTurn(() => keepOnly((line) => !fits(line))),
    prune: () => inTurn(prune),
  };
}

/** Whether an ISO 8601 time lies within the last days. */
export function isRecent(at: string | undefined, days: number): boolean {
  return at !== undefined && Date.now() - Date.parse(at) < days * DAY;
}

/** Undefined where a line is torn or empty. */
function parsed(line: string): unknown {
  try {
    return line === '' ? undefined : (JSON.parse(line) ?? undefined);
  } catch {
    return undefined;
  }
}
