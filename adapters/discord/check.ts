import { ApplicationFlagsBitField } from 'discord.js';
import type { Finding } from '../common/finding.ts';
import { clockFinding, probe, unreachable } from '../common/probe.ts';
import type { Way } from '../common/proxy.ts';
import type { Config } from '../common/settings.ts';
import { DISCORD } from './api-base.ts';

const ABOUT = 'Discord';

/** Either is given in the developer portal: to large bots by Discord, to small ones by a switch. */
const READS_CONTENT =
  ApplicationFlagsBitField.Flags.GatewayMessageContent |
  ApplicationFlagsBitField.Flags.GatewayMessageContentLimited;

/** Whether Discord takes the token, and which privileged intents the bot has. */
export async function checkDiscord(
  { token, apiBase = DISCORD }: NonNullable<Config['discord']>,
  way: Way,
): Promise<Finding[]> {
  const ask = (path: string) =>
    probe(`${apiBase}/v10${path}`, way, { authorization: `Bot ${token}` });
  try {
    const me = await ask('/users/@me');
    if (me.status !== 200)
      return [
        {
          about: ABOUT,
          state: 'bad',
          said: `the token is not accepted (${me.status})`,
          remedy: 'set DISCORD_TOKEN to the one on the page "Bot" of the developer portal',
        },
      ];
    const flags = Number((await ask('/applications/@me')).body?.['flags'] ?? 0);
    return [
      { about: ABOUT, state: 'good', said: `the token is that of ${me.body?.['username']}` },
      ...clockFinding(ABOUT, me),
      {
        about: 'intents',
        state: 'good',
        said:
          (flags & READS_CONTENT) === 0
            ? 'none is privileged, and none is needed'
            : 'Message Content is on, which the bot does not need',
      },
    ];
  } catch (error) {
    return [unreachable(ABOUT, apiBase, way, error)];
  }
}
