import type { Message } from 'discord.js';

export const PLATFORM = 'discord';
/** Events remembered, so that one which the gateway replays is not answered again. */
export const REMEMBERED = 10_000;

/** Nothing that an article or a question contains pings anybody. */
export const NO_PINGS = { parse: [], repliedUser: false };

type Place = Pick<Message, 'guildId'> & {
  readonly channelId: string | null;
  readonly channel: Message['channel'] | null;
};

/** By what an operator may name somebody, or the channel or server that somebody writes in. */
export function idsOf({ guildId, channelId, channel }: Place, { id }: { readonly id: string }) {
  const parent = channel !== null && 'parentId' in channel ? channel.parentId : undefined;
  return [id, channelId ?? undefined, guildId ?? undefined, parent ?? undefined];
}

/** Where something happens, the narrowest place first: in direct messages that is the person. */
export function placesOf({ guildId, channelId, channel }: Place, { id }: { readonly id: string }) {
  if (guildId === null) return [id];
  const parent = channel !== null && 'parentId' in channel ? channel.parentId : undefined;
  return [channelId ?? undefined, parent ?? undefined, guildId];
}

/** The words beside the mentions of the bot. */
export function withoutMention(text: string, me: string): string {
  return text.replace(new RegExp(`<@!?${me}>`, 'g'), ' ').trim();
}
