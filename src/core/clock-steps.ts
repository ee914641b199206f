/** Notices when the clock on the wall is set back: by hand, by a time server, or with a virtual machine that is moved. */
import type { Clock } from './ports.js';

/** Less than this is how time servers nudge a clock, and harms nobody. */
const MIN_STEP_MS = 1_000;

/**
 * Returns a function that tells by how many milliseconds the clock was set back since it was last called; 0 where it was not. A step
 * forward is none: a machine that slept makes it, and what was due meanwhile is due.
 * @param now the clock on the wall
 * @param monotonic milliseconds that only ever grow
 */
export function watchClock(now: Clock, monotonic: Clock): () => number {
  let [wall, since] = [now(), monotonic()];
  return () => {
    const [wallNow, sinceNow] = [now(), monotonic()];
    const step = wall + (sinceNow - since) - wallNow;
    [wall, since] = [wallNow, sinceNow];
    return step < MIN_STEP_MS ? 0 : Math.round(step);
  };
}
