/**
 * Posts the daily tips.
 *
 * The schedules in the store decide, not the clock of this process: every minute, and once at the start, whatever is due is claimed and
 * posted. Any number of processes may do so at once; the store hands each delivery to one of them.
 *
 * A delivery is posted at most once, on purpose: a doubled tip is worse than a missed one.
 * - It is claimed before it is posted. Of a process that dies in between, or a request with no clear end, the claim stays.
 * - After RETRY_AFTER_MS a claim is posted once more with the same nonce, which Discord checks for uniqueness "in the past few minutes"
 *   (documentation of Create Message, `enforce_nonce`): where the first request did create the message, the second creates none.
 * - After GIVE_UP_AFTER_MS Discord may have forgotten the nonce, so the claim ends as failed. So it does when its local day is over, its
 *   schedule rests or was removed.
 */
import { schedule as scheduleCron } from 'node-cron';
import type { Clock, Log, Metrics, Store } from '../../core/ports.js';
import { type ClaimedTip, localDate, planTip, type TipPause, type TipSchedule } from '../../core/tips/tips.js';

/** What became of a request to post: 'unclear' where it failed in a way that leaves open whether the message exists. */
export type PostOutcome =
  | { readonly kind: 'sent'; readonly messageId: string }
  | { readonly kind: 'refused'; readonly because: TipPause }
  | { readonly kind: 'unclear' };

/** A delivery that has something to post. */
export type PostableTip = ClaimedTip & { readonly tipId: string };

interface DailyTipsDeps {
  readonly store: Store;
  readonly now: Clock;
  /** Ids of the tips that exist now. */
  readonly tips: () => readonly string[];
  readonly post: (tip: PostableTip, nonce: string) => Promise<PostOutcome>;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Longer than discord.js tries one request: three times 15 seconds. */
const RETRY_AFTER_MS = 2 * 60_000;
const GIVE_UP_AFTER_MS = 4 * 60_000;
/** Due schedules that are read at once. */
const BATCH = 50;
/** Requests to Discord in flight: far below its limit of 50 a second. */
const CONCURRENCY = 5;

/** Computes the nonce of a delivery: one for each server and local day, at most 23 of the 25 characters that Discord allows. */
export function nonceOf(tip: Pick<ClaimedTip, 'guildId' | 'localDate'>): string {
  return `tip:${BigInt(tip.guildId).toString(36)}${tip.localDate.slice(2).replaceAll('-', '')}`;
}

/** Does the work for each item, CONCURRENCY at a time. */
async function forEach<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}

/** Creates the daily tips' timer and work. `tick` never throws; a call during a tick joins it. `stop` waits for the tick that runs. */
export function createDailyTips(deps: DailyTipsDeps): { tick(): Promise<void>; start(): void; stop(): Promise<void> } {
  const { store, now, tips, post, log, metrics } = deps;
  let running: Promise<void> | null = null;
  let stopping = false;
  let timer: ReturnType<typeof scheduleCron> | null = null;

  /** Keeps a fault with one server from the others; returns whether there was none. */
  async function guarded(event: string, guildId: string | null, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      log.error(event, error, { guildId });
      return false;
    }
  }

  async function deliver(tip: PostableTip): Promise<void> {
    const { guildId, localDate: day, tipId } = tip;
    const outcome = await post(tip, nonceOf(tip));
    switch (outcome.kind) {
      case 'sent':
        await store.finishTip(guildId, day, { state: 'sent', messageId: outcome.messageId });
        metrics.tip('sent');
        log.info('tip-sent', { guildId, day, tipId });
        return;
      case 'refused': {
        await store.finishTip(guildId, day, { state: 'failed', messageId: null });
        metrics.tip('failed');
        log.warn('tip-refused', { guildId, day, because: outcome.because });
        // Whoever has chosen another channel meanwhile has repaired it.
        const schedule = await store.tipSchedule(guildId);
        if (schedule?.channelId === tip.channelId) await store.pauseTips(guildId, outcome.because);
        return;
      }
      case 'unclear':
        log.warn('tip-unclear', { guildId, day, tipId });
    }
  }

  async function claim(schedule: TipSchedule): Promise<void> {
    const { guildId, channelId, nextDueAt: dueAt } = schedule;
    const history = await store.tipHistory(guildId);
    const claimedAt = now();
    const plan = planTip(schedule, history, tips(), claimedAt);
    if (plan.kind === 'no-tips') {
      log.warn('tip-none', { guildId });
      await store.pauseTips(guildId, 'no-tips');
      return;
    }
    const tip = { guildId, channelId, localDate: plan.localDate, cycle: plan.cycle, claimedAt };
    const moment = { dueAt, nextDueAt: plan.nextDueAt };
    if (plan.kind === 'skip') {
      await store.claimTip({ ...tip, ...moment, tipId: null });
      metrics.tip('skipped');
      log.warn('tip-skipped', { guildId, day: plan.localDate, lateMs: claimedAt - dueAt });
    } else if (await store.claimTip({ ...tip, ...moment, tipId: plan.tipId })) {
      await deliver({ ...tip, tipId: plan.tipId });
    }
  }

  async function retry(tip: ClaimedTip): Promise<void> {
    const { guildId, tipId } = tip;
    const schedule = await store.tipSchedule(guildId);
    const wanted = schedule !== null && schedule.pausedBecause === null && localDate(schedule.timeZone, now()) === tip.localDate;
    if (wanted && tipId !== null) return deliver({ ...tip, tipId });
    await store.finishTip(guildId, tip.localDate, { state: 'failed', messageId: null });
    metrics.tip('failed');
    log.warn('tip-given-up', { guildId, day: tip.localDate });
  }

  async function finishOldClaims(): Promise<void> {
    // First what is too old, so that it is not tried again.
    const failed = await store.failTipsClaimedBefore(now() - GIVE_UP_AFTER_MS);
    for (let i = 0; i < failed; i++) metrics.tip('failed');
    if (failed > 0) log.warn('tips-given-up', { count: failed });
    const unfinished = await store.takeUnfinishedTips(now() - RETRY_AFTER_MS, now());
    await forEach(unfinished, async (tip) => {
      await guarded('tip-retry-failed', tip.guildId, () => retry(tip));
    });
  }

  async function claimWhatIsDue(): Promise<void> {
    // These stay due, so the batches make room for them: they neither block the others nor come again in this tick.
    const failing = new Set<string>();
    while (!stopping) {
      const due = await store.dueTips(now(), BATCH + failing.size);
      const fresh = due.filter((schedule) => !failing.has(schedule.guildId));
      if (fresh.length === 0) return;
      await forEach(fresh, async (schedule) => {
        if (stopping) return;
        const ok = await guarded('tip-failed', schedule.guildId, () => claim(schedule));
        if (!ok) failing.add(schedule.guildId);
      });
    }
  }

  async function run(): Promise<void> {
    await guarded('tips-unfinished-failed', null, finishOldClaims);
    await guarded('tips-tick-failed', null, claimWhatIsDue);
  }

  function tick(): Promise<void> {
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  }

  /** What node-cron would print: late and overlapping ticks, none of which loses a tip. */
  const timerLog = {
    debug: () => {},
    info: () => {},
    warn: (message: string) => log.warn('tips-timer', { message }),
    error: (message: string | Error) => log.error('tips-timer', message),
  };

  return {
    tick,
    start() {
      stopping = false;
      // In a zone with summer time a minute tick of node-cron 4.6 rests for an hour in autumn, hence UTC.
      timer ??= scheduleCron('* * * * *', tick, { timezone: 'UTC', noOverlap: true, name: 'tips', logger: timerLog });
      // What became due while no process ran; node-cron itself catches up on nothing.
      void tick();
    },
    async stop() {
      stopping = true;
      await timer?.destroy();
      timer = null;
      await running;
    },
  };
}
