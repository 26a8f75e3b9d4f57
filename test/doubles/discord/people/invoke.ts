import {
  ChannelType,
  InteractionContextType as Context,
  InteractionType,
} from 'discord-api-types/v10';
import { Interaction, type InteractionStart } from '../interaction.ts';
import {
  channelPayload,
  invokerPayload,
  messagePayload,
  PERMISSIONS,
  userPayload,
} from '../payloads.ts';
import type { State } from '../state.ts';
import type { Channel } from '../world.ts';
import { Use } from './use.ts';

const TYPES: Record<Interaction['kind'], InteractionType> = {
  command: InteractionType.ApplicationCommand,
  component: InteractionType.MessageComponent,
  autocomplete: InteractionType.ApplicationCommandAutocomplete,
};

export interface Invocation extends InteractionStart {
  readonly data: object;
  /** What the person did, for the message of a wait that failed. */
  readonly what: string;
}

/** Tells the bot of an interaction. */
export function invoke(state: State, within: number, invocation: Invocation): Use {
  const { kind, user, channel, data, what, source, byGuild } = invocation;
  const { guild } = channel;
  const interaction = new Interaction(invocation, within);
  state.interactions.set(interaction.token, interaction);
  state.dispatch({
    type: 'INTERACTION_CREATE',
    ...(guild?.hasBot && { guild: guild.id }),
    data: {
      id: interaction.id,
      application_id: state.bot.id,
      type: TYPES[kind],
      data,
      token: interaction.token,
      version: 1,
      channel_id: channel.id,
      channel: channelPayload(channel),
      locale: user.locale,
      app_permissions: PERMISSIONS,
      entitlements: [],
      attachment_size_limit: 10_485_760,
      context: contextOf(channel),
      authorizing_integration_owners: byGuild ? { 0: guild?.id ?? '0' } : { 1: user.id },
      ...(guild === undefined
        ? { user: userPayload(user) }
        : {
            guild_id: guild.id,
            guild: { id: guild.id, locale: guild.locale, features: [] },
            guild_locale: guild.locale,
            member: invokerPayload(user),
          }),
      ...(source !== undefined && { message: messagePayload(source, state.world) }),
    },
  });
  return new Use(interaction, what, state);
}

/** Where an interaction happens, as commands are limited to. */
export function contextOf({ guild, type, botSees }: Channel): Context {
  if (guild !== undefined) return Context.Guild;
  return type === ChannelType.DM && botSees ? Context.BotDM : Context.PrivateChannel;
}
