import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { clientConfig } from './database.ts';

/** Milliseconds before a connection that was lost is made again. */
const AGAIN = 1000;
/** Milliseconds between two questions whether a connection that hears nothing lives, and for its answer. */
const ASK_EVERY = 30_000;
const PATIENCE = 5000;

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
    const client = new pg.Client({ ...clientConfig(url), query_timeout: PATIENCE });
    const over = new AbortController();
    const end = () => over.abort();
    for (const event of ['error', 'end'] as const) client.on(event, end);
    stop.addEventListener('abort', end);
    client.on('notification', ({ payload = '' }) => heard(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      while (!over.signal.aborted) {
        await pause(ASK_EVERY, undefined, { signal: over.signal }).catch(() => {});
        if (!over.signal.aborted) await client.query('SELECT 1');
      }
    } catch {
      // the database is away, which is told by others
    }
    stop.removeEventListener('abort', end);
    await Promise.race([client.end().catch(() => {}), pause(AGAIN)]);
    if (!stop.aborted) await pause(AGAIN, undefined, { signal: stop }).catch(() => {});
  }
}
