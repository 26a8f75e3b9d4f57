import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot/bot.ts';
import type { Chat } from '../../../src/chat/chat.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import type { Worker } from '../../../src/chat/worker.ts';
import { type DiscordDouble, startDiscord } from '../../doubles/discord/index.ts';
import { articleOf } from '../../helpers/article.ts';
import { ANSWERED, BULLETIN, newStateDir } from '../../helpers/chat.ts';
import { HAS_POSTGRES } from '../../helpers/postgres-binaries.ts';
import { type SharedDatabase, startSharedDatabase } from '../../helpers/shared-database.ts';
import { newWorker } from '../../helpers/worker.ts';
import type { RunningBot } from '../running.ts';
import { startBot } from './running.ts';

const [[QUESTION, ANSWER]] = ANSWERED;
const SHARDS = 4;

interface Process {
  readonly worker: Worker;
  readonly bot: RunningBot;
  stop(): Promise<void>;
}

describe.skipIf(!HAS_POSTGRES)('several workers on Discord', () => {
  let shared: SharedDatabase;
  let discord: DiscordDouble;
  let processes: Process[] = [];
  let tenants = 0;

  beforeAll(async () => {
    shared = await startSharedDatabase();
  });
  afterAll(() => shared?.end());
  beforeEach(async () => {
    tenants += 1;
    discord = await startDiscord({ acknowledgeWithin: 20_000, shards: SHARDS });
  });
  afterEach(async () => {
    for (const each of processes) await each.stop();
    processes = [];
    await discord.close();
  });

  async function start(): Promise<Process> {
    const worker = await newWorker(shared.url, `d${tenants}`);
    const { conversations, records } = worker;
    const corpus = { articles: [articleOf('bulletin', BULLETIN)], problems: [] };
    const answering = await createBot(corpus, { conversations });
    const chat: Chat = createChat(answering, newStateDir(), 30, { records });
    const bot = startBot(discord, chat, { worker });
    let stopped = false;
    const started = {
      worker,
      bot,
      async stop() {
        if (stopped) return;
        stopped = true;
        await bot.stop().catch(() => {});
        await worker.stop();
      },
    };
    processes.push(started);
    return started;
  }

  const runs = ({ bot }: Process) =>
    bot.lines
      .filter((line) => line.includes('runs shard'))
      .map((line) => /shard (\d)/.exec(line)?.[1]);

  it('run each shard once, spread over those there are, and take over those of one that ends', async () => {
    const first = await start();
    await discord.waitFor('all shards', () => discord.gateway.sessions === SHARDS, 30_000);
    expect(new Set(runs(first))).toEqual(new Set(['0', '1', '2', '3']));
    const second = await start();
    await discord.waitFor(
      'two shards of the second',
      () => runs(second).length === 2 && discord.gateway.sessions === SHARDS,
      30_000,
    );
    // commands are registered once, by whoever runs the first shard
    const registered = discord.calls.filter(
      ({ method, path }) => method === 'PUT' && /commands$/.test(path),
    );
    expect(registered).toHaveLength(1);
    await first.stop();
    await discord.waitFor(
      'all shards of the second',
      () => runs(second).length >= SHARDS && discord.gateway.sessions === SHARDS,
      30_000,
    );
    const channel = discord.channel(discord.guild());
    const { content } = await discord.user().mention(channel, QUESTION).answer();
    expect(content).toContain(ANSWER);
  });

  it('answer without a memory while the database is away, and remember again after it', async () => {
    await start();
    await discord.waitFor('all shards', () => discord.gateway.sessions === SHARDS, 30_000);
    const channel = discord.channel(discord.guild());
    const li = discord.user();
    await shared.cluster.stop();
    const { content } = await li.mention(channel, QUESTION).answer();
    expect(content).toContain(ANSWER);
    await shared.cluster.start();
    await li.mention(channel, QUESTION).answer();
    const rows = () =>
      shared
        .connect(`d${tenants}`)
        .query<{ conversation: string }>(
          'SELECT conversation FROM conversation WHERE tenant = $1',
          [`d${tenants}`],
        );
    await expect
      .poll(async () => (await rows().catch(() => [])).length, { timeout: 20_000 })
      .toBe(1);
  });
});
