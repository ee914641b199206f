import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCooldown } from '../../../src/discord/questions/cooldown.js';
import { standingClock } from '../../support/discord.js';

function cooldown() {
  const clock = standingClock(0);
  return { ...createCooldown(clock.now), forward: clock.forward };
}

describe('the cooldown', () => {
  it('lets the first question through, and tells how long the next one has to wait', () => {
    const { take, forward } = cooldown();
    expect(take('server', 'mia', 3)).toBeNull();
    expect(take('server', 'mia', 3)).toEqual({ secondsLeft: 3, told: false });
    forward(1_001);
    expect(take('server', 'mia', 3)).toMatchObject({ secondsLeft: 2 });
    forward(1_998);
    expect(take('server', 'mia', 3)).toMatchObject({ secondsLeft: 1 });
    forward(1);
    expect(take('server', 'mia', 3)).toBeNull();
  });

  it('says that somebody has been told, once in each cooldown', () => {
    const { take, forward } = cooldown();
    take('server', 'mia', 3);
    expect(take('server', 'mia', 3)?.told).toBe(false);
    expect(take('server', 'mia', 3)?.told).toBe(true);
    forward(3_000);
    take('server', 'mia', 3);
    expect(take('server', 'mia', 3)?.told).toBe(false);
  });

  it('is not prolonged by asking during it', () => {
    const { take, forward } = cooldown();
    take('server', 'mia', 3);
    forward(2_000);
    take('server', 'mia', 3);
    forward(1_000);
    expect(take('server', 'mia', 3)).toBeNull();
  });

  it('of one person in one place holds up nobody else, and nobody elsewhere', () => {
    const { take } = cooldown();
    take('server', 'mia', 3);
    expect(take('server', 'tom', 3)).toBeNull();
    expect(take('other server', 'mia', 3)).toBeNull();
  });

  it('of no seconds holds nobody up', () => {
    const { take } = cooldown();
    expect(take('server', 'mia', 0)).toBeNull();
    expect(take('server', 'mia', 0)).toBeNull();
  });

  it('that is shortened while it runs still ends when it was to end', () => {
    const { take, forward } = cooldown();
    take('server', 'mia', 60);
    expect(take('server', 'mia', 0)).toMatchObject({ secondsLeft: 60 });
    forward(60_000);
    expect(take('server', 'mia', 0)).toBeNull();
  });

  it('forgets who asked longest ago when ten thousand others have asked since, and nobody before', () => {
    const { take } = cooldown();
    for (let person = 0; person < 10_000; person++) take('server', `${person}`, 60);
    expect(take('server', '0', 60)).not.toBeNull();
    take('server', 'one more', 60);
    expect(take('server', '1', 60)).not.toBeNull();
    expect(take('server', '0', 60)).toBeNull();
  });

  it('lets nobody ask twice within its time, whatever they try', () => {
    const step = fc.record({ person: fc.constantFrom('mia', 'tom'), wait: fc.nat(2_000), seconds: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { take, forward } = cooldown();
        const freeAt = new Map<string, number>();
        let now = 0;
        for (const { person, wait, seconds } of steps) {
          forward(wait);
          now += wait;
          const held = (freeAt.get(person) ?? 0) - now;
          expect(take('server', person, seconds)?.secondsLeft ?? 0).toBe(Math.max(0, Math.ceil(held / 1_000)));
          if (held <= 0) freeAt.set(person, now + seconds * 1_000);
        }
      }),
    );
  });
});
