import type { Message, Opts } from 'grammy/types';
import type { Room } from '../chats.ts';
import { inlineKeyboard } from '../keyboard.ts';
import { formatted } from '../parse-mode.ts';
import { SentMessage } from '../records.ts';
import { badRequest } from '../refusal.ts';
import { checkThread, place } from '../replies.ts';
import { CAPTION_LIMIT, TEXT_LIMIT } from '../text.ts';
import type { CallContext, World } from '../world.ts';
import type { Methods } from './methods.ts';

const ACTIONS = new Set(
  'typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location record_video_note upload_video_note'.split(
    ' ',
  ),
);

/** The methods that put messages into chats and take them out. */
export function messageMethods(world: World) {
  return {
    sendMessage: (payload, context) => send(world, payload, context, textOf(payload)),

    sendPhoto: (payload, context) => {
      const caption = payload.caption ?? '';
      const { text, entities } = formatted(caption, payload.parse_mode, payload.caption_entities);
      if (text.length > CAPTION_LIMIT) throw badRequest('message caption is too long');
      const size = {
        file_id: `photo-${context.call.at}`,
        file_unique_id: 'photo',
        width: 90,
        height: 90,
      };
      return send(world, payload, context, {
        photo: [size],
        ...(text !== '' && { caption: text }),
        ...(entities.length > 0 && { caption_entities: [...entities] }),
      });
    },

    sendChatAction: ({ chat_id, message_thread_id, action }) => {
      if (!ACTIONS.has(action)) throw badRequest('wrong parameter action in request');
      checkThread(world.chats.open(chat_id), message_thread_id);
      return true;
    },

    deleteMessage: ({ chat_id, message_id }) => {
      const room = world.chats.open(chat_id);
      const message = room.messages.get(message_id);
      if (message === undefined) throw badRequest('message to delete not found');
      const mayDelete =
        message.from?.id === world.bot.id || room.chat.type === 'private' || room.admin;
      if (!mayDelete) throw badRequest("message can't be deleted");
      room.messages.delete(message_id);
      const sent = world.sent.find(
        (one) => one.chatId === room.chat.id && one.messageId === message_id,
      );
      if (sent) sent.deleted = true;
      return true;
    },
  } satisfies Methods;
}

/** The text and entities of a message or of its new version. */
export function textOf(
  payload: Pick<Opts<'sendMessage'>, 'text' | 'parse_mode' | 'entities'>,
): Partial<Message> {
  const { text, entities } = formatted(payload.text, payload.parse_mode, payload.entities);
  if (text === '') throw badRequest('message text is empty');
  if (text.length > TEXT_LIMIT) throw badRequest('message is too long');
  return { text, ...(entities.length > 0 && { entities: [...entities] }) };
}

function send(
  world: World,
  payload: Opts<'sendMessage'> | Opts<'sendPhoto'>,
  { call, files }: CallContext,
  content: Partial<Message>,
): never {
  const room = world.chats.open(payload.chat_id);
  const keyboard = inlineKeyboard(payload.reply_markup);
  const message = {
    message_id: 0,
    ...author(world, room),
    chat: room.chat,
    date: Math.floor(Date.now() / 1000),
    ...place(world.chats, room, payload.message_thread_id, payload.reply_parameters),
    ...content,
    ...(keyboard && { reply_markup: keyboard }),
  } as Message;
  message.message_id = room.nextMessageId();
  room.messages.set(message.message_id, message);
  world.sent.push(new SentMessage(call, message, files));
  // the methods' types name the very kinds of message; here they are one
  return message as never;
}

function author(world: World, { chat }: Room): Partial<Message> {
  if (chat.type === 'channel') return { sender_chat: chat };
  const { id, is_bot, first_name, username } = world.bot;
  return { from: { id, is_bot, first_name, username } };
}
