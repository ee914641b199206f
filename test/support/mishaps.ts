/** Asking a bot to which things happen, and what must hold of it all the same. */
import { expect } from 'vitest';
import type { Person } from '../../src/playground/people/person.js';
import type { TestBot } from './bot.js';
import { type Shown, titleOf } from './conversation.js';
import type { TestDiscord } from './discord.js';
import { answersTo, answerTo, LATER_MS, mention, WHAT_IS_A_KERNEL } from './mentions.js';

/** Waits until an answer has a title. */
export function retitled(discord: TestDiscord, { id }: Pick<Shown, 'id'>, title: string, ms?: number): Promise<Shown> {
  return discord.until(() => {
    const message = discord.world.messages.get(id);
    return message && titleOf(message) === title && message;
  }, ms);
}

/**
 * Checks that a question has one answer and gets no second one: the same person asks again in the same channel, and whatever is still to
 * come for the first question comes before the answer to that.
 */
export async function expectOneAnswer(discord: TestDiscord, person: Person, question: Shown, ms?: number): Promise<void> {
  discord.clock.forward(LATER_MS);
  const next = mention(discord, person, question.channelId, WHAT_IS_A_KERNEL);
  expect(titleOf(await answerTo(discord, next, ms))).toBe(WHAT_IS_A_KERNEL);
  expect(answersTo(discord, question)).toHaveLength(1);
}

/** How often something was logged. */
export function logged({ log }: Pick<TestBot, 'log'>, event: string): number {
  return log.filter((line) => line.event === event).length;
}

/**
 * Checks, after mishaps, that nobody was pinged and no rule of the platform was broken.
 * @param provoked codes of refusals that the test itself brought about, such as 40060 after a lost answer
 */
export function expectDecent(discord: TestDiscord, provoked: readonly number[] = []): void {
  expect(discord.violations.filter(({ kind, code }) => kind !== 'state' || !provoked.includes(code))).toEqual([]);
  expect([...discord.world.messages.values()].filter(({ authorId, pinged }) => authorId === discord.botId && pinged.length > 0)).toEqual(
    [],
  );
}
