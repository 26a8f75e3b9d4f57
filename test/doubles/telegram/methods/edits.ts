import { isDeepStrictEqual } from 'node:util';
import type { Message } from 'grammy/types';
import { inlineKeyboard } from '../keyboard.ts';
import type { SentMessage } from '../records.ts';
import { badRequest } from '../refusal.ts';
import type { World } from '../world.ts';
import { textOf } from './messages.ts';
import type { Methods } from './methods.ts';

/** The methods that change messages of the bot's own. */
export function editMethods(
  world: World,
): Pick<Methods, 'editMessageText' | 'editMessageReplyMarkup'> {
  return {
    editMessageText: (payload) => {
      if (payload.text === undefined) throw badRequest('message text is empty');
      const content = textOf({ ...payload, text: payload.text });
      const sent = findSent(world, payload);
      if (sent.message.text === undefined)
        throw badRequest('there is no text in the message to edit');
      const { entities: _, ...rest } = sent.message;
      return edit(world, sent, { ...rest, ...content } as Message, payload.reply_markup);
    },

    editMessageReplyMarkup: (payload) => {
      const sent = findSent(world, payload);
      return edit(world, sent, sent.message, payload.reply_markup);
    },
  };
}

interface Target {
  readonly chat_id?: number | string;
  readonly message_id?: number;
  readonly inline_message_id?: string;
}

/** @throws Refusal where there is no such message, or it is somebody else's */
function findSent(world: World, { chat_id, message_id, inline_message_id }: Target): SentMessage {
  // messages sent through inline mode are not kept here
  if (inline_message_id !== undefined) throw badRequest('MESSAGE_ID_INVALID');
  if (message_id === undefined) throw badRequest('message identifier is not specified');
  const room = world.chats.open(chat_id);
  if (!room.messages.has(message_id)) throw badRequest('message to edit not found');
  const sent = world.sent.find(
    (one) => one.chatId === room.chat.id && one.messageId === message_id,
  );
  if (sent === undefined) throw badRequest("message can't be edited");
  return sent;
}

/** Puts the new version in place; markup that is not given is taken away, as Telegram does. */
function edit(
  world: World,
  sent: SentMessage,
  content: Message,
  markup: object | undefined,
): never {
  const { reply_markup: _, ...rest } = content;
  const keyboard = inlineKeyboard(markup);
  const now = sent.message;
  const same =
    isDeepStrictEqual(rest.text, now.text) &&
    isDeepStrictEqual(rest.entities ?? [], now.entities ?? []) &&
    isDeepStrictEqual(keyboard, now.reply_markup);
  if (same) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  const edited = {
    ...rest,
    edit_date: Math.floor(Date.now() / 1000),
    ...(keyboard && { reply_markup: keyboard }),
  } as Message;
  sent.edit(edited);
  world.chats.find(sent.chatId).messages.set(sent.messageId, edited);
  // the method's type also allows for true, of messages sent through inline mode
  return edited as never;
}
