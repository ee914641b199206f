import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCooldown } from '../../../src/discord/questions/cooldown.js';
import { standingClock } from '../../support/discord.js';

function cooldown() {
  const clock = standingClock(0);
  return { ...createCooldown(clock.now), forward: clock.forward };
}

/** Asks a question and follows it up: what comes next has to wait. */
function answeredTwice(seconds = 3) {
  const made = cooldown();
  expect([made.take('server', 'mia', seconds), made.take('server', 'mia', seconds)]).toEqual([null, null]);
  return made;
}

describe('the cooldown', () => {
  it('lets an answer be followed up once, and tells how long the next question has to wait', () => {
    const { take, forward } = answeredTwice();
    expect(take('server', 'mia', 3)).toEqual({ secondsLeft: 3, told: false });
    forward(1_001);
    expect(take('server', 'mia', 3)).toMatchObject({ secondsLeft: 2 });
    forward(1_998);
    expect(take('server', 'mia', 3)).toMatchObject({ secondsLeft: 1 });
    forward(1);
    expect(take('server', 'mia', 3)).toBeNull();
  });

  it('lets what comes after it be followed up as well', () => {
    const { take, forward } = answeredTwice();
    forward(3_000);
    expect([take('server', 'mia', 3), take('server', 'mia', 3), take('server', 'mia', 3)?.secondsLeft]).toEqual([null, null, 3]);
  });

  it('says that somebody has been told, once in each cooldown', () => {
    const { take, forward } = answeredTwice();
    expect(take('server', 'mia', 3)?.told).toBe(false);
    expect(take('server', 'mia', 3)?.told).toBe(true);
    forward(3_000);
    for (let i = 0; i < 2; i++) take('server', 'mia', 3);
    expect(take('server', 'mia', 3)?.told).toBe(false);
  });

  it('is not prolonged by asking during it', () => {
    const { take, forward } = answeredTwice();
    forward(2_000);
    take('server', 'mia', 3);
    forward(1_000);
    expect(take('server', 'mia', 3)).toBeNull();
  });

  it('ends at once where the question got no answer', () => {
    const { take, release } = cooldown();
    for (let i = 0; i < 5; i++) {
      expect(take('server', 'mia', 300)).toBeNull();
      release('server', 'mia');
    }
  });

  it('holds up who asks eight times in ten seconds, whatever came of it, until the first of them is ten seconds old', () => {
    const { take, release, forward } = cooldown();
    for (let i = 0; i < 8; i++) {
      expect(take('server', 'mia', 3)).toBeNull();
      release('server', 'mia');
      forward(1_000);
    }
    expect(take('server', 'mia', 3)).toEqual({ secondsLeft: 2, told: false });
    forward(2_000);
    expect(take('server', 'mia', 3)).toBeNull();
  });

  it('of one person in one place holds up nobody else, and nobody elsewhere', () => {
    const { take } = answeredTwice();
    expect(take('server', 'tom', 3)).toBeNull();
    expect(take('other server', 'mia', 3)).toBeNull();
  });

  it('of no seconds holds nobody up, however often they ask', () => {
    const { take } = cooldown();
    expect(Array.from({ length: 50 }, () => take('server', 'mia', 0))).toEqual(Array(50).fill(null));
  });

  it('forgets who asked longest ago when ten thousand others have asked since, and nobody before', () => {
    const { take } = cooldown();
    const askTwice = (person: string): void => {
      for (let i = 0; i < 2; i++) take('server', person, 60);
    };
    for (let person = 0; person < 10_000; person++) askTwice(`${person}`);
    expect(take('server', '0', 60)).not.toBeNull();
    take('server', 'one more', 60);
    expect(take('server', '1', 60)).not.toBeNull();
    expect(take('server', '0', 60)).toBeNull();
  });

  it('lets nobody have three answers within its time, whatever they try', () => {
    const step = fc.record({ person: fc.constantFrom('mia', 'tom'), wait: fc.nat(2_000) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (steps, seconds) => {
        const { take, forward } = cooldown();
        const answered = new Map<string, number[]>();
        let now = 0;
        for (const { person, wait } of steps) {
          forward(wait);
          now += wait;
          if (take('server', person, seconds) === null) answered.set(person, [...(answered.get(person) ?? []), now]);
        }
        for (const times of answered.values())
          for (const [i, time] of times.entries()) if (i > 1) expect(time - (times[i - 2] ?? 0)).toBeGreaterThanOrEqual(seconds * 1_000);
      }),
    );
  });
});
