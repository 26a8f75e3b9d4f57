import { type Client, DiscordjsError, DiscordjsErrorCodes, Events } from 'discord.js';
import { YuanwenError } from '../../src/util/errors.ts';
import type { Log } from '../common/log.ts';

/**
 * Watches the gateway: discord.js resumes by itself, but not where Discord closes for good, and it
 * waits for ever on a RESUME that is not answered.
 * @param lostAfter milliseconds without a session on some shard after which it is given up
 */
export function watch(
  client: Client,
  lostAfter: number,
  log: Log,
  lost: (error: YuanwenError) => void,
): void {
  const waiting = new Map<number, NodeJS.Timeout>();
  const away = (shard: number) => {
    log.info(`shard ${shard} reconnects`);
    if (waiting.has(shard)) return;
    const timer = setTimeout(() => {
      const seconds = lostAfter / 1000;
      lost(stopWith(`shard ${shard} got no session back within ${seconds} s: start again.`));
    }, lostAfter);
    waiting.set(shard, timer.unref());
  };
  const back = (shard: number) => {
    clearTimeout(waiting.get(shard));
    waiting.delete(shard);
  };
  client.on(Events.ShardReconnecting, away);
  client.on(Events.ShardResume, back);
  client.on(Events.ShardReady, back);
  client.on(Events.ShardDisconnect, ({ code }) => lost(closed(code)));
  client.on(Events.Invalidated, () => lost(closed()));
}

export function refusedToken(): YuanwenError {
  return stopWith(
    'the token is not accepted: set DISCORD_TOKEN to the one on the page "Bot" of the developer portal.',
  );
}

/** The error to stop with when Discord will not work with us whatever we try; else undefined. */
export function refusedLogin(error: unknown): YuanwenError | undefined {
  if (error instanceof YuanwenError) return error;
  if (!(error instanceof DiscordjsError)) return undefined;
  if (error.code === DiscordjsErrorCodes.TokenInvalid) return refusedToken();
  return error.code === DiscordjsErrorCodes.DisallowedIntents ? closed(4014) : undefined;
}

/** What it means that Discord closed the gateway and will not have us back. */
function closed(code?: number): YuanwenError {
  if (code === 4004) return refusedToken();
  const why =
    code === 4013 || code === 4014
      ? 'refuses the intents of the bot: check its page in the developer portal'
      : code === 4010 || code === 4011
        ? 'refuses its shards: start again'
        : 'has ended the session for good: start again';
  return stopWith(`the gateway ${why} (${code ?? 'invalidated'}).`);
}

function stopWith(message: string): YuanwenError {
  return new YuanwenError('platform', `Discord: ${message}`);
}
