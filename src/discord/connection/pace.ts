/**
 * When messages are posted. Discord takes 50 requests a second from a bot: what is posted beyond that waits in its library in a row, so
 * that one answer stands behind thousands of tips. Here answers go first, and an answer that nobody waits for any more is not posted.
 */
import type { Clock } from '../../core/ports.js';
import { createQueue } from './queue.js';

export interface Pace {
  /** Milliseconds on the clock by which it counts. */
  now(): number;
  /** Whether nobody waits any more for an answer to what arrived then. */
  isLate(since: number): boolean;
  /**
   * Posts into a channel when it is its turn; 'late' where that comes after ANSWER_WITHIN_MS.
   * @param since when the question arrived, by `now`
   */
  answer<T>(channelId: string, since: number, post: () => Promise<T>): Promise<T | 'late'>;
  /** Posts when nothing else waits, and not too many of these a second. */
  tip<T>(post: () => Promise<T>): Promise<T>;
}

/** Who asked is gone, or has asked somebody else. */
export const ANSWER_WITHIN_MS = 15_000;
/** Of Discord's 50 a second, with room for edits and reads. Source: Discord's documentation, "Global Rate Limit". */
const PER_SECOND = 34;
const AT_ONCE = 8;
const TIPS_PER_SECOND = 18;

/** @param share the part of the bot's servers that this process looks after, 0 to 1: so much of the limit is its own */
export function createPace(monotonic: Clock, share = 1): Pace {
  const all = createBucket(monotonic, PER_SECOND * share, Math.max(1, AT_ONCE * share));
  const tips = createBucket(monotonic, TIPS_PER_SECOND * share, 1);
  const waiting = { answers: [] as (() => void)[], tips: [] as (() => void)[] };
  const perChannel = createQueue();
  let timer: NodeJS.Timeout | null = null;

  const serve = (): void => {
    timer = null;
    for (;;) {
      const isTip = waiting.answers.length === 0;
      const first = isTip ? waiting.tips[0] : waiting.answers[0];
      if (first === undefined) return;
      const wait = Math.max(all.wait(), isTip ? tips.wait() : 0);
      if (wait > 0) {
        timer ??= setTimeout(serve, wait);
        return;
      }
      all.take();
      if (isTip) tips.take();
      (isTip ? waiting.tips : waiting.answers).shift();
      first();
    }
  };
  const turn = (kind: 'answers' | 'tips'): Promise<void> =>
    new Promise((resolve) => {
      waiting[kind].push(resolve);
      // An answer does not wait for the moment at which a tip may go.
      if (timer !== null) clearTimeout(timer);
      serve();
    });

  const isLate = (since: number): boolean => monotonic() - since > ANSWER_WITHIN_MS;

  return {
    now: monotonic,
    isLate,
    answer: (channelId, since, post) =>
      perChannel.run(channelId, async () => {
        if (isLate(since)) return 'late';
        await turn('answers');
        return isLate(since) ? 'late' : post();
      }),
    async tip(post) {
      await turn('tips');
      return post();
    },
  };
}

interface Bucket {
  /** Milliseconds until something can be taken. */
  wait(): number;
  take(): void;
}

/** A token bucket: so many a second, and so many at once after a pause. */
function createBucket(monotonic: Clock, perSecond: number, atOnce: number): Bucket {
  let level = atOnce;
  let at = monotonic();
  const fill = (): void => {
    const now = monotonic();
    level = Math.min(atOnce, level + ((now - at) * perSecond) / 1_000);
    at = now;
  };
  return {
    wait() {
      fill();
      return level >= 1 ? 0 : Math.ceil(((1 - level) * 1_000) / perSecond);
    },
    take() {
      fill();
      level -= 1;
    },
  };
}
