import { FORMAT_NAMES } from '../../article/formats/index.ts';
import type { ArticleFiles, FolderFault } from '../../corpus/change-folder.ts';
import type { GivenVote, Votes } from '../records/votes.ts';
import type { Library } from './library.ts';

export type { ArticleFiles, GivenVote };

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

/** Votes shown. */
const SHOWN = 100;
const LARGEST = 64 * 1024 * 1024;

export function createDesk(
  library: Library,
  files: ArticleFiles,
  votes: Pick<Votes, 'last'>,
): Desk {
  return {
    library,
    votes: () => votes.last(SHOWN),
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
