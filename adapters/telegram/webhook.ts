import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { UpdateSupplier } from '@grammyjs/runner';
import { serve } from '@hono/node-server';
import type { Update } from 'grammy/types';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { YuanwenError } from '../../src/util/errors.ts';
import type { Log } from '../common/log.ts';
import { readUpdates } from './updates.ts';

/** Telegram's updates are a few kilobytes. */
const BODY_LIMIT = 1024 * 1024;
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

export interface WebhookSettings {
  /** The address that Telegram posts to; its path is what is listened to. */
  readonly url: string;
  /** What each post must carry; one is made up where none is given. */
  readonly secret?: string;
  readonly host: string;
  readonly port: number;
}

/** An HTTP server that takes updates and hands them on. */
export interface Webhook extends UpdateSupplier<Update> {
  /** What Telegram must be told to send along. */
  readonly secret: string;
  close(): Promise<void>;
}

/**
 * Listens for Telegram's posts. An update is acknowledged once `take` has it on disk, before it is
 * answered: Telegram sends again what is not acknowledged soon.
 * @throws YuanwenError when the port cannot be had
 */
export async function listen(
  { url, secret = randomBytes(32).toString('hex'), host, port }: WebhookSettings,
  take: (updates: readonly Update[]) => Promise<Update[]>,
  log: Log,
): Promise<Webhook> {
  const { pathname: path } = new URL(url);
  const inbox: Update[] = [];
  let wake = () => {};

  const app = new Hono();
  app.post('*', bodyLimit({ maxSize: BODY_LIMIT }), async (context) => {
    // the path as it is: what a router would read as a pattern must not be one
    if (new URL(context.req.url).pathname !== path) return context.notFound();
    if (!sameSecret(context.req.header(SECRET_HEADER) ?? '', secret)) {
      log.warn('a post to the webhook without its secret was refused');
      return context.body(null, 401);
    }
    const body: unknown = await context.req.json().catch(() => undefined);
    const { updates } = readUpdates([body], (why) => log.warn(`dropped ${why}`));
    try {
      inbox.push(...(await take(updates)));
    } catch (error) {
      log.error({ err: error }, 'an update could not be kept, Telegram will send it again');
      return context.body(null, 503);
    }
    wake();
    return context.body(null, 200);
  });
  const server = await bind(app, host, port);

  return {
    secret,
    async supply(limit, signal) {
      const closed = once(signal as unknown as AbortSignal, 'abort');
      while (inbox.length === 0) {
        const posted = new Promise<void>((resolve) => {
          wake = resolve;
        });
        await Promise.race([posted, closed]);
        if (signal.aborted) throw new Error('the webhook was closed');
      }
      return inbox.splice(0, Math.max(1, limit));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function bind(app: Hono, hostname: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname, port }, () => resolve(server as Server));
    server.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        new YuanwenError(
          'config',
          `the webhook cannot listen on ${hostname}:${port} (${error.code}): set HOST and PORT to an address that is free.`,
          { cause: error },
        ),
      ),
    );
  });
}

/** Takes as long for a wrong secret as for the right one, whatever its length. */
function sameSecret(given: string, secret: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(secret));
}
