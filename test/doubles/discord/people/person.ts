import {
  type APIButtonComponentWithCustomId,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
} from 'discord-api-types/v10';
import { announce } from '../announce.ts';
import { messagePayload } from '../payloads.ts';
import { directChannel } from '../places.ts';
import { walk } from '../rules/walk.ts';
import type { State } from '../state.ts';
import type { Changeable, Channel, Message, User } from '../world.ts';
import { offered } from './available.ts';
import { type Invocation, invoke } from './invoke.ts';
import { fillIn, halfFilled, type OptionValues, subcommandOf } from './options.ts';
import type { Said } from './said.ts';
import { attach, type SayOptions, say } from './say.ts';
import type { Use } from './use.ts';

/** Somebody on Discord: a person, or another bot or a webhook, which can only say things. */
export class Person {
  readonly user: User;
  readonly #state: State;
  /** Milliseconds that the bot has to acknowledge an interaction. */
  readonly #within: number;

  constructor(user: User, state: State, within: number) {
    this.user = user;
    this.#state = state;
    this.#within = within;
  }

  get id(): string {
    return this.user.id;
  }

  /** Their direct messages with the bot. */
  get direct(): Channel {
    return directChannel(this.#state.world, this.user);
  }

  /** Says something in a channel; `content` may be empty where files are attached. */
  say(channel: Channel, content: string, options: SayOptions = {}): Said {
    return say(this.#state, this.user, channel, content, options);
  }

  /** Says something behind a mention of the bot. */
  mention(channel: Channel, content: string, options: SayOptions = {}): Said {
    return this.say(channel, `<@${this.#state.bot.id}> ${content}`, options);
  }

  /** Replies to a message, pinging its author unless `ping` is false. */
  reply(message: Message, content: string, options: Omit<SayOptions, 'replyTo'> = {}): Said {
    return this.say(message.channel, content, { ...options, replyTo: message });
  }

  /** Changes what they said before. */
  edit({ message }: Said, content: string): void {
    const changeable = message as Changeable<Message>;
    const { embeds, components, attachments } = message;
    changeable.edits = [
      ...message.edits,
      { content: message.content, embeds, components, attachments },
    ];
    Object.assign(changeable, { content, editedAt: Date.now() });
    announce(this.#state, 'MESSAGE_UPDATE', message);
  }

  /** Uses a slash command that is registered and offered in this channel; a subcommand stands behind it. */
  slash(channel: Channel, words: string, values: OptionValues = {}): Use {
    const [name = '', sub] = words.split(' ');
    const { command, byGuild } = this.#offered(channel, name, ApplicationCommandType.ChatInput);
    const { id, type, guild_id } = command;
    const attachments: Record<string, object> = {};
    const sent = Object.entries(values).map(([option, value]) => {
      if (typeof value !== 'object') return [option, value] as const;
      const { contentType, ...file } = attach(this.#state, value);
      attachments[file.id] = { ...file, content_type: contentType, proxy_url: file.url };
      return [option, file.id] as const;
    });
    const filled = fillIn(subcommandOf(command, sub), Object.fromEntries(sent));
    const options =
      sub === undefined
        ? filled
        : [{ name: sub, type: ApplicationCommandOptionType.Subcommand, options: filled }];
    const data = {
      ...{ id, name, type, options, resolved: { attachments } },
      ...(guild_id !== undefined && { guild_id }),
    };
    const what = `/${words} ${JSON.stringify(values)}`;
    return this.#invoke({ kind: 'command', channel, data, what, byGuild });
  }

  /** Types in the option `focused` of a slash command; `values` hold what is there so far. */
  autocomplete(
    channel: Channel,
    name: string,
    values: Readonly<Record<string, string | number | boolean>>,
    focused: string,
  ): Use {
    const { command, byGuild } = this.#offered(channel, name, ApplicationCommandType.ChatInput);
    const { id, type, guild_id } = command;
    const options = halfFilled(command, values, focused);
    const data = { id, name, type, options, ...(guild_id !== undefined && { guild_id }) };
    const what = `${focused} of /${name} ${JSON.stringify(values)}`;
    return this.#invoke({ kind: 'autocomplete', channel, data, what, byGuild });
  }

  /** Uses a command of a message's menu. */
  menu(message: Message, name: string): Use {
    const { channel, id } = message;
    const { command, byGuild } = this.#offered(channel, name, ApplicationCommandType.Message);
    const messages = { [id]: messagePayload(message, this.#state.world) };
    const data = {
      id: command.id,
      name,
      type: command.type,
      target_id: id,
      resolved: { messages },
      ...(command.guild_id !== undefined && { guild_id: command.guild_id }),
    };
    return this.#invoke({ kind: 'command', channel, data, what: `menu ${name}`, byGuild });
  }

  /** Presses a button that is on the message, found by its custom id or its label. */
  press(message: Message, button: string): Use {
    const buttons = [...walk(message.components, [])].flatMap(({ component }) =>
      component.type === ComponentType.Button && 'custom_id' in component
        ? [component as APIButtonComponentWithCustomId]
        : [],
    );
    const found = buttons.find(({ custom_id, label }) => custom_id === button || label === button);
    if (found === undefined || found.disabled) {
      const known = buttons.map(({ custom_id, label }) => `${label} (${custom_id})`).join(', ');
      throw new Error(`No button ${button} to press on the message, only: ${known || 'none'}`);
    }
    const data = { custom_id: found.custom_id, component_type: found.type, id: 1 };
    return this.#component(message, data, `button ${button}`);
  }

  /** Chooses values of a select that is on the message. */
  select(message: Message, customId: string, values: readonly string[]): Use {
    const found = [...walk(message.components, [])].find(
      ({ component }) =>
        component.type === ComponentType.StringSelect && component.custom_id === customId,
    )?.component;
    if (found?.type !== ComponentType.StringSelect) throw new Error(`No select ${customId} there`);
    const unknown = values.find((value) => !found.options.some((each) => each.value === value));
    if (unknown !== undefined) throw new Error(`Select ${customId} has no value ${unknown}`);
    const data = { custom_id: customId, component_type: found.type, id: 1, values };
    return this.#component(message, data, `select ${customId}`);
  }

  #offered(channel: Channel, name: string, type: ApplicationCommandType) {
    return offered(this.#state, channel, name, type);
  }

  #component(message: Message, data: object, what: string): Use {
    if (message.deleted) throw new Error(`The message of ${what} is deleted`);
    const { channel } = message;
    const source = message as Changeable<Message>;
    const byGuild = channel.guild === undefined ? channel.botSees : channel.guild.hasBot;
    return this.#invoke({ kind: 'component', channel, data, what, source, byGuild });
  }

  #invoke(invocation: Omit<Invocation, 'user'>): Use {
    return invoke(this.#state, this.#within, { ...invocation, user: this.user });
  }
}
