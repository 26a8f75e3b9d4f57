import type { Finding } from '../common/finding.ts';
import { clockFinding, probe, unreachable } from '../common/probe.ts';
import type { Way } from '../common/proxy.ts';
import type { Config } from '../common/settings.ts';
import { TELEGRAM } from './api-root.ts';

const ABOUT = 'Telegram';

/** Whether Telegram takes the token, and what it lets the bot see. */
export async function checkTelegram(
  { token, apiRoot = TELEGRAM, webhook }: NonNullable<Config['telegram']>,
  way: Way,
): Promise<Finding[]> {
  const ask = (method: string) => probe(`${apiRoot}/bot${token}/${method}`, way);
  try {
    const me = await ask('getMe');
    const bot = me.body?.['result'] as Readonly<Record<string, unknown>> | undefined;
    if (me.status !== 200 || bot === undefined)
      return [
        {
          about: ABOUT,
          state: 'bad',
          said: `the token is not accepted (${me.status})`,
          remedy: 'set TELEGRAM_TOKEN to the one that @BotFather gave',
        },
      ];
    const info = (await ask('getWebhookInfo')).body?.['result'];
    const { url } = (info ?? {}) as { readonly url?: unknown };
    return [
      { about: ABOUT, state: 'good', said: `the token is that of @${bot['username']}` },
      ...clockFinding(ABOUT, me),
      bot['can_read_all_group_messages'] === true
        ? { about: 'privacy mode', state: 'good', said: 'off: mentions in groups reach the bot' }
        : {
            about: 'privacy mode',
            state: 'note',
            said: 'on: in groups only /ask and replies to the bot reach it',
            remedy:
              'for bare mentions and follow-ups in topics send /setprivacy to @BotFather, Disable',
          },
      bot['supports_inline_queries'] === true
        ? { about: 'inline mode', state: 'good', said: 'on' }
        : {
            about: 'inline mode',
            state: 'note',
            said: 'off',
            remedy: 'for @yourbot in any chat send /setinline to @BotFather',
          },
      ...(typeof url === 'string' && url !== '' && webhook === undefined
        ? [
            {
              about: 'webhook',
              state: 'bad',
              said: 'one is set, so that polling is refused',
              remedy: 'set TELEGRAM_WEBHOOK_URL to go on with it, or call deleteWebhook',
            } as const,
          ]
        : []),
    ];
  } catch (error) {
    return [unreachable(ABOUT, apiRoot, way, error)];
  }
}
