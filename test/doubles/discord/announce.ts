import { GatewayIntentBits } from 'discord-api-types/v10';
import { memberPayload, messagePayload } from './payloads.ts';
import type { State } from './state.ts';
import type { Message } from './world.ts';

/** Tells the gateway of a message, and of an edit of one. */
export function announce(
  state: State,
  type: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  message: Message,
): void {
  const { channel, author } = message;
  if (message.ephemeral || !channel.botSees) return;
  const data = {
    ...messagePayload(message, state.world),
    channel_type: channel.type,
    ...(channel.guild !== undefined && {
      guild_id: channel.guild.id,
      ...(author.kind !== 'webhook' && { member: memberPayload() }),
    }),
  };
  state.dispatch({ type, data, withheld: withhold(state, message, data), ...route(message) });
}

/** What an app without the content intent gets to see of a message, and of the one it replies to. */
export function withhold(state: State, message: Message, data: Record<string, unknown>) {
  const repliedTo = state.world.messages.get(message.reference?.message_id ?? '');
  const referenced = data['referenced_message'] as object | null;
  return {
    ...data,
    ...(!mayRead(state, message) && BLANK),
    ...(repliedTo !== undefined &&
      referenced &&
      !mayRead(state, repliedTo) && { referenced_message: { ...referenced, ...BLANK } }),
  };
}

const BLANK = { content: '', embeds: [], components: [], attachments: [] };

export function announceDeletion(state: State, message: Message): void {
  if (message.ephemeral || !message.channel.botSees) return;
  const { id, channel } = message;
  state.dispatch({
    type: 'MESSAGE_DELETE',
    data: { id, channel_id: channel.id, ...(channel.guild && { guild_id: channel.guild.id }) },
    ...route(message),
  });
}

const route = ({ channel: { guild } }: Message) =>
  guild === undefined
    ? { intent: GatewayIntentBits.DirectMessages }
    : { guild: guild.id, intent: GatewayIntentBits.GuildMessages };

/** Direct messages, the bot's own and those that mention it may be read without the intent. */
function mayRead({ bot }: State, { channel, author, pings }: Message): boolean {
  return (
    channel.guild === undefined || author === bot || pings.some((ping) => ping.includes(bot.id))
  );
}
