import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Chat } from '../../src/chat/chat.ts';
import { createDesk, type DeskParts } from '../../src/chat/pages/desk.ts';
import { cannotListen } from '../common/cannot-listen.ts';
import type { Log } from '../common/log.ts';
import type { Config } from '../common/settings.ts';
import { createApp } from './app.tsx';
import { createSessions } from './sessions.ts';

type Settings = NonNullable<Config['web']> & {
  /** Whether people reach the page by https alone. */
  readonly isHttps: boolean;
};

/** Milliseconds that a connection has to send a request, so that slow ones hold up nothing. */
export interface Patience {
  readonly headers: number;
  readonly request: number;
}
const PATIENCE: Patience = { headers: 10_000, request: 15_000 };
/** Connections at once: of more, the newest are closed. */
const CONNECTIONS = 5000;
/** Milliseconds that answers in flight have to be sent once a stop was asked for. */
const DRAIN = 3500;

/**
 * Serves the page until `stop` is given.
 * @throws YuanwenError when the port cannot be had
 */
export async function runWeb(
  { host, port, origins, isHttps, password }: Settings,
  chat: Chat,
  parts: DeskParts,
  log: Log,
  stop: AbortSignal,
  patience: Patience = PATIENCE,
): Promise<void> {
  if (stop.aborted) return;
  const { library } = chat.at('web', []);
  const desk = password !== undefined && {
    desk: createDesk(chat, parts),
    sessions: await createSessions(password),
    isHttps,
  };
  const app = createApp(library, { origins, ...(desk && { desk }) }, log);
  const server = await listen(app.fetch, host, port, patience);
  const { port: taken } = server.address() as AddressInfo;
  log.info(`the page is at http://${host.includes(':') ? `[${host}]` : host}:${taken}`);
  await new Promise<void>((resolve) => {
    const end = () => {
      server.close(() => resolve());
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), DRAIN).unref();
    };
    if (stop.aborted) end();
    else stop.addEventListener('abort', end, { once: true });
  });
}

function listen(
  fetch: Parameters<typeof serve>[0]['fetch'],
  hostname: string,
  port: number,
  { headers, request }: Patience,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const serverOptions = {
      headersTimeout: headers,
      requestTimeout: request,
      connectionsCheckingInterval: headers / 5,
      keepAliveTimeout: 5000,
    };
    const server = serve({ fetch, hostname, port, serverOptions }, () =>
      resolve(server as Server),
    ) as Server;
    server.maxConnections = CONNECTIONS;
    const fault = cannotListen('the page', { host: hostname, port }, 'HOST and WEB_PORT');
    server.on('error', (error) => reject(fault(error)));
  });
}
