import {
  type FolderSettings,
  type IndexReport,
  type OpenBot,
  type OpenBotOptions,
  useDictionary,
} from './folder-settings.ts';

/**
 * Opens a bot over a folder. A large folder is read and indexed by another process, while jieba
 * loads here.
 */
export async function openBot(
  settings: FolderSettings,
  report: IndexReport,
  options: OpenBotOptions,
): Promise<OpenBot> {
  await useDictionary(settings);
  const { openIndexed } = await import('./open-indexed.ts');
  const readHere = () => openRead(settings, report, options);
  return (await openIndexed(settings, report, options, readHere)) ?? readHere();
}

/** Opens a bot over articles that this process reads and indexes itself. */
async function openRead(
  { dir, stateDir, searchEngine: engine }: FolderSettings,
  { problems, warn }: IndexReport,
  { many = false, reader, conversations }: OpenBotOptions,
): Promise<OpenBot> {
  const { openFolder } = await import('../corpus/folder.ts');
  const { holdingSomething } = await import('../corpus/load-corpus.ts');
  const { failedDocuments } = await import('../store/failed-documents.ts');
  const folder = openFolder(dir, undefined, failedDocuments(stateDir));
  const corpus = holdingSomething(dir, await folder.load());
  await problems(corpus);
  const { createBot } = await import('../bot/bot.ts');
  const { warmUp } = await import('./warm-up.ts');
  const { dropOtherVersions, stateFile } = await import('../store/file-names.ts');
  const file = stateFile(stateDir, 'search', dir);
  const bot = await createBot(corpus, {
    ...{ engine, file, warn, reader },
    ...(conversations && { conversations }),
  });
  dropOtherVersions(file);
  let ended = !many;
  warmUp(bot, () => ended, { many }).catch((error: Error) => warn(error.message));
  return {
    bot,
    corpus,
    folder,
    close() {
      ended = true;
    },
  };
}
