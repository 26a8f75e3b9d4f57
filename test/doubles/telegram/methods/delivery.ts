import type { Update } from 'grammy/types';
import { badRequest, conflict } from '../refusal.ts';
import type { World } from '../world.ts';
import type { Methods } from './methods.ts';

const DEFAULT_CONNECTIONS = 40;

/** The methods by which updates reach the bot, and those on its standing with the server. */
export function deliveryMethods({ updates, webhook, chats }: World) {
  return {
    getUpdates: (parameters = {}, { gone }) => {
      if (webhook.target !== undefined) {
        throw conflict(
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      }
      updates.allow(parameters.allowed_updates);
      return updates.poll(parameters, gone) as Promise<Update[]>;
    },

    setWebhook: (payload) => {
      const { url, secret_token, max_connections = DEFAULT_CONNECTIONS } = payload;
      if (url !== '') checkUrl(url);
      if (secret_token !== undefined && !/^[A-Za-z0-9_-]{0,256}$/.test(secret_token)) {
        throw badRequest('secret token contains unallowed characters');
      }
      if (max_connections < 1 || max_connections > 100) throw badRequest('invalid max_connections');
      if (payload.drop_pending_updates) updates.clear();
      updates.allow(payload.allowed_updates);
      if (url !== '') updates.endPoll('terminated by setWebhook request');
      webhook.set(
        url === ''
          ? undefined
          : { url, secret: secret_token || undefined, maxConnections: max_connections },
      );
      return true;
    },
    deleteWebhook: ({ drop_pending_updates } = {}) => {
      if (drop_pending_updates) updates.clear();
      webhook.set(undefined);
      return true;
    },
    getWebhookInfo: () => ({
      url: webhook.target?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: updates.pending.length,
      ...(webhook.target && { max_connections: webhook.target.maxConnections }),
      ...(updates.allowed.length > 0 && { allowed_updates: [...updates.allowed] as never }),
      ...(webhook.lastError && {
        last_error_date: Math.floor(webhook.lastError.at / 1000),
        last_error_message: webhook.lastError.message,
      }),
    }),

    getChat: ({ chat_id }) => {
      const { chat } = chats.open(chat_id);
      return {
        ...chat,
        accent_color_id: 0,
        max_reaction_count: 11,
        accepted_gift_types: {
          unlimited_gifts: false,
          limited_gifts: false,
          unique_gifts: false,
          premium_subscription: false,
          gifts_from_channels: false,
        },
      } as never;
    },

    logOut: () => true,
    close: () => true,
  } satisfies Methods;
}

/** Telegram wants https; a loopback address is the one that tests have. */
function checkUrl(url: string): void {
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
  const loopback = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(hostname);
  if (protocol === 'http:' && loopback) return;
  if (protocol !== 'https:')
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  throw badRequest(
    'bad webhook: Failed to resolve host: only loopback addresses are reached from here',
  );
}
