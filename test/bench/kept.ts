import { join } from 'node:path';
import { type Bot, createBot } from '../../src/bot/bot.ts';
import { openFolder } from '../../src/corpus/folder.ts';
import { folderStamp } from '../../src/corpus/folder-stamp.ts';
import { openFigureTable } from '../../src/store/figure-table.ts';
import { stateFile } from '../../src/store/file-names.ts';
import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { STATE } from './corpora.ts';

function fail(line: string): never {
  throw new Error(line);
}

/** A bot over what `keepCorpus` has kept of the corpus in a folder. */
export function openKept(dir: string): Promise<Bot> {
  const state = join(dir, STATE);
  const store = openArticleStore(stateFile(state, 'articles', dir), fail, { readOnly: true });
  const corpus = store.corpus() ?? fail(`nothing is kept of ${dir}`);
  return createBot(corpus, {
    derivedValues: store,
    bodies: store,
    stateOf: ({ articles }) => store.stateOf?.(articles),
    figureTable: openFigureTable(stateFile(state, 'figures', dir), true).of,
    file: stateFile(state, 'search', dir),
    isSound: true,
    warn: fail,
  });
}

/** Reads the corpus and keeps its articles; `index` then makes the index, and a bot that uses it. */
export async function keepCorpus(dir: string) {
  const state = join(dir, STATE);
  const store = openArticleStore(stateFile(state, 'articles', dir), fail);
  const corpus = await openFolder(dir, store).load();
  store.remember(corpus);
  const figures = openFigureTable(stateFile(state, 'figures', dir));
  return {
    figures,
    index: () =>
      createBot(corpus, {
        derivedValues: store,
        bodies: store,
        stateOf: ({ articles }) => store.stateOf?.(articles),
        file: stateFile(state, 'search', dir),
        warn: fail,
      }),
    close() {
      store.finish('indexed');
      store.finish('prepared');
      store.finish('warmed up');
      // as an index job does, so that a start need not compare the folder with what is kept
      const stamp = folderStamp(dir);
      if (stamp !== undefined) store.noteFolder?.(stamp);
      store.close();
      figures.write();
      figures.close();
    },
  };
}
