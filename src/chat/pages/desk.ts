import type { Article, CorpusProblem } from '../../article/article.ts';
import { FORMAT_NAMES } from '../../article/formats/index.ts';
import type { ArticleFiles, FolderFault } from '../../corpus/change-folder.ts';
import type { Chat } from '../chat.ts';
import type { Language } from '../language.ts';
import type { QuestionGroup } from '../records/alike-questions.ts';
import type { GivenVote, Votes } from '../records/votes.ts';
import type { Library } from './library.ts';

export type { CorpusProblem, GivenVote, QuestionGroup };

/** What an operator sees and does. */
export interface Desk {
  readonly library: Library;
  /** What people asked lately and did not get, in groups, the largest first. */
  unmetQuestions(): Promise<readonly QuestionGroup[]>;
  /** Files of the folder that are not asked about, and why. */
  leftOut(): readonly CorpusProblem[];
  /**
   * What can be mended in an article, in the language of who reads it; what was wrong as its file was
   * read is in the program's own, English.
   */
  findingsOf(article: Article, language: Language): readonly string[];
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

/** What a desk works with, beside the chat. */
export interface DeskParts {
  readonly files: ArticleFiles;
  readonly votes: Pick<Votes, 'last'>;
  /** What was wrong with the articles' files when they were read last. */
  problems(): readonly CorpusProblem[];
}

/** @param chat whose articles and questions stand on the desk */
export function createDesk(
  { library, unmetQuestions }: Pick<Chat, 'library' | 'unmetQuestions'>,
  { files, votes, problems }: DeskParts,
): Desk {
  return {
    library,
    unmetQuestions,
    leftOut: () => problems().filter(({ severity }) => severity === 'error'),
    findingsOf: (article, language) => [
      ...problems().flatMap(({ file, severity, message }) =>
        severity === 'warning' && file === article.file ? [message] : [],
      ),
      ...library.warningsOf(article, language),
    ],
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
