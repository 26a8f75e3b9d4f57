import type { Message, UserFromGetMe } from 'grammy/types';
import type { Room } from './chats.ts';

/** Fields that make a message one of Telegram's own, on something that happened. */
const SERVICE: readonly string[] =
  'new_chat_members left_chat_member new_chat_title new_chat_photo delete_chat_photo group_chat_created supergroup_chat_created migrate_to_chat_id migrate_from_chat_id pinned_message forum_topic_created forum_topic_edited forum_topic_closed forum_topic_reopened'.split(
    ' ',
  );

/**
 * Whether Telegram hands a message on to the bot. In a group with privacy mode on: commands that are addressed to it
 * or to nobody, replies to its messages, what was sent through its inline mode, and service messages;
 * a bare mention is none of these.
 */
export function reachesBot(bot: UserFromGetMe, room: Room, message: Message): boolean {
  const grouped = room.chat.type === 'group' || room.chat.type === 'supergroup';
  if (!grouped || bot.can_read_all_group_messages || room.admin) return true;
  if (SERVICE.some((field) => field in message)) return true;
  if (message.reply_to_message?.from?.id === bot.id || message.via_bot?.id === bot.id) return true;
  const text = message.text ?? message.caption ?? '';
  return (message.entities ?? message.caption_entities ?? [])
    .filter(({ type }) => type === 'bot_command')
    .some(({ offset, length }) => {
      const addressee = text.slice(offset, offset + length).split('@')[1];
      return addressee === undefined || addressee.toLowerCase() === bot.username.toLowerCase();
    });
}
