import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { UpdateSupplier } from '@grammyjs/runner';
import { getRequestListener } from '@hono/node-server';
import type { Update } from 'grammy/types';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cannotListen } from '../../common/cannot-listen.ts';
import type { Log } from '../../common/log.ts';
import { readUpdates } from './updates.ts';

/** Telegram's updates are a few kilobytes. */
const BODY_LIMIT = 1024 * 1024;
/** Levels of the deepest update, and far beyond. */
const NESTING = 100;
/** Telegram opens up to 100; a proxy may hold some more. */
const CONNECTIONS = 256;
/** Milliseconds that the head of a request and all of it may take, and how often that is looked at. */
const LIMITS = { headersTimeout: 5000, requestTimeout: 10_000, connectionsCheckingInterval: 1000 };
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

  const tell = createTeller(log);
  const app = new Hono();
  app.post('*', bodyLimit({ maxSize: BODY_LIMIT }), async (context) => {
    const body = readBody(await context.req.text());
    // what cannot be read now cannot be read later: Telegram is not to send it again
    const { updates } = readUpdates([body], (why) => log.warn(`dropped ${why}`));
    try {
      inbox.push(...(await take(updates)));
    } catch (error) {
      tell('updates that cannot be kept are refused, for Telegram to send again', error);
      return context.body(null, 503);
    }
    wake();
    return context.body(null, 200);
  });
  const handle = getRequestListener(app.fetch);
  const server = await bind(host, port, (request, response) => {
    const refusal = refusalOf(request, path, secret);
    if (refusal === undefined) return void handle(request, response);
    if (refusal === 401) tell('posts to the webhook without its secret are refused');
    // what it sends is not read, and its connection is closed
    response.writeHead(refusal, { connection: 'close' }).end();
  });

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

/** The status that refuses a request by its head alone; undefined where its body may be read. */
function refusalOf(
  { method, url = '', headers }: IncomingMessage,
  path: string,
  secret: string,
): 401 | 404 | undefined {
  // the path as it is: what a router would read as a pattern must not be one
  const asked = URL.canParse(url, 'http://localhost') && new URL(url, 'http://localhost').pathname;
  if (method !== 'POST' || asked !== path) return 404;
  return sameSecret(String(headers[SECRET_HEADER] ?? ''), secret) ? undefined : 401;
}

/** The update in a body; undefined where it is no JSON, or nested as no update is. */
function readBody(text: string): unknown {
  let depth = 0;
  for (const [mark] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/g)) {
    if (mark === '[' || mark === '{') depth += 1;
    else if (mark === ']' || mark === '}') depth -= 1;
    if (depth > NESTING) return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Tells the same thing once a minute, however often it happens. */
function createTeller(log: Log): (line: string, error?: unknown) => void {
  const told = new Map<string, number>();
  return (line, error) => {
    if (Date.now() - (told.get(line) ?? 0) < 60_000) return;
    told.set(line, Date.now());
    log.warn({ ...(error !== undefined && { err: error }) }, `${line}, told once a minute`);
  };
}

function bind(host: string, port: number, listener: RequestListener): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(LIMITS, listener);
    server.maxConnections = CONNECTIONS;
    const fault = cannotListen('the webhook', { host, port }, 'HOST and PORT');
    server.once('error', (error) => reject(fault(error)));
    server.listen(port, host, () => resolve(server));
  });
}

/** Takes as long for a wrong secret as for the right one, whatever its length. */
function sameSecret(given: string, secret: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(secret));
}
