import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { LRUCache } from 'lru-cache';

/** A judgement of one answer, as it is kept: nothing in it says who gave it. */
export interface Vote {
  readonly platform: string;
  readonly vote: 'up' | 'down';
  readonly question?: string;
  /** The article and paragraph that was shown first. */
  readonly article?: string;
  readonly paragraph?: number;
}

/** Where votes are kept. */
export interface Votes {
  /**
   * Appends a vote to the file as one JSON line with its time. `press` names voter and message: it
   * is only kept in memory, and the same vote of the same press is written once.
   */
  keep(press: string, vote: Vote): Promise<void>;
  /** Forgets the presses that fit; the votes themselves name nobody. */
  forget(isTheirs: (press: string) => boolean): void;
  /** Deletes the votes that are older than they are to be kept. */
  prune(): Promise<void>;
}

/** Votes remembered, so that the same press counts once. */
const REMEMBERED = 10_000;
const DAY = 24 * 60 * 60 * 1000;
/** Days that votes are kept. */
const RETENTION_DAYS = 30;

/** @param days after which a vote is deleted */
export function createVotes(file: string, days: number = RETENTION_DAYS): Votes {
  const seen = new LRUCache<string, Vote['vote']>({ max: REMEMBERED });
  // one write at a time: a vote must not fall between reading and replacing the file
  let writing: Promise<void> = Promise.resolve();
  let prunedAt = 0;
  function inTurn(write: () => Promise<void>): Promise<void> {
    const run = writing.then(write);
    writing = run.catch(() => {});
    return run;
  }

  async function rewrite(): Promise<void> {
    prunedAt = Date.now();
    const text = await readFile(file, 'utf8').catch(() => '');
    const lines = text.split('\n').filter((line) => line !== '');
    const oldest = Date.now() - days * DAY;
    const kept = lines.filter((line) => timeOf(line) >= oldest);
    if (kept.length === lines.length) return;
    await writeFile(`${file}.new`, kept.map((line) => `${line}\n`).join(''), { mode: 0o600 });
    await rename(`${file}.new`, file);
  }

  return {
    async keep(press, vote) {
      if (seen.get(press) === vote.vote) return;
      await inTurn(async () => {
        if (Date.now() - prunedAt > DAY) await rewrite();
        await mkdir(dirname(file), { recursive: true, mode: 0o700 });
        const line = `${JSON.stringify({ at: new Date().toISOString(), ...vote })}\n`;
        await appendFile(file, line, { mode: 0o600 });
      });
      seen.set(press, vote.vote);
    },
    forget(isTheirs) {
      for (const press of [...seen.keys()]) if (isTheirs(press)) seen.delete(press);
    },
    prune: () => inTurn(rewrite),
  };
}

/** Milliseconds since 1970 of a line; 0 where it says none, so that it is not kept for ever. */
function timeOf(line: string): number {
  return Date.parse(/"at":"([^"]+)"/.exec(line)?.[1] ?? '') || 0;
}
