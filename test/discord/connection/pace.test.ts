import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ANSWER_WITHIN_MS, createPace, type Pace } from '../../../src/discord/connection/pace.js';

let clock: number;
let pace: Pace;
/** What was posted, with the time of it. */
let posted: { readonly what: string; readonly at: number }[];
const post =
  (what: string, tookMs = 0) =>
  async (): Promise<string> => {
    posted.push({ what, at: clock });
    if (tookMs > 0) await new Promise((resolve) => setTimeout(resolve, tookMs));
    return what;
  };
/** Lets time go by, on both clocks, step by step. */
async function pass(ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += 5) {
    clock += 5;
    await vi.advanceTimersByTimeAsync(5);
  }
}
/** The most that fell into any window of a second. */
const mostInASecond = (): number =>
  Math.max(0, ...posted.map(({ at }) => posted.filter((other) => other.at >= at && other.at < at + 1_000).length));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  clock = 0;
  posted = [];
  pace = createPace(() => clock);
});
afterEach(() => {
  vi.useRealTimers();
});

describe('tips and answers', () => {
  it('stay within fifty a second together, of which tips take twenty at the most', async () => {
    for (let i = 0; i < 400; i++) void pace.tip(post('tip'));
    for (let i = 0; i < 400; i++) void pace.answer(`channel ${i}`, 0, post('answer'));
    await pass(5_000);
    expect(mostInASecond()).toBeLessThanOrEqual(50);
    const answers = posted.filter(({ what }) => what === 'answer');
    posted = posted.filter(({ what }) => what === 'tip');
    expect(mostInASecond()).toBeLessThanOrEqual(20);
    expect(answers.length).toBeGreaterThan(150);
  });

  it('come in this order: an answer goes before every tip that waits', async () => {
    for (let i = 0; i < 2_500; i++) void pace.tip(post('tip'));
    await pass(3_000);
    const asked = clock;
    void pace.answer('general', asked, post('answer'));
    await pass(100);
    expect(posted.find(({ what }) => what === 'answer')?.at).toBeLessThan(asked + 100);
  });

  it('all come where they fit into the limit', async () => {
    for (let i = 0; i < 250; i++) void pace.tip(post('tip'));
    await pass(15_000);
    expect(posted).toHaveLength(250);
  });

  it('of a process with a part of the servers take that part of the limit', async () => {
    pace = createPace(() => clock, 0.1);
    for (let i = 0; i < 100; i++) void pace.answer(`channel ${i}`, 0, post('answer'));
    await pass(5_000);
    expect(mostInASecond()).toBeLessThanOrEqual(5);
  });
});

describe('an answer', () => {
  it('that comes too late is not posted', async () => {
    const late = pace.answer('general', -ANSWER_WITHIN_MS - 1, post('answer'));
    expect(await late).toBe('late');
    expect(posted).toEqual([]);
  });

  it('waits for those before it in its channel, and is dropped where these take too long', async () => {
    const outcomes = [0, 1, 2, 3].map((i) => pace.answer('general', 0, post(`answer ${i}`, 6_000)));
    await pass(30_000);
    expect(await Promise.all(outcomes)).toEqual(['answer 0', 'answer 1', 'answer 2', 'late']);
  });

  it('does not wait for other channels', async () => {
    void pace.answer('general', 0, post('slow', 60_000));
    await pass(10);
    expect(await pace.answer('help', clock, post('quick'))).toBe('quick');
  });

  it('whose posting fails fails alone', async () => {
    await expect(pace.answer('general', 0, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(await pace.answer('general', 0, post('answer'))).toBe('answer');
  });
});
