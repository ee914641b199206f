import { beforeEach, describe, expect, it } from 'vitest';
import { watchClock } from '../../src/core/clock-steps.js';

let wall: number;
let monotonic: number;
let step: () => number;
const pass = (ms: number): void => {
  wall += ms;
  monotonic += ms;
};
beforeEach(() => {
  wall = Date.parse('2026-03-29T00:00:00Z');
  monotonic = 5_000;
  step = watchClock(
    () => wall,
    () => monotonic,
  );
});

describe('a clock on the wall', () => {
  it('that goes on is left alone, also when it is nudged', () => {
    const seen = [1_000, 0, 86_400_000].map((ms) => {
      pass(ms);
      wall -= 900;
      return step();
    });
    expect(seen).toEqual([0, 0, 0]);
  });

  it.each([5 * 60_000, 60 * 60_000])('that is set back by %i ms is noticed, once', (ms) => {
    pass(1_000);
    step();
    pass(500);
    wall -= ms;
    expect([step(), step()]).toEqual([ms, 0]);
    pass(1_000);
    expect(step()).toBe(0);
  });

  it('that is set forward is none of it, and one that is set back afterwards is', () => {
    wall += 60_000;
    expect(step()).toBe(0);
    wall -= 60_000;
    expect(step()).toBe(60_000);
  });
});
