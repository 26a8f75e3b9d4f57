import {
  type ApplicationCommandType,
  InteractionContextType as Context,
  ApplicationIntegrationType as Install,
} from 'discord-api-types/v10';
import type { State } from '../state.ts';
import type { Channel, Command } from '../world.ts';
import { contextOf } from './invoke.ts';

export interface Offered {
  readonly command: Command;
  /** Whether it is there by the server's choice, not because the person installed the app. */
  readonly byGuild: boolean;
}

/** A command that a person is offered in a channel. Throws where there is none of that name. */
export function offered(
  { commands }: State,
  channel: Channel,
  name: string,
  type: ApplicationCommandType,
): Offered {
  const { guild } = channel;
  const all = commands.available(guild?.id);
  const command = all.find((each) => each.name === name && each.type === type);
  if (command === undefined) {
    const names = all.map((each) => each.name).join(', ') || 'none';
    throw new Error(`No command ${name} is registered here, only: ${names}`);
  }
  const context = contextOf(channel);
  const contexts = command.contexts ?? [Context.Guild, Context.BotDM];
  if (command.guild_id === undefined && !contexts.includes(context)) {
    throw new Error(`${name} is not offered in context ${context}, only in ${contexts.join(', ')}`);
  }
  const byGuild =
    command.guild_id !== undefined ||
    (command.integration_types.includes(Install.GuildInstall) &&
      (context === Context.BotDM || guild?.hasBot === true));
  if (!byGuild && !command.integration_types.includes(Install.UserInstall)) {
    throw new Error(`${name} cannot be used here: people cannot install it for themselves`);
  }
  return { command, byGuild };
}
