/**
 * A world for the daily tips: a clock, a Discord that keeps its nonce rule, and processes that die between any two steps. It writes down
 * what happened; it decides nothing that the tips decide.
 */
import type { Store } from '../../src/core/ports.js';
import { createDailyTips, type PostableTip, type PostOutcome } from '../../src/discord/tips/daily-tips.js';
import { createDice, seedOf } from './dice.js';

/** Discord says "the past few minutes". */
const NONCE_MEMORY_MS = 5 * 60_000;

export interface Claim {
  readonly guildId: string;
  readonly localDate: string;
  readonly tipId: string | null;
  readonly at: number;
}

export interface Attempt {
  readonly guildId: string;
  readonly localDate: string;
  readonly nonce: string;
  readonly at: number;
  /** What the poster was told. */
  readonly outcome: PostOutcome['kind'];
  /** What is true: the message exists. */
  readonly exists: boolean;
}

export interface Message {
  readonly id: string;
  readonly guildId: string;
  readonly tipId: string;
  readonly nonce: string;
  readonly at: number;
}

/** A tick of all running processes at one instant. */
export interface Tick {
  readonly at: number;
  /** Whether at least one process came to its end. */
  readonly completed: boolean;
  readonly died: boolean;
}

export interface Weather {
  /** Probability that a request fails before a message exists, and after. */
  readonly lostBefore: number;
  readonly lostAfter: number;
}

/** Never settles: what a dead process awaits. */
const never = (): Promise<never> => new Promise(() => {});

/** Lets a process do a number of steps, then ends it between two. */
function createPower() {
  let stepsLeft = Number.POSITIVE_INFINITY;
  let die = (): void => {};
  const death = new Promise<'died'>((resolve) => {
    die = () => resolve('died');
  });
  const underway = new Set<Promise<unknown>>();
  async function step(): Promise<void> {
    if (stepsLeft-- > 0) return;
    die();
    await never();
  }
  return {
    death,
    limit(steps: number): void {
      stepsLeft = steps;
    },
    /** Does something outside the process: it may die before it, or after it without learning the result. */
    async through<T>(work: () => Promise<T>): Promise<T> {
      await step();
      const working = work();
      underway.add(working);
      const result = await working.finally(() => underway.delete(working));
      await step();
      return result;
    },
    /** Waits for what a database or Discord was asked by the time of death. */
    async settle(): Promise<void> {
      while (underway.size > 0) await Promise.allSettled(underway);
    },
  };
}

/** Creates the world. */
export function createTipsWorld(weather: Weather, tips: () => readonly string[]) {
  let now = 0;
  const claims: Claim[] = [];
  const attempts: Attempt[] = [];
  const messages: Message[] = [];
  const ticks: Tick[] = [];
  const faults: unknown[] = [];

  /** Answers as Discord does to a Create Message with `enforce_nonce`, over a connection that may break. */
  async function post(tip: PostableTip, nonce: string): Promise<PostOutcome> {
    const { guildId, localDate } = tip;
    // Of its own, because the order in which the requests of one instant arrive is the database's.
    const dice = createDice(seedOf(`${nonce} ${attempts.filter((attempt) => attempt.nonce === nonce).length}`));
    const lostBefore = dice.chance(weather.lostBefore);
    const lostAfter = dice.chance(weather.lostAfter);
    let message = messages.findLast((other) => other.nonce === nonce && now - other.at <= NONCE_MEMORY_MS);
    if (message === undefined && !lostBefore) {
      message = { id: `message-${messages.length}`, guildId, tipId: tip.tipId, nonce, at: now };
      messages.push(message);
    }
    const heard = message !== undefined && !lostBefore && !lostAfter;
    const outcome: PostOutcome = heard && message !== undefined ? { kind: 'sent', messageId: message.id } : { kind: 'unclear' };
    attempts.push({ guildId, localDate, nonce, at: now, outcome: outcome.kind, exists: message !== undefined });
    return outcome;
  }

  /** Starts a process on a store. */
  function startProcess(store: Store) {
    const power = createPower();
    const seen: Store = {
      ...store,
      dueTips: (...given) => power.through(() => store.dueTips(...given)),
      tipHistory: (...given) => power.through(() => store.tipHistory(...given)),
      tipSchedule: (...given) => power.through(() => store.tipSchedule(...given)),
      pauseTips: (...given) => power.through(() => store.pauseTips(...given)),
      finishTip: (...given) => power.through(() => store.finishTip(...given)),
      failTipsClaimedBefore: (...given) => power.through(() => store.failTipsClaimedBefore(...given)),
      takeUnfinishedTips: (...given) => power.through(() => store.takeUnfinishedTips(...given)),
      claimTip: (claim) =>
        power.through(async () => {
          const claimed = await store.claimTip(claim);
          if (claimed) claims.push({ ...claim, at: now });
          return claimed;
        }),
    };
    const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: (_: string, error: unknown) => faults.push(error) };
    const uncounted = { reply: () => {}, handled: () => {}, tip: () => {}, late: () => {}, discordError: () => {} };
    const work = createDailyTips({
      store: seen,
      now: () => now,
      monotonic: () => now,
      tips,
      mayPost: () => true,
      tellManagers: async () => {},
      post: (tip, nonce) => power.through(() => post(tip, nonce)),
      log: silent,
      metrics: uncounted,
    });
    /** Ticks; the process dies after so many steps if that is before the end. */
    return async (diesAfter = Number.POSITIVE_INFINITY): Promise<'done' | 'died'> => {
      power.limit(diesAfter);
      const end = await Promise.race([work.tick().then(() => 'done' as const), power.death]);
      await power.settle();
      return end;
    };
  }

  return {
    claims,
    attempts,
    messages,
    ticks,
    /** Whatever was logged as an error. */
    faults,
    startProcess,
    moveTo(instant: number): void {
      if (instant < now) throw new Error('the clock only goes forward');
      now = instant;
    },
  };
}
