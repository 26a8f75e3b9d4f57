import { type Api, GrammyError } from 'grammy';
import type { Message } from 'grammy/types';
import type { TelegramMessage } from './render.ts';

/** Sends messages in order as a reply to `target`, which may be gone; returns their ids. */
export async function reply(
  api: Api,
  target: Message,
  messages: readonly TelegramMessage[],
): Promise<number[]> {
  const ids: number[] = [];
  for (const [i, { text, ...rest }] of messages.entries()) {
    const sent = await api.sendMessage(target.chat.id, text, {
      ...rest,
      ...QUIET,
      ...(i === 0 && {
        reply_parameters: { message_id: target.message_id, allow_sending_without_reply: true },
      }),
      ...topicOf(target),
    });
    ids.push(sent.message_id);
  }
  return ids;
}

/** Puts new messages in the place of earlier ones, adding or deleting where their number differs. */
export async function replace(
  api: Api,
  target: Message,
  earlier: readonly number[],
  messages: readonly TelegramMessage[],
): Promise<number[]> {
  const kept = earlier.slice(0, messages.length);
  for (const [i, id] of kept.entries()) {
    const message = messages[i];
    if (message) await edit(api, target.chat.id, id, message);
  }
  for (const id of earlier.slice(messages.length)) await api.deleteMessage(target.chat.id, id);
  return [...kept, ...(await reply(api, target, messages.slice(kept.length)))];
}

/** Changes a message of ours; that it says so already is no fault. */
export async function edit(
  api: Api,
  chat: number,
  id: number,
  { text, ...rest }: TelegramMessage,
): Promise<void> {
  try {
    await api.editMessageText(chat, id, text, { ...rest, ...QUIET });
  } catch (error) {
    const same = error instanceof GrammyError && /message is not modified/.test(error.description);
    if (!same) throw error;
  }
}

/** An article's addresses must not unfold into previews. */
const QUIET = { link_preview_options: { is_disabled: true } } as const;

/** The General topic has no thread of its own that could be named. */
function topicOf({ is_topic_message, message_thread_id }: Message) {
  const named = is_topic_message && message_thread_id !== undefined && message_thread_id !== 1;
  return named ? { message_thread_id } : {};
}
