import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBot } from '../../src/bot/bot.ts';
import type { Chat } from '../../src/chat/chat.ts';
import { createChat } from '../../src/chat/create-chat.ts';
import type { FetchPage } from '../../src/corpus/add-page.ts';
import { folderFiles } from '../../src/corpus/change-folder.ts';
import { openFolder } from '../../src/corpus/folder.ts';
import { folderWaitingFiles } from '../../src/corpus/waiting-files.ts';
import { watchFolder } from '../../src/indexer/watch-folder.ts';
import { BULLETIN } from './chat.ts';

/** What one of the articles sent answers. */
export const RAIN = '2022年江北降雨量是多少？';
export const WEATHER =
  '江北气象公报\n\n2022-03-01 来源：江北日报\n\n2022年，江北平均气温为16.8摄氏度，降雨量为1200毫米。\n';

export const PAGE_URL = 'https://news.example.org/rain.html';
const PAGE = `<html><head><title>江北气象公报</title></head><body><article><h1>江北气象公报</h1>
<p>2022-03-01</p><p>2022年江北平均气温为16.8摄氏度，降雨量1200毫米，均高于常年同期水平。</p></article></body></html>`;

const fetchPage: FetchPage = async (address) =>
  address === PAGE_URL
    ? { ok: true, page: { url: address, type: 'text/html', bytes: Buffer.from(PAGE) } }
    : { ok: false, fault: 'private' };

export interface ManagedChat {
  readonly chat: Chat;
  /** The folder of the articles, which is watched. */
  readonly dir: string;
  readonly stateDir: string;
  close(): Promise<void>;
}

/** A chat over a watched folder that holds one article. */
export async function managedChat(): Promise<ManagedChat> {
  const root = mkdtempSync(join(tmpdir(), 'yuanwen-managed-'));
  const [dir, stateDir] = [join(root, 'corpus'), join(root, 'state')];
  mkdirSync(dir);
  writeFileSync(join(dir, 'bulletin.txt'), BULLETIN);
  const folder = openFolder(dir);
  let { problems } = await folder.load();
  const bot = await createBot(await folder.load());
  const close = await watchFolder(dir, folder, bot, {
    info: () => {},
    warn: () => {},
    read: (corpus) => {
      problems = corpus.problems;
    },
  });
  const chat = createChat(bot, stateDir, 30, {
    managed: {
      files: folderFiles(dir, join(stateDir, 'removed')),
      waiting: folderWaitingFiles(join(stateDir, 'incoming')),
      fetchPage,
      problems: () => problems,
    },
  });
  return { chat, dir, stateDir, close };
}
