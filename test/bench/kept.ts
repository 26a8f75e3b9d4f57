import { join } from 'node:path';
import { type Bot, createBot } from '../../src/bot/bot.ts';
import { openFolder } from '../../src/corpus/folder.ts';
import { stateFile } from '../../src/store/file-names.ts';
import { openKeptArticles } from '../../src/store/sqlite-article-store.ts';
import { STATE } from './corpora.ts';

function fail(line: string): never {
  throw new Error(line);
}

/** A bot over what `keepCorpus` has kept of the corpus in a folder. */
export function openKept(dir: string): Promise<Bot> {
  const state = join(dir, STATE);
  const making = openKeptArticles(stateFile(state, 'articles', dir), fail, true);
  const corpus = making.corpus() ?? fail(`nothing is kept of ${dir}`);
  return createBot(corpus, {
    making,
    bodies: making,
    file: stateFile(state, 'search', dir),
    isSound: true,
    warn: fail,
  });
}

/** Reads the corpus and keeps its articles; `index` then makes the index, and a bot that uses it. */
export async function keepCorpus(dir: string) {
  const state = join(dir, STATE);
  const making = openKeptArticles(stateFile(state, 'articles', dir), fail);
  const corpus = await openFolder(dir, making).load();
  making.remember(corpus);
  return {
    index: () =>
      createBot(corpus, {
        making,
        bodies: making,
        file: stateFile(state, 'search', dir),
        warn: fail,
      }),
    close() {
      making.finish('indexed');
      making.finish('made');
      making.close();
    },
  };
}
