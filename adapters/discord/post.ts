import {
  ChannelType,
  type Client,
  type Guild,
  type NewsChannel,
  PermissionFlagsBits,
  type TextChannel,
} from 'discord.js';
import type { Card } from '../../src/chat/card.ts';
import type { Chat } from '../../src/chat/chat.ts';
import { languageOf } from '../../src/chat/language.ts';
import type { Access } from '../common/access.ts';
import { ASK } from './commands/how-to.ts';
import type { Deliver } from './deliver.ts';
import { NO_PINGS, PLATFORM } from './places.ts';
import { render } from './render.ts';

/** Says something in a channel, in reply to nobody. */
export async function post(
  client: Client<true>,
  channelId: string,
  card: Card,
  chat: Chat,
): Promise<void> {
  const channel = await client.channels.fetch(channelId);
  if (!channel?.isSendable()) throw new Error(`channel ${channelId} takes no messages`);
  await channel.send({ ...render(card, chat), allowedMentions: NO_PINGS });
}

/** Greets a server that the bot was added to, with questions that it answers there. */
export async function greet(
  guild: Guild,
  chat: Chat,
  access: Access,
  deliver: Deliver,
): Promise<void> {
  if (access.admit([guild.id], guild.id) !== 'yes') return;
  const channel = channelToGreet(guild);
  if (channel === undefined) return;
  const here = chat
    .at(PLATFORM, [channel.id, channel.parentId ?? undefined, guild.id])
    .in(languageOf(guild.preferredLocale));
  const card = await here.welcome(ASK[here.language]);
  const message = { ...render(card, here), allowedMentions: NO_PINGS };
  await deliver(() => channel.send({ ...message, nonce: guild.id, enforceNonce: true }));
}

/** Where a server greets its members, or the first channel in which the bot may write. */
function channelToGreet(guild: Guild): NewsChannel | TextChannel | undefined {
  const { me } = guild.members;
  const texts = [...guild.channels.cache.values()].filter(
    (channel) =>
      channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement,
  );
  const all = [guild.systemChannel, ...texts.sort((a, b) => a.position - b.position)];
  const needed = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages];
  return all
    .flatMap((channel) => channel ?? [])
    .find((channel) => me !== null && channel.permissionsFor(me).has(needed));
}
