import { readdirSync } from 'node:fs';
import type { Corpus } from '../article/article.ts';
import { YuanwenError } from '../util/errors.ts';
import { createDocumentReader } from './document-reader.ts';
import { WHOLE_CORPUS } from './file-kinds.ts';
import { FolderPass, type KnownFile } from './folder-pass.ts';
import { quoteName } from './problems.ts';
import { codeOf } from './read-bytes.ts';
import type { FailedDocuments, ReadingStore } from './reading-store.ts';

/** The corpus of a folder as it was read. */
interface FolderCorpus extends Corpus {
  /**
   * Whether the store has noted each file with the stamp that it has, so that as long as no stamp
   * changes nothing is to be read again; false unless given.
   */
  readonly isNoted?: boolean;
}

/** A folder of articles, which may change. */
export interface CorpusFolder {
  /**
   * Reads the folder as it is now: `articles.jsonl` where there is one, otherwise every file of a
   * known format but README.md, in the order of their names. A file that cannot be read is left out
   * and named in `problems`; where it was read before, its earlier articles stay. An article whose
   * file has not changed is the same object as before.
   *
   * @throws YuanwenError `corpus` when the folder cannot be listed.
   */
  load(): Promise<FolderCorpus>;
  /** Whether the articles that `load` gives are in the index already. */
  readonly isIndexed: boolean;
}

/**
 * @param failed remembers which documents not to try again where no store remembers all readings
 */
export function openFolder(
  dir: string,
  store?: ReadingStore,
  failed?: FailedDocuments,
): CorpusFolder {
  const documents = createDocumentReader();
  const known = new Map<string, KnownFile>();
  return {
    isIndexed: false,
    async load() {
      const names = list(dir);
      const pass = new FolderPass(dir, new Set(names), known, documents, store, failed);
      if (names.includes(WHOLE_CORPUS)) await pass.readMany(WHOLE_CORPUS);
      else for (const name of names) await pass.read(name);
      pass.forgetGone();
      const { articles, problems, isNoted } = pass;
      return { articles, problems, isNoted };
    },
  };
}

/** The names in the folder, sorted. */
function list(dir: string): string[] {
  let names: string[];
  try {
    names = readdirSync(dir);
  } catch (error) {
    const code = codeOf(error);
    const what =
      code === 'ENOENT'
        ? 'is missing; make it and put articles in, or name another with --corpus DIR'
        : code === 'ENOTDIR'
          ? 'is no folder; name the folder that holds the articles'
          : `cannot be read (${code}); check its permissions`;
    throw new YuanwenError('corpus', `the corpus folder ${quoteName(dir)} ${what}`, {
      cause: error,
    });
  }
  return names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
