/** Lives through a plan of daily tips: settings change, processes come, go and die, and the clock jumps from one event to the next. */
import type { Store } from '../../src/core/ports.js';
import { nextDue, type TipTimes } from '../../src/core/tips/tips.js';
import { createDice } from './dice.js';
import { createTipsWorld } from './tips-world.js';
import { readWallClock, type WallClock } from './wall-clock.js';

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const PROCESSES = [0, 1] as const;

export interface Plan {
  readonly start: number;
  readonly days: number;
  /** By name: the schedule, or two of which the second holds from the middle of the time on. */
  readonly servers: Readonly<Record<string, readonly [TipTimes, TipTimes?]>>;
  /** What one more server, "roaming", is changed to now and then. */
  readonly elsewhere: readonly [TipTimes, ...TipTimes[]];
  readonly tips: readonly string[];
}

/** From one instant to another a server had this schedule. */
export interface Segment extends TipTimes {
  readonly from: number;
  readonly to: number;
}

/** Full minutes at which a process looks after what is unfinished: too early, in time, and too late for a second try. */
const minutesAfter = (at: number): number[] => [1, 3, 5].map((n) => (Math.floor(at / MINUTE) + n) * MINUTE);

/** The clocks on the walls of a plan's zones. */
export type Walls = ReturnType<typeof createWalls>;

/** Creates the clocks on the walls of a plan's zones, each read when it is first needed. */
export function createWalls(plan: Pick<Plan, 'start' | 'days'>) {
  const clocks = new Map<string, WallClock>();
  const clockOf = (zone: string): WallClock => {
    const clock = clocks.get(zone) ?? readWallClock(zone, plan.start - 3 * DAY, plan.start + (plan.days + 3) * DAY);
    clocks.set(zone, clock);
    return clock;
  };
  /** Every due instant of a schedule, in order. */
  const duesOf = ({ timeZone, time, weekdays }: TipTimes): { readonly day: string; readonly at: number }[] =>
    clockOf(timeZone).days.flatMap((day) => {
      const at = weekdays.includes(((new Date(day).getUTCDay() + 6) % 7) + 1) ? clockOf(timeZone).due(day, time) : null;
      return at === null ? [] : [{ day, at }];
    });
  return { clockOf, duesOf };
}

/**
 * Lives through a plan and returns what happened.
 * @param stores connections to one database; the processes share them out among themselves
 */
export async function live(plan: Plan, walls: Walls, stores: readonly [Store, ...Store[]], seed: number) {
  const dice = createDice(seed);
  const world = createTipsWorld({ lostBefore: 0.07, lostAfter: 0.04 }, () => plan.tips);
  const { clockOf, duesOf } = walls;
  const end = plan.start + plan.days * DAY;
  const names = [...Object.keys(plan.servers), 'roaming'];
  // As long as Discord's ids are.
  const idOf = (name: string): string => String(1_200_000_000_000_000_000n + BigInt(names.indexOf(name)));

  const moments = new Set<number>();
  const addMoments = (instants: readonly number[]): void => {
    for (const at of instants) if (at > plan.start && at < end) moments.add(at);
  };
  for (const times of Object.values(plan.servers).flatMap(([first, second]) => (second ? [first, second] : [first]))) {
    duesOf(times).forEach(({ at }, i, dues) => {
      addMoments(dice.chance(0.05) ? [at - MINUTE, at, at + MINUTE] : [at]);
      // Where the clock changes: also when it would have been without, and when it is the second time.
      const changes = [dues[i - 1], dues[i + 1]].some((other) => other !== undefined && (other.at - at) % DAY !== 0);
      if (changes) addMoments([at - HOUR, at - HOUR / 2, at + HOUR / 2, at + HOUR]);
    });
  }

  const outages: { readonly of: readonly number[]; readonly from: number; readonly to: number }[] = [];
  for (const of of [[0], [1], PROCESSES]) {
    for (let from = plan.start; from < end; ) {
      from += dice.between(HOUR, 12 * DAY);
      const to = from + dice.pick([dice.between(1, 6) * MINUTE, dice.between(6, 150) * MINUTE, dice.between(2, 70) * HOUR]);
      outages.push({ of, from, to });
      // A start does not wait for a full minute.
      addMoments([to, to + MINUTE]);
      from = to;
    }
  }

  const segments = new Map<string, Segment[]>();
  /** Sets a schedule as the settings command does. */
  async function set(name: string, times: TipTimes, at: number): Promise<void> {
    const history = await stores[0].tipHistory(idOf(name));
    const { timeZone, time, weekdays } = times;
    const nextDueAt = nextDue(times, at, history.lastAt).at;
    await stores[0].saveTipSchedule({ guildId: idOf(name), channelId: '77', timeZone, time, weekdays, nextDueAt });
    const before = (segments.get(name) ?? []).map((segment) => ({ ...segment, to: Math.min(segment.to, at) }));
    segments.set(name, [...before, { ...times, from: at, to: end }]);
  }

  const running = new Map<number, ReturnType<typeof world.startProcess>>();
  const restartAt = new Map<number, number>();
  function isUp(process: number, at: number): boolean {
    const out = outages.some(({ of, from, to }) => of.includes(process) && from <= at && at < to);
    if (!out && at >= (restartAt.get(process) ?? 0)) return true;
    running.delete(process);
    return false;
  }
  async function tickOf(process: number, at: number): Promise<'done' | 'died'> {
    const tick = running.get(process) ?? world.startProcess(stores[process % stores.length] ?? stores[0]);
    running.set(process, tick);
    const ending = await tick(dice.chance(0.06) ? dice.between(0, 16) : undefined);
    if (ending === 'died') {
      running.delete(process);
      restartAt.set(process, at + dice.between(1, 8) * MINUTE);
    }
    return ending;
  }

  for (const [name, [times]] of Object.entries(plan.servers)) await set(name, times, plan.start);
  let changed = false;
  let moveAt = plan.start;
  const planned = [...moments].sort((a, b) => a - b);
  /** The minutes in which what is unfinished is looked after, besides the planned moments. */
  let lookAgainAt: readonly number[] = [];
  let roamingDues: readonly number[] = [];
  for (let i = 0; i < planned.length; ) {
    const now = Math.min(planned[i] ?? end, lookAgainAt[0] ?? end, roamingDues[0] ?? end);
    if (now === planned[i]) i++;
    if (now === lookAgainAt[0]) lookAgainAt = lookAgainAt.slice(1);
    if (now === roamingDues[0]) roamingDues = roamingDues.slice(1);
    const lastClaim = world.claims.findLast((claim) => claim.guildId === idOf('roaming'));
    if (now > moveAt && now - (lastClaim?.at ?? 0) > 10 * MINUTE) {
      // Before the instant of the tick, which would be on either side.
      const times = dice.pick(plan.elsewhere);
      await set('roaming', times, now - 1);
      roamingDues = duesOf(times).flatMap((due) => (due.at > now ? [due.at] : []));
      moveAt = now + dice.between(1, 14) * DAY;
    }
    if (!changed && now > (plan.start + end) / 2) {
      changed = true;
      for (const [name, [, times]] of Object.entries(plan.servers)) if (times) await set(name, times, now - 1);
    }
    world.moveTo(now);
    const attemptsBefore = world.attempts.length;
    const up = PROCESSES.filter((process) => isUp(process, now));
    const [first] = up;
    if (first === undefined) continue;
    // At the very same time, or the one so much later that it finds nothing to do.
    const endings = await Promise.all((dice.chance(0.25) ? up : [dice.pick([first, ...up])]).map((process) => tickOf(process, now)));
    world.ticks.push({ at: now, completed: endings.includes('done'), died: endings.includes('died') });
    const unclear = world.attempts.slice(attemptsBefore).some((attempt) => attempt.outcome === 'unclear');
    if (unclear || endings.includes('died')) lookAgainAt = [...new Set([...lookAgainAt, ...minutesAfter(now)])].sort((a, b) => a - b);
  }
  return { ...world, names, idOf, clockOf, duesOf, segmentsOf: (name: string): readonly Segment[] => segments.get(name) ?? [] };
}
