import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type TagOf, tagOf } from './value-tag.ts';

/** The kind of value that a file of each folder of the state holds, and is named by. */
const HOLDS = {
  articles: 'articles',
  search: 'index',
  asked: 'suggestions',
  figures: 'figures',
} as const;

/** Total bytes of a folder's files below which reading them costs less than opening a store. */
const WORTH_STORING = 500_000;

/**
 * The file of the state that holds the articles of the corpus in the folder `corpus`, their search
 * index, the table of their figures, or what answering processes have derived of the articles that were
 * asked about. Code that reads or indexes articles otherwise has a file of its own, as a bot may
 * still be answering from the other one.
 */
export function stateFile(
  stateDir: string,
  folder: keyof typeof HOLDS,
  corpus: string,
  tag: TagOf = tagOf,
): string {
  const name = createHash('sha1').update(resolve(corpus)).digest('hex').slice(0, 12);
  return join(stateDir, folder, `${name}-${tag(HOLDS[folder])}.sqlite`);
}

/**
 * The file that stores the articles of the folder `corpus`; undefined where the folder is so small
 * that reading it costs less, or cannot be listed.
 */
export function articleStoreFile(stateDir: string, corpus: string): string | undefined {
  let size = 0;
  try {
    for (const name of readdirSync(corpus)) {
      size += statSync(join(corpus, name), { throwIfNoEntry: false })?.size ?? 0;
      if (size >= WORTH_STORING) return stateFile(stateDir, 'articles', corpus);
    }
  } catch {
    // The code that reads the folder reports what is wrong with it.
  }
  return undefined;
}

/**
 * Deletes the files of the same corpus that other versions of the code have written beside `file`.
 * A process that has one of them open goes on reading it.
 */
export function dropOtherVersions(file: string): void {
  if (!existsSync(dirname(file))) return;
  const [corpus = ''] = basename(file).split('-');
  for (const name of readdirSync(dirname(file))) {
    if (name.startsWith(`${corpus}-`) && !name.startsWith(basename(file)))
      rmSync(join(dirname(file), name), { force: true });
  }
}
