import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { codeVersion } from './code-version.ts';

/** All that what is kept hangs on. */
const ROOMS = [
  'answer',
  'article',
  'corpus',
  'duplicates',
  'figures',
  'knowledge',
  'language',
  'question',
  'reply',
  'search',
  'sqlite',
  'store',
  'util',
];

/**
 * Where a room of the state keeps what this code has made of the corpus in the folder `corpus`: other
 * code has files of its own, as a bot may still be answering from them.
 */
export function stateFile(stateDir: string, room: 'articles' | 'search', corpus: string): string {
  const name = createHash('sha1').update(resolve(corpus)).digest('hex').slice(0, 12);
  return join(stateDir, room, `${name}-${codeVersion(...ROOMS)}.sqlite`);
}

/** Deletes what other code has kept in place of `file`; a process that has it open goes on reading it. */
export function dropOtherVersions(file: string): void {
  if (!existsSync(dirname(file))) return;
  const [corpus = ''] = basename(file).split('-');
  for (const name of readdirSync(dirname(file))) {
    if (name.startsWith(`${corpus}-`) && !name.startsWith(basename(file)))
      rmSync(join(dirname(file), name), { force: true });
  }
}
