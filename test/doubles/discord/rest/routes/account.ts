import { ChannelType } from 'discord-api-types/v10';
import { channelPayload, guildPayload, userPayload } from '../../payloads.ts';
import { directChannel } from '../../places.ts';
import { refusals } from '../../refusal.ts';
import { ok, type Request, type Route } from '../route.ts';

const application = ({ state: { bot } }: Request) =>
  ok({
    id: bot.id,
    name: bot.name,
    icon: null,
    description: '',
    summary: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    bot: userPayload(bot),
    integration_types_config: { 0: {}, 1: {} },
  });

/** Who the bot is, the people it knows, and the servers it is in. */
export const accountRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/users/@me',
    handle: ({ state }) => ok({ ...userPayload(state.bot), verified: true, mfa_enabled: false }),
  },
  { method: 'GET', path: '/applications/@me', handle: application },
  { method: 'GET', path: '/oauth2/applications/@me', handle: application },
  {
    method: 'GET',
    path: '/users/{user_id}',
    handle({ params, state }) {
      const user = state.world.users.get(params['user_id']!);
      if (user === undefined) throw refusals.unknownUser();
      return ok(userPayload(user));
    },
  },
  {
    method: 'POST',
    path: '/users/@me/channels',
    schema: 'CreatePrivateChannelRequest',
    handle({ body, state }) {
      const { recipient_id } = body as { recipient_id?: string };
      const user = state.world.users.get(recipient_id ?? '');
      if (user === undefined || user.kind !== 'person') throw refusals.invalidRecipients();
      return ok({ ...channelPayload(directChannel(state.world, user)), type: ChannelType.DM });
    },
  },
  {
    method: 'GET',
    path: '/guilds/{guild_id}',
    handle({ params, state }) {
      const guild = state.world.guilds.get(params['guild_id']!);
      if (guild === undefined || !guild.hasBot) throw refusals.unknownGuild();
      return ok(guildPayload(guild, state.world, state.bot));
    },
  },
];
