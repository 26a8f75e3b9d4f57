import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { FORMAT_NAMES } from '../../article/formats/index.ts';
import type { ArticleFiles, FolderFault } from '../../corpus/change-folder.ts';
import { VOTES_FILE } from '../records/votes.ts';
import type { Library } from './library.ts';

export type { ArticleFiles };

/** What an operator sees and does. */
export interface Desk {
  readonly library: Library;
  /** The last votes, the newest first. */
  votes(): Promise<readonly GivenVote[]>;
  /** Endings of the files that can be put in. */
  readonly formats: readonly string[];
  /** Bytes of the largest file that can be put in. */
  readonly largest: number;
  /** Puts an article in, which is answered from as soon as it is indexed. */
  put(name: string, bytes: Uint8Array): Promise<FolderFault | undefined>;
  /** Takes an article's file out. */
  remove(name: string): Promise<FolderFault | undefined>;
  health(): Health;
}

interface Health {
  /** Seconds since the process began. */
  readonly running: number;
  /** Bytes of memory that the process holds. */
  readonly memory: number;
  readonly articles: number;
}

const VOTE = z.object({
  at: z.string(),
  platform: z.string(),
  vote: z.enum(['up', 'down']),
  question: z.string().optional(),
  article: z.string().optional(),
  paragraph: z.number().optional(),
});
export type GivenVote = z.infer<typeof VOTE>;

/** Bytes of the end of the file of votes that are read, and votes shown of them. */
const TAIL = 256 * 1024;
const SHOWN = 100;
const LARGEST = 64 * 1024 * 1024;

export function createDesk(library: Library, files: ArticleFiles, stateDir: string): Desk {
  return {
    library,
    votes: () => lastVotes(join(stateDir, VOTES_FILE)),
    formats: FORMAT_NAMES,
    largest: LARGEST,
    put: files.put,
    remove: files.remove,
    health: () => ({
      running: Math.round(process.uptime()),
      memory: process.memoryUsage.rss(),
      articles: library.articles.length,
    }),
  };
}

async function lastVotes(path: string): Promise<GivenVote[]> {
  const text = await tailOf(path);
  const votes = text.split('\n').flatMap((line) => {
    // the first line may be cut
    const { data } = VOTE.safeParse(parsed(line));
    return data === undefined ? [] : [data];
  });
  return votes.slice(-SHOWN).reverse();
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
