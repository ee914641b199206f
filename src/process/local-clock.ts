/** The clock of a Discord of one's own: it can be set forward and back to the real time, and stops at every daily tip that is due on the way. */

import type { Clock } from '../core/ports.js';
import { type ClockJump, dayText, jumpTarget, momentText } from '../core/tips/clock-jumps.js';
import type { Service } from './service.js';

/** What a jump comes by. */
export interface JumpOptions {
  readonly service: Pick<Service, 'store' | 'tickTips'>;
  readonly now: Clock;
  /** Sets the clock. */
  readonly set: (at: number) => void;
  /** The name of a channel, with its sign. */
  readonly channelName: (id: string) => string;
}

/** The last moment that a date can name (ECMAScript, "Time Values"): a clock that was set back may have left its next tip years ahead. */
const END_OF_TIME = 8.64e15;
/** A zone whose clocks change, for the day of the change as long as no tip names a zone. */
const CHANGING_ZONE = 'Europe/Berlin';

const listed = new Intl.ListFormat('en-GB');

/** Sets the clock forward, or back to the real time. The note says what day and time it is then, and which tips were due on the way. */
export async function jumpClock(to: ClockJump, { service, now, set, channelName }: JumpOptions): Promise<{ now: number; note: string }> {
  const [next] = await service.store.dueTips(END_OF_TIME, 1);
  const own = to === 'clock-change' ? CHANGING_ZONE : Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = next?.timeZone ?? own;
  if (to === 'back') {
    set(Date.now());
    const tip = next ? ` The next daily tip comes on ${momentText(next.nextDueAt, zone)}: a day that had one has no second.` : '';
    return { now: now(), note: `It is ${momentText(now(), zone)}, as it really is.${tip}` };
  }
  const target = jumpTarget(to, now(), zone, next?.nextDueAt ?? null);
  if (target === null) {
    const why =
      to === 'next-tip'
        ? 'No daily tip is set. As Olga, the owner, set one with /settings tip-channel.'
        : `The clocks never change in ${zone}, the time zone of the daily tip. ` +
          `As Olga, the owner, set another with /settings time-zone, for example ${CHANGING_ZONE}.`;
    return { now: now(), note: why };
  }
  const came: CameTip[] = [];
  for (let lastDueAt = Number.NEGATIVE_INFINITY; ; ) {
    const [due] = await service.store.dueTips(target, 1);
    // A tip that stays due could not be claimed: the next minute tries again, the clock goes on.
    if (!due || due.nextDueAt <= lastDueAt) break;
    lastDueAt = due.nextDueAt;
    set(Math.max(due.nextDueAt, now()));
    await service.tickTips();
    came.push({ at: due.nextDueAt, timeZone: due.timeZone, channel: channelName(due.channelId) });
  }
  set(Math.max(target, now()));
  const change = to === 'clock-change' ? ', and the clocks change today' : '';
  return { now: now(), note: `It is ${momentText(now(), zone)}${change}; ${tipsText(came)}.` };
}

interface CameTip {
  readonly at: number;
  readonly timeZone: string;
  readonly channel: string;
}

/** Says which tips were due on the way: how many, on which days, in which channels. */
function tipsText(came: readonly CameTip[]): string {
  const [first, last] = [came[0], came.at(-1)];
  if (!first || !last) return 'no tip was due on the way';
  const where = `in ${listed.format(new Set(came.map(({ channel }) => channel)))}`;
  if (came.length === 1) return `one tip was due, ${where}`;
  const [from, to] = [dayText(first.at, first.timeZone), dayText(last.at, last.timeZone)];
  return `${came.length} tips were due, ${from === to ? `on ${from}` : `from ${from} to ${to}`}, ${where}`;
}
