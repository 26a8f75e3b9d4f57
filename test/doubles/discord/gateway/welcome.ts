import { GatewayIntentBits } from 'discord-api-types/v10';
import { guildPayload, userPayload } from '../payloads.ts';
import { shardOf } from '../snowflake.ts';
import type { GatewayEvent, State } from '../state.ts';
import type { Session } from './session.ts';

/** READY, whose servers are all unavailable yet, and the GUILD_CREATE of each that follows. */
export function welcome(
  { world, bot }: State,
  { shard: [id, count] }: Session,
  url: string,
): { readonly ready: object; readonly joined: readonly GatewayEvent[] } {
  const guilds = [...world.guilds.values()].filter(
    (guild) => guild.hasBot && shardOf(guild.id, count) === id,
  );
  return {
    ready: {
      v: 10,
      user: { ...userPayload(bot), verified: true, mfa_enabled: false, email: null },
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      resume_gateway_url: url,
      application: { id: bot.id, flags: 0 },
    },
    joined: guilds.map((guild) => ({
      type: 'GUILD_CREATE',
      data: guildPayload(guild, world, bot),
      guild: guild.id,
      intent: GatewayIntentBits.Guilds,
    })),
  };
}
