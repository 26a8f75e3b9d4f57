import { appendFile, mkdir } from 'node:fs/promises';
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

/** The file of votes in the state folder. */
export const VOTES_FILE = 'votes.jsonl';

/** Votes remembered, so that the same press counts once. */
const REMEMBERED = 10_000;

/**
 * Appends each vote to a file as one JSON line with its time. `press` names voter and message: it
 * is only kept in memory, and the same vote of the same press is written once.
 */
export function createVotes(file: string): (press: string, vote: Vote) => Promise<void> {
  const seen = new LRUCache<string, Vote['vote']>({ max: REMEMBERED });
  return async (press, vote) => {
    if (seen.get(press) === vote.vote) return;
    await mkdir(dirname(file), { recursive: true });
    await appendFile(file, `${JSON.stringify({ at: new Date().toISOString(), ...vote })}\n`);
    seen.set(press, vote.vote);
  };
}
