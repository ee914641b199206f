/** Discord's epoch: the first millisecond of 2015. */
const EPOCH_MS = 1_420_070_400_000n;

/** Hands out ids that carry their time and rise, as Discord's do. */
export interface Snowflakes {
  next(): string;
}

/**
 * Creates ids from a clock: equal milliseconds, and a clock that stands or steps back, still give rising ids. After a step back they go on from
 * the time that they had, at the clock's pace, so that what comes minutes apart is minutes apart.
 */
export function createSnowflakes(now: () => number): Snowflakes {
  let last = 0n;
  let lastAt = 0;
  let ahead = 0;
  return {
    next: () => {
      ahead = Math.max(ahead, lastAt - now());
      lastAt = now() + ahead;
      const first = (BigInt(Math.trunc(lastAt)) - EPOCH_MS) << 22n;
      last = first > last ? first : last + 1n;
      return last.toString();
    },
  };
}

/** Reads the time in milliseconds out of an id. */
export const snowflakeTime = (id: string): number => Number((BigInt(id) >> 22n) + EPOCH_MS);

/** Tells which shard of several receives a guild's events. */
export const shardOf = (guildId: string, shards: number): number => Number((BigInt(guildId) >> 22n) % BigInt(shards));
