/** The clock of a Discord of one's own: it can be set forward, and stops at every daily tip that is due on the way. */

import type { Clock } from '../core/ports.js';
import { type ClockJump, jumpTarget, momentText } from '../core/tips/clock-jumps.js';
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

/** How far ahead a due tip is looked for. */
const YEAR_MS = 366 * 24 * 60 * 60_000;
/** A zone whose clocks change, for the day of the change as long as no tip names a zone. */
const CHANGING_ZONE = 'Europe/Berlin';

const listed = new Intl.ListFormat('en-GB');

/** Sets the clock forward. The note says what day and time it is then, and which tips were due on the way. */
export async function jumpClock(to: ClockJump, { service, now, set, channelName }: JumpOptions): Promise<{ now: number; note: string }> {
  const [next] = await service.store.dueTips(now() + YEAR_MS, 1);
  const own = to === 'clock-change' ? CHANGING_ZONE : Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = next?.timeZone ?? own;
  if (to === 'back') {
    set(Date.now());
    return { now: now(), note: `It is ${momentText(now(), zone)}, as it really is.` };
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
  const channels: string[] = [];
  for (let lastDueAt = Number.NEGATIVE_INFINITY; ; ) {
    const [due] = await service.store.dueTips(target, 1);
    // A tip that stays due could not be claimed: the next minute tries again, the clock goes on.
    if (!due || due.nextDueAt <= lastDueAt) break;
    lastDueAt = due.nextDueAt;
    set(Math.max(due.nextDueAt, now()));
    await service.tickTips();
    channels.push(channelName(due.channelId));
  }
  set(Math.max(target, now()));
  const change = to === 'clock-change' ? ', and the clocks change today' : '';
  return { now: now(), note: `It is ${momentText(now(), zone)}${change}; ${tipsText(channels)}.` };
}

/** Says how many tips were due, by the channel of each. */
function tipsText(channels: readonly string[]): string {
  if (channels.length === 0) return 'no tip was due on the way';
  const count = channels.length === 1 ? 'one tip was due' : `${channels.length} tips were due`;
  return `${count}, in ${listed.format(new Set(channels))}`;
}
