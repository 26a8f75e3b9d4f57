import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Article, CorpusProblem } from '../../article/article.ts';
import { FORMAT_NAMES } from '../../article/formats/index.ts';
import { type FolderFault, putFile, removeFile } from '../../corpus/change-folder.ts';
import type { Chat } from '../chat.ts';
import type { QuestionGroup } from '../records/alike-questions.ts';
import { VOTES_FILE } from '../records/votes.ts';
import type { Library } from './library.ts';

export type { CorpusProblem, QuestionGroup };

/** What an operator sees and does. */
export interface Desk {
  readonly library: Library;
  /** What people asked lately and did not get, in groups, the largest first. */
  unmetQuestions(): Promise<readonly QuestionGroup[]>;
  /** Files of the folder that are not asked about, and why. */
  leftOut(): readonly CorpusProblem[];
  /** What can be mended in an article. */
  findingsOf(article: Article): readonly string[];
  /** The last votes, the newest first. */
  votes(): Promise<readonly GivenVote[]>;
  /** Endings of the files that can be put in. */
  readonly formats: readonly string[];
  /** Bytes of the largest file that can be put in. */
  readonly largest: number;
  /** Puts an article into the corpus folder, which is watched. */
  put(name: string, bytes: Uint8Array): Promise<FolderFault | undefined>;
  /** Moves an article's file out of it. */
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
/** The folder, of the state folder, that removed articles go to. */
const REMOVED = 'removed';

/** The watched folder of the articles. */
export interface DeskFolder {
  readonly dir: string;
  readonly stateDir: string;
  /** What was wrong with its files when they were read last. */
  problems(): readonly CorpusProblem[];
}

/** @param chat whose articles and questions stand on the desk */
export function createDesk(
  { library, unmetQuestions }: Pick<Chat, 'library' | 'unmetQuestions'>,
  { dir, stateDir, problems }: DeskFolder,
): Desk {
  return {
    library,
    unmetQuestions,
    leftOut: () => problems().filter(({ severity }) => severity === 'error'),
    findingsOf: (article) => [
      ...problems().flatMap(({ file, severity, message }) =>
        severity === 'warning' && file === article.file ? [message] : [],
      ),
      ...library.warningsOf(article),
    ],
    votes: () => lastVotes(join(stateDir, VOTES_FILE)),
    formats: FORMAT_NAMES,
    largest: LARGEST,
    put: (name, bytes) => putFile(dir, name, bytes),
    remove: (name) => removeFile(dir, name, join(stateDir, REMOVED)),
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
