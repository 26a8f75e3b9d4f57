import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { clientConfig } from './database.ts';

/** Milliseconds before a connection that was lost is made again. */
const AGAIN = 1000;

/**
 * Hears what is told on a channel, by a connection of its own that is made again whenever it is lost.
 * What was told meanwhile is not heard: whoever listens looks from time to time all the same.
 * Resolves when `stop` is given.
 */
export async function listen(
  url: string,
  channel: string,
  heard: (message: string) => void,
  stop: AbortSignal,
): Promise<void> {
  while (!stop.aborted) {
    const client = new pg.Client(clientConfig(url));
    const over = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
      stop.addEventListener('abort', () => resolve(), { once: true });
    });
    client.on('notification', ({ payload = '' }) => heard(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      await over;
    } catch {
      // the database is away, which is told by others
    }
    await Promise.race([client.end().catch(() => {}), pause(AGAIN)]);
    if (!stop.aborted) await pause(AGAIN, undefined, { signal: stop }).catch(() => {});
  }
}
