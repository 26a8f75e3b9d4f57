import { ChannelType } from 'discord-api-types/v10';
import { snowflake } from './snowflake.ts';
import type { Channel, User, World } from './world.ts';

/** Adds a channel the bot may see and write in unless told otherwise. */
export function addChannel(
  world: World,
  parts: Pick<Channel, 'type'> & Partial<Omit<Channel, 'id' | 'deleted'>>,
): Channel {
  const channel: Channel = {
    id: snowflake(),
    name: 'general',
    botSees: true,
    botWrites: true,
    deleted: false,
    ...parts,
  };
  world.channels.set(channel.id, channel);
  return channel;
}

/** The direct messages between a person and the bot: always the same channel. */
export function directChannel(world: World, user: User): Channel {
  for (const channel of world.channels.values()) {
    if (channel.type === ChannelType.DM && channel.botSees && channel.people?.[0] === user) {
      return channel;
    }
  }
  return addChannel(world, { type: ChannelType.DM, name: user.name, people: [user] });
}
