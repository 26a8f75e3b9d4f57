import type { Api } from 'grammy';
import { type Card, said } from '../../src/chat/card.ts';
import type { Chat } from '../../src/chat/chat.ts';
import { type Managing, SENT_LIMIT } from '../../src/chat/parts/managing.ts';
import { download } from '../common/download.ts';
import type { Way } from '../common/proxy.ts';
import type { Request, SentFile } from './request.ts';

/** Fetches the bytes of a file that somebody sent. */
export type FetchFile = (file: SentFile) => Promise<Uint8Array | 'tooLarge' | undefined>;

/** @param root the Bot API's, without a closing slash */
export function createFileFetch(api: Api, root: string, token: string, way: Way): FetchFile {
  return async ({ id, size = 0 }) => {
    if (size > SENT_LIMIT) return 'tooLarge';
    const { file_path: path } = await api.getFile(id);
    return path === undefined
      ? undefined
      : download(`${root}/file/bot${token}/${path}`, way, SENT_LIMIT);
  };
}

/** The command by which articles are managed. */
const COMMAND = '/corpus';

/** Answers an admin who sends an article or manages them. */
export async function manage(
  request: Extract<Request, { readonly kind: 'corpus' | 'sent' }>,
  { managing, texts }: Chat,
  fetchFile: FetchFile,
): Promise<Card> {
  if (managing === undefined) return said(texts.adminsOnly);
  if (request.kind === 'corpus') return command(request.words, managing);
  const { what } = request;
  if ('address' in what) return managing.readPage(what.address);
  const bytes = await fetchFile(what).catch(() => undefined);
  if (bytes === undefined) return managing.notFetched();
  return bytes === 'tooLarge' ? managing.tooLarge() : managing.readFile(what.name, bytes);
}

async function command(words: string, managing: Managing): Promise<Card> {
  const [verb = '', rest = ''] = words.split(/\s+(.*)/s);
  switch (verb.toLowerCase()) {
    case 'add':
      return rest === '' ? managing.usage(COMMAND) : managing.readPage(rest.trim());
    case 'list':
      return (await managing.press({ kind: 'files', at: 0 }))?.card ?? managing.usage(COMMAND);
    case 'check':
      return (await managing.press({ kind: 'faults', at: 0 }))?.card ?? managing.usage(COMMAND);
    case 'remove':
      return managing.removal(rest.trim());
    default:
      return managing.usage(COMMAND);
  }
}
