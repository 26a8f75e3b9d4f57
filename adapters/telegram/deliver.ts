import { type Api, GrammyError, InputFile } from 'grammy';
import type { Message } from 'grammy/types';
import type { TelegramMessage } from './render.ts';

/** Sends messages in order as a reply to `target`, which may be gone; returns their ids. */
export async function reply(
  api: Api,
  target: Message,
  messages: readonly TelegramMessage[],
): Promise<number[]> {
  const ids: number[] = [];
  for (const [i, message] of messages.entries()) {
    const place = {
      ...(i === 0 && {
        reply_parameters: { message_id: target.message_id, allow_sending_without_reply: true },
      }),
      ...topicOf(target),
    };
    ids.push(await send(api, target.chat.id, message, place));
  }
  return ids;
}

/** Sends messages in order to a chat, in reply to nobody. */
export async function post(
  api: Api,
  chat: number | string,
  messages: readonly TelegramMessage[],
): Promise<void> {
  for (const message of messages) await send(api, chat, message, {});
}

/** Sends one message; returns its id. Where a chat allows no pictures, the text comes alone. */
async function send(
  api: Api,
  chat: number | string,
  { photo, text, entities, ...rest }: TelegramMessage,
  place: object,
): Promise<number> {
  if (photo !== undefined) {
    const file = new InputFile(await photo(), 'chart.png');
    const caption = { caption: text, caption_entities: entities };
    try {
      return (await api.sendPhoto(chat, file, { ...caption, ...rest, ...place })).message_id;
    } catch (error) {
      const isBarred = error instanceof GrammyError && /rights|FORBIDDEN/i.test(error.description);
      if (!isBarred || error.error_code !== 400) throw error;
    }
  }
  return (await api.sendMessage(chat, text, { entities, ...rest, ...QUIET, ...place })).message_id;
}

/** Milliseconds after which Telegram stops showing that somebody types, less a second. */
const TYPING = 4_000;

/** Milliseconds after which whoever waits sees that the bot types. */
const LATE = 1000;

/** Shows that the bot types from when a task says that it is waiting, or takes long, until it is over. */
export async function typingMeanwhile<T>(
  api: Api,
  target: Pick<Message, 'chat' | 'is_topic_message' | 'message_thread_id'>,
  task: (waiting: () => void) => Promise<T>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  // a chat that cannot be told so is told the answer all the same
  const show = () =>
    void api.sendChatAction(target.chat.id, 'typing', topicOf(target)).catch(() => {});
  function begin(): void {
    if (timer !== undefined) return;
    show();
    timer = setInterval(show, TYPING);
  }
  const late = setTimeout(begin, LATE);
  try {
    return await task(begin);
  } finally {
    clearTimeout(late);
    clearInterval(timer);
  }
}

/**
 * Puts new messages in the place of earlier ones, adding or deleting where their number differs;
 * returns their ids. Earlier ones that are gone are sent anew.
 */
export async function replace(
  api: Api,
  target: Message,
  earlier: readonly number[],
  messages: readonly TelegramMessage[],
): Promise<number[]> {
  const { id: chat } = target.chat;
  const remove = (id: number) => unlessGone(api.deleteMessage(chat, id));
  // a text cannot become a picture
  const isPicture = messages.some(({ photo }) => photo !== undefined);
  for (const id of isPicture ? earlier : earlier.slice(messages.length)) await remove(id);
  const kept: number[] = [];
  for (const [i, message] of isPicture ? [] : messages.entries()) {
    const id = earlier[i];
    if (id === undefined) break;
    const change = await changed(edit(api, chat, id, message));
    if (change === 'picture') await remove(id);
    if (change !== 'yes') break;
    kept.push(id);
  }
  return [...kept, ...(await reply(api, target, messages.slice(kept.length)))];
}

/** Changes a message of ours; that it says so already is no fault. */
export async function edit(
  api: Api,
  chat: number,
  id: number,
  { text, ...rest }: TelegramMessage,
): Promise<true> {
  await unlessSame(api.editMessageText(chat, id, text, { ...rest, ...QUIET }));
  return true;
}

/** Waits for a change of a message that may say so already. */
export async function unlessSame(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    const same = error instanceof GrammyError && /message is not modified/.test(error.description);
    if (!same) throw error;
  }
}

/** Whether a message took another text: not where it is no longer there, or is a picture. */
async function changed(call: Promise<true>): Promise<'yes' | 'gone' | 'picture'> {
  try {
    await call;
    return 'yes';
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
    if (/no text in the message/.test(error.description)) return 'picture';
    if (/not found|can't be/.test(error.description)) return 'gone';
    throw error;
  }
}

/** Waits for a message to be deleted that may be gone, as when somebody deleted it. */
async function unlessGone(call: Promise<true>): Promise<void> {
  await changed(call);
}

/** An article's addresses must not unfold into previews. */
const QUIET = { link_preview_options: { is_disabled: true } } as const;

/** The General topic has no thread of its own that could be named. */
function topicOf({
  is_topic_message,
  message_thread_id,
}: Pick<Message, 'is_topic_message' | 'message_thread_id'>) {
  const named = is_topic_message && message_thread_id !== undefined && message_thread_id !== 1;
  return named ? { message_thread_id } : {};
}
