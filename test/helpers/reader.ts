import type { OfferedSentence, Reader, Reading } from '../../src/answer/reader/reader.ts';
import { createBot } from '../../src/bot/bot.ts';
import type { Chat } from '../../src/chat/chat.ts';
import { createChat } from '../../src/chat/create-chat.ts';
import { articleOf } from './article.ts';
import { BULLETIN, newStateDir } from './chat.ts';

/** A reader of a test: it chooses the sentences that hold these texts, in their order; none without any. */
export function readerOf(...texts: readonly string[]): Reader {
  return { choose: async (_, offered) => choiceOf(texts, offered) };
}

function choiceOf(texts: readonly string[], offered: readonly OfferedSentence[]): Reading {
  const places = texts.map((text) => offered.findIndex((one) => one.text.includes(text)));
  const [first, ...rest] = places.filter((place) => place >= 0);
  return first === undefined ? { kind: 'none' } : { kind: 'chosen', places: [first, ...rest] };
}

/** A chat over the bulletin, whose reader is always asked. */
export async function chatWithReader(reader: Reader, stateDir = newStateDir()): Promise<Chat> {
  const articles = [articleOf('bulletin', BULLETIN)];
  const use = { reader, when: 'always' } as const;
  return createChat(await createBot({ articles, problems: [] }, { reader: use }), stateDir);
}
