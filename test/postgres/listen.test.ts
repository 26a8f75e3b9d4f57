import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../../src/postgres/listen.ts';
import { HAS_POSTGRES } from '../helpers/postgres-binaries.ts';
import { type SharedDatabase, startSharedDatabase } from '../helpers/shared-database.ts';

describe.skipIf(!HAS_POSTGRES)('who listens on a channel', () => {
  let shared: SharedDatabase;

  beforeAll(async () => {
    shared = await startSharedDatabase();
  });
  afterAll(() => shared?.end());

  it('hears what is told, also after the server was gone, and ends with a stop', async () => {
    const stop = new AbortController();
    const heard: string[] = [];
    const listening = listen(
      shared.url,
      'a channel',
      (message) => heard.push(message),
      stop.signal,
    );
    const tell = (message: string) =>
      shared
        .connect()
        .query('SELECT pg_notify($1, $2)', ['a channel', message])
        .catch(() => []);
    const afterTelling = async (message: string) => {
      await tell(message);
      return heard;
    };
    const hears = (message: string) =>
      expect.poll(() => afterTelling(message), { timeout: 20_000 }).toContain(message);
    await hears('一');
    await shared.cluster.stop();
    await shared.cluster.start();
    await hears('二');
    stop.abort();
    await listening;
    const count = heard.length;
    await tell('三');
    expect(heard).toHaveLength(count);
  });
});
