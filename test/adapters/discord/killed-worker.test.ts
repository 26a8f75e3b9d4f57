import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DiscordDouble, startDiscord } from '../../doubles/discord/index.ts';
import { ANSWERED } from '../../helpers/chat.ts';
import { HAS_POSTGRES } from '../../helpers/postgres-binaries.ts';
import { type PostgresCluster, startPostgres } from '../../helpers/postgres-cluster.ts';
import { newHome, STARTUP, startProcess } from '../process.ts';

const [[QUESTION, ANSWER], [OTHER, OTHER_ANSWER]] = ANSWERED;

describe.skipIf(!HAS_POSTGRES)('a worker that runs the only shard', () => {
  let cluster: PostgresCluster;
  let discord: DiscordDouble;
  let processes: ReturnType<typeof startProcess>[] = [];

  beforeAll(async () => {
    cluster = await startPostgres();
  });
  afterAll(() => cluster?.end());
  beforeEach(async () => {
    discord = await startDiscord({ acknowledgeWithin: 20_000 });
  });
  afterEach(async () => {
    for (const each of processes) await each.end('SIGKILL');
    processes = [];
    await discord.close();
  });

  function start() {
    const started = startProcess(newHome(), {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_BASE: discord.api,
      DATABASE_URL: cluster.url,
    });
    processes.push(started);
    return started;
  }

  it('is followed by the one that stands by, and registers the commands for both', async () => {
    const first = start();
    await discord.ready(STARTUP);
    const second = start();
    await expect
      .poll(() => second.printed(), { timeout: STARTUP })
      .toMatch(/stands by for 1 shards/);
    const channel = discord.channel(discord.guild());
    const li = discord.user();
    expect((await li.mention(channel, QUESTION).answer()).content).toContain(ANSWER);
    expect(discord.gateway.identifies).toHaveLength(1);
    await first.end('SIGKILL');
    await discord.waitFor('the second', () => discord.gateway.identifies.length === 2, STARTUP);
    await discord.ready(STARTUP);
    expect((await li.mention(channel, OTHER).answer()).content).toContain(OTHER_ANSWER);
    expect(
      discord.calls.filter(({ method, path }) => method === 'PUT' && /commands$/.test(path)),
    ).toHaveLength(1);
  });
});
