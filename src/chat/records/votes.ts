import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Reason } from '../button-action.ts';
import { createLineFile } from './line-file.ts';

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

/** The file of votes in the state folder. */
export const VOTES_FILE = 'votes.jsonl';
/** Bytes of its end that are read for the last votes. */
const TAIL = 256 * 1024;

/** Where votes are kept. */
export interface Votes {
  /**
   * Appends a vote as one JSON line with its time, an id, and `by`, which is the same for all votes
   * of a person: of several lines with one id the last counts. `press` names voter and message; both
   * are made of it and of the person by a key that is kept beside the votes, so that a vote can be
   * changed or deleted after a restart and yet names nobody.
   */
  keep(press: string, person: string, vote: Vote): Promise<void>;
  /** Deletes the votes of a person. */
  forget(person: string): Promise<void>;
  /** The last votes, the newest first. */
  last(count: number): Promise<readonly GivenVote[]>;
  /** Deletes the votes that are older than they are to be kept. */
  prune(): Promise<void>;
}

/** Votes remembered, so that the same press counts once. */
const REMEMBERED = 10_000;
/** Characters of an id: 72 bits of the code that it is made of. */
const ID_LENGTH = 12;

const BY = z.object({ by: z.string() });
const GIVEN = z.object({
  at: z.string(),
  platform: z.string(),
  vote: z.enum(['up', 'down']),
  question: z.string().optional(),
  article: z.string().optional(),
  paragraph: z.number().optional(),
});

/** A vote as an operator reads it. */
export type GivenVote = z.infer<typeof GIVEN>;

/** @param days after which a vote is deleted */
export function createVotes(stateDir: string, days: number): Votes {
  const file = createLineFile(join(stateDir, VOTES_FILE), days);
  const seen = new LRUCache<string, { readonly person: string; readonly said: string }>({
    max: REMEMBERED,
  });
  const idOf = createVoteIds(() => readKey(stateDir));

  return {
    async keep(press, person, vote) {
      const said = JSON.stringify(vote);
      if (seen.get(press)?.said === said) return;
      await file.add({ id: await idOf(press), by: await idOf(person), ...vote });
      seen.set(press, { person, said });
    },
    async forget(person) {
      for (const [press, given] of [...seen.entries()])
        if (given.person === person) seen.delete(press);
      const theirs = await idOf(person);
      await file.remove((line) => BY.safeParse(line).data?.by === theirs);
    },
    async last(count) {
      const text = await tailOf(join(stateDir, VOTES_FILE));
      const votes = text.split('\n').flatMap((line) => {
        // the first line may be cut
        const { data } = GIVEN.safeParse(parsed(line));
        return data === undefined ? [] : [data];
      });
      return votes.slice(-count).reverse();
    },
    prune: () => file.prune(),
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The end of a file; '' where there is none. */
async function tailOf(path: string): Promise<string> {
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(path);
  } catch {
    return '';
  }
  try {
    const { size } = await file.stat();
    const length = Math.min(size, TAIL);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString('utf8');
  } finally {
    await file.close();
  }
}

/** Names people and presses by a code that only who has the key can make; it is read at the first. */
export function createVoteIds(readKey: () => Promise<string>): (name: string) => Promise<string> {
  let key: Promise<string> | undefined;
  return async (name) => {
    key ??= readKey();
    // a key that could not be read now may be read later
    key.catch(() => {
      key = undefined;
    });
    const code = createHmac('sha256', await key)
      .update(name)
      .digest('base64url');
    return code.slice(0, ID_LENGTH);
  };
}

/** A new key of votes. */
export function newVoteKey(): string {
  return randomBytes(32).toString('hex');
}

/** The key of a state folder, which is made with the first vote. */
async function readKey(stateDir: string): Promise<string> {
  const file = join(stateDir, 'votes.key');
  await mkdir(stateDir, { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, newVoteKey(), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFile(file, 'utf8');
}
