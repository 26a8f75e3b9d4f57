import { createHmac, randomBytes } from 'node:crypto';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { lazy } from '../util/lazy.ts';
import type { Reason } from './button-action.ts';

/** A judgement of one answer, as it is kept: nothing in it says who gave it. */
export interface Vote {
  readonly platform: string;
  readonly vote: 'up' | 'down';
  /** What is wrong with the answer. */
  readonly reason?: Reason;
  readonly question?: string;
  /** The article and paragraph that was shown first. */
  readonly article?: string;
  readonly paragraph?: number;
}

/** Votes remembered, so that the same press counts once. */
const REMEMBERED = 10_000;

/**
 * Appends each vote to `votes.jsonl` as one JSON line with its time and an id: of several lines with
 * one id the last counts. `press` names voter and message; the id is made of it by a key that is
 * kept beside the votes, so that a vote can be changed after a restart and yet names nobody.
 */
export function createVotes(stateDir: string): (press: string, vote: Vote) => Promise<void> {
  const file = join(stateDir, 'votes.jsonl');
  const seen = new LRUCache<string, string>({ max: REMEMBERED });
  const key = lazy(() => readKey(stateDir));
  return async (press, vote) => {
    const said = JSON.stringify(vote);
    if (seen.get(press) === said) return;
    const id = createHmac('sha256', await key())
      .update(press)
      .digest('base64url')
      .slice(0, 16);
    const line = { at: new Date().toISOString(), id, ...vote };
    await appendFile(file, `${JSON.stringify(line)}\n`);
    seen.set(press, said);
  };
}

/** The key of a state folder, which is made with the first vote. */
async function readKey(stateDir: string): Promise<string> {
  const file = join(stateDir, 'votes.key');
  await mkdir(stateDir, { recursive: true });
  try {
    await writeFile(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFile(file, 'utf8');
}
