/** Milliseconds of Discord's first second, 2015-01-01, which ids count from. */
const DISCORD_EPOCH = 1_420_070_400_000n;

let last = 0n;

/** A new id: later ones are greater, and hold the time as Discord's do. */
export function snowflake(now: number = Date.now()): string {
  const id = (BigInt(now) - DISCORD_EPOCH) << 22n;
  last = id > last ? id : last + 1n;
  return String(last);
}

/** The shard that a guild's events go to. */
export function shardOf(guildId: string, shards: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(shards));
}
