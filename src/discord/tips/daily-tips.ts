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
 *
 * A tip that Discord refuses is tried again on the following days. After PAUSE_FROM refusals in a row the schedule is paused, and whoever
 * manages the server is told, once. A paused schedule goes from day to day in silence, and is taken up again when the channel takes tips
 * again, as far as the permissions say, or when there are tips again.
 */
import { schedule as scheduleCron } from 'node-cron';
import type { Clock, Log, Metrics, Store } from '../../core/ports.js';
import { type ClaimedTip, localDate, MAX_LATENESS_MS, planTip, type TipPause, type TipSchedule } from '../../core/tips/tips.js';

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
  /** Whether a channel takes tips, as far as the permissions say; null where another process looks after its server. */
  readonly mayPost: (channel: Pick<ClaimedTip, 'guildId' | 'channelId'>) => boolean | null;
  /** Tells those who manage a server that its tips are paused. */
  readonly tellManagers: (tip: ClaimedTip, because: TipPause) => Promise<void>;
  /** Milliseconds that only ever grow; from any beginning. */
  readonly monotonic: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Longer than discord.js tries one request: three times 15 seconds. */
const RETRY_AFTER_MS = 2 * 60_000;
const GIVE_UP_AFTER_MS = 4 * 60_000;
/** Due schedules that are read at once. */
const BATCH = 50;
/** Requests to Discord in flight. */
const CONCURRENCY = 5;
/** Refusals in a row from which on a schedule is paused. */
const PAUSE_FROM = 3;
/** Schedules that are looked after when the clock was set back: more than a process has servers. */
const MAX_HELD = 10_000;

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

export interface DailyTips {
  /** Posts what is due. Never throws; a call during a tick joins it. */
  tick(): Promise<void>;
  start(): void;
  /** Waits for the tick that runs. */
  stop(): Promise<void>;
  /**
   * The clock was set back: starts the timer anew, which would wait for the minute it had seen, and keeps the tips that were near to their time.
   * @param ms by how much
   */
  clockSetBack(ms: number): Promise<void>;
}

/** Creates the daily tips' timer and work. */
export function createDailyTips(deps: DailyTipsDeps): DailyTips {
  const { store, now, monotonic, tips, post, mayPost, tellManagers, log, metrics } = deps;
  let running: Promise<void> | null = null;
  let stopping = false;
  let timer: ReturnType<typeof scheduleCron> | null = null;
  /** Tips that were near to their time when the clock was set back, by server, with the moment for them on the clock that only grows. */
  const held = new Map<string, { readonly schedule: TipSchedule; readonly until: number }>();

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
        metrics.tip('failed');
        const inARow = await store.refuseTip(tip, outcome.because, PAUSE_FROM);
        log.warn('tip-refused', { guildId, day, because: outcome.because, inARow });
        if (inARow === PAUSE_FROM) await guarded('tip-managers-not-told', guildId, () => tellManagers(tip, outcome.because));
        return;
      }
      case 'unclear':
        log.warn('tip-unclear', { guildId, day, tipId });
    }
  }

  /** Whether a schedule was taken care of; not where that is for another process. */
  async function claim(schedule: TipSchedule, at: number): Promise<boolean> {
    const { guildId, channelId, nextDueAt: dueAt, pausedBecause } = schedule;
    const isClosed = pausedBecause === 'channel-gone' || pausedBecause === 'no-permission';
    const may = isClosed ? mayPost(schedule) : true;
    if (may === null) return false;
    const history = await store.tipHistory(guildId);
    const plan = planTip(schedule, history, tips(), at);
    const tip = { guildId, channelId, localDate: plan.localDate, cycle: history.cycle, claimedAt: at };
    const moment = { dueAt, nextDueAt: plan.nextDueAt };
    if (plan.kind === 'post' && may) {
      const { cycle, tipId } = plan;
      if (await store.claimTip({ ...tip, ...moment, cycle, tipId })) await deliver({ ...tip, cycle, tipId });
      return true;
    }
    await store.claimTip({ ...tip, ...moment, tipId: null });
    if (plan.kind === 'skip') {
      metrics.tip('skipped');
      log.warn('tip-skipped', { guildId, day: plan.localDate, lateMs: at - dueAt });
    } else if (pausedBecause === null) {
      await store.pauseTips(guildId, 'no-tips');
      log.warn('tip-none', { guildId });
    }
    return true;
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
        let isDone = false;
        await guarded('tip-failed', schedule.guildId, async () => {
          isDone = await claim(schedule, now());
        });
        if (!isDone) failing.add(schedule.guildId);
      });
    }
  }

  /** Claims what would be due by the clock that was set back; whoever was given another time meanwhile has that one. */
  async function claimWhatIsHeld(): Promise<void> {
    const ripe = [...held.values()].filter(({ until }) => until <= monotonic());
    for (const { schedule } of ripe) held.delete(schedule.guildId);
    await forEach(ripe, async ({ schedule }) => {
      await guarded('tip-failed', schedule.guildId, async () => {
        await claim(schedule, Math.max(now(), schedule.nextDueAt));
      });
    });
  }

  async function run(): Promise<void> {
    await guarded('tips-unfinished-failed', null, finishOldClaims);
    await guarded('tips-tick-failed', null, claimWhatIsDue);
    await claimWhatIsHeld();
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

  const startTimer = (): void => {
    // In a zone with summer time a minute tick of node-cron 4.6 rests for an hour in autumn, hence UTC.
    timer = scheduleCron('* * * * *', tick, { timezone: 'UTC', noOverlap: true, name: 'tips', logger: timerLog });
  };
  const stopTimer = async (): Promise<void> => {
    const old = timer;
    timer = null;
    await old?.destroy();
  };

  return {
    tick,
    start() {
      stopping = false;
      if (timer === null) startTimer();
      // What became due while no process ran; node-cron itself catches up on nothing.
      void tick();
    },
    async stop() {
      stopping = true;
      await stopTimer();
      await running;
    },
    async clockSetBack(ms) {
      if (stopping || timer === null) return;
      await stopTimer();
      startTimer();
      // A step beyond that corrects a date that was wrong, and the times by it with it.
      if (ms > MAX_LATENESS_MS) return;
      await guarded('tips-clock-failed', null, async () => {
        const [at, since] = [now(), monotonic()];
        for (const schedule of await store.dueTips(at + 2 * ms, MAX_HELD)) {
          const wait = schedule.nextDueAt - ms - at;
          if (wait > 0) held.set(schedule.guildId, { schedule, until: since + wait });
        }
      });
    },
  };
}
