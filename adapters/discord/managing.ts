import type { Attachment, ChatInputCommandInteraction, Message } from 'discord.js';
import { type Card, said } from '../../src/chat/card.ts';
import type { Chat } from '../../src/chat/chat.ts';
import { type Managing, SENT_LIMIT } from '../../src/chat/parts/managing.ts';
import { download } from '../common/download.ts';
import type { Way } from '../common/proxy.ts';

type File = Pick<Attachment, 'url' | 'name' | 'size'>;

/** What somebody sends in direct messages that is an article where an admin sends it. */
export type Sent = File | { readonly address: string };

const ADDRESS = /^https?:\/\/\S+$/i;

/** The file or address that a direct message is. */
export function sentIn({ guildId, attachments, content }: Message): Sent | undefined {
  if (guildId !== null) return undefined;
  const file = attachments.first();
  if (file !== undefined) return file;
  const address = content.trim();
  return ADDRESS.test(address) && URL.canParse(address) ? { address } : undefined;
}

/** Reads what an admin has sent. */
export async function readSent(sent: Sent, { managing, texts }: Chat, way: Way): Promise<Card> {
  if (managing === undefined) return said(texts.adminsOnly);
  return 'address' in sent ? managing.readPage(sent.address) : readFile(sent, managing, way);
}

/** Answers `/corpus` of an admin. */
export async function manageBy(
  event: ChatInputCommandInteraction,
  { managing, texts }: Chat,
  way: Way,
): Promise<Card> {
  if (managing === undefined) return said(texts.adminsOnly);
  switch (event.options.getSubcommand()) {
    case 'add': {
      const file = event.options.getAttachment('file');
      const address = event.options.getString('address')?.trim() ?? '';
      if (file) return readFile(file, managing, way);
      return address === '' ? managing.usage(COMMAND) : managing.readPage(address);
    }
    case 'list':
      return (await managing.press({ kind: 'files', at: 0 }))?.card ?? managing.usage(COMMAND);
    case 'check':
      return (await managing.press({ kind: 'faults', at: 0 }))?.card ?? managing.usage(COMMAND);
    case 'remove':
      return managing.removal(event.options.getString('name', true));
    default:
      return managing.usage(COMMAND);
  }
}

const COMMAND = '/corpus';

async function readFile({ url, name, size }: File, managing: Managing, way: Way): Promise<Card> {
  const bytes = size > SENT_LIMIT ? 'tooLarge' : await download(url, way, SENT_LIMIT);
  if (bytes === undefined) return managing.notFetched();
  return bytes === 'tooLarge' ? managing.tooLarge() : managing.readFile(name, bytes);
}
