import { ChannelType, GatewayIntentBits } from 'discord-api-types/v10';
import { announceDeletion } from './announce.ts';
import { channelPayload, guildPayload, isThread } from './payloads.ts';
import { Person } from './people/person.ts';
import { addChannel } from './places.ts';
import { snowflake } from './snowflake.ts';
import type { State } from './state.ts';
import type { Changeable, Channel, Guild, Message, Role, User } from './world.ts';

/** Makes the people and places that a test plays with, and tells the bot of those it sees. */
export class Stage {
  readonly #state: State;
  readonly #within: number;

  /** @param within Milliseconds that the bot has to acknowledge an interaction. */
  constructor(state: State, within: number) {
    this.#state = state;
    this.#within = within;
  }

  /** Somebody who writes: a person unless `kind` says otherwise. */
  user(parts: Partial<Omit<User, 'id'>> = {}): Person {
    const user: User = {
      id: snowflake(),
      name: 'somebody',
      kind: 'person',
      locale: 'zh-CN',
      takesDirect: true,
      ...parts,
    };
    this.#state.world.users.set(user.id, user);
    return new Person(user, this.#state, this.#within);
  }

  /** A server, which the bot joins at once unless `hasBot` is false. */
  guild(parts: Partial<Omit<Guild, 'id' | 'roles'>> = {}): Guild {
    const { owner = this.user({ name: 'owner' }).user, ...rest } = parts;
    const id = snowflake();
    const everyone: Role = { id, name: '@everyone' };
    const guild: Guild = {
      id,
      name: 'server',
      hasBot: true,
      locale: 'zh-CN',
      ...rest,
      owner,
      roles: [everyone],
    };
    this.#state.world.guilds.set(id, guild);
    if (guild.hasBot) {
      this.#tell('GUILD_CREATE', guildPayload(guild, this.#state.world, this.#state.bot), guild);
    }
    return guild;
  }

  /** The bot is added to a server that was there without it. */
  joins(guild: Guild): void {
    (guild as { hasBot: boolean }).hasBot = true;
    for (const channel of this.#state.world.channels.values())
      if (channel.guild === guild) channel.botSees = true;
    this.#tell('GUILD_CREATE', guildPayload(guild, this.#state.world, this.#state.bot), guild);
  }

  /** A text channel of a server. */
  channel(
    guild: Guild,
    parts: Partial<Pick<Channel, 'name' | 'botSees' | 'botWrites'>> = {},
  ): Channel {
    return this.#open({ type: ChannelType.GuildText, guild, ...parts });
  }

  /** A thread of a channel. */
  thread(parent: Channel, name = 'thread'): Channel {
    if (parent.guild === undefined) throw new Error('Direct messages have no threads');
    return this.#open({ type: ChannelType.PublicThread, guild: parent.guild, parent, name });
  }

  /** Direct messages between people, where the bot is only as an app they installed. */
  privateChannel(...people: readonly Person[]): Channel {
    return addChannel(this.#state.world, {
      type: ChannelType.GroupDM,
      people: people.map(({ user }) => user),
      botSees: false,
    });
  }

  role(guild: Guild, name: string): Role {
    const role = { id: snowflake(), name };
    guild.roles.push(role);
    this.#tell('GUILD_UPDATE', guildPayload(guild, this.#state.world, this.#state.bot), guild);
    return role;
  }

  /** Deletes a channel, as a moderator does. */
  deleteChannel(channel: Channel): void {
    channel.deleted = true;
    const { guild } = channel;
    if (guild?.hasBot) {
      const type = isThread(channel) ? 'THREAD_DELETE' : 'CHANNEL_DELETE';
      this.#tell(type, channelPayload(channel), guild);
    }
  }

  /** Deletes a message, as its author or a moderator does. */
  deleteMessage(message: Message): void {
    (message as Changeable<Message>).deleted = true;
    announceDeletion(this.#state, message);
  }

  #open(parts: Parameters<typeof addChannel>[1] & { readonly guild: Guild }): Channel {
    const { guild, botSees = guild.hasBot } = parts;
    const channel = addChannel(this.#state.world, { ...parts, botSees: botSees && guild.hasBot });
    if (channel.botSees) {
      this.#tell(
        isThread(channel) ? 'THREAD_CREATE' : 'CHANNEL_CREATE',
        channelPayload(channel),
        guild,
      );
    }
    return channel;
  }

  #tell(type: string, data: unknown, guild: Guild): void {
    this.#state.dispatch({ type, data, guild: guild.id, intent: GatewayIntentBits.Guilds });
  }
}
