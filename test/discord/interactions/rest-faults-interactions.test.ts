import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { SOMETHING_FAILED } from '../../../src/discord/context.js';
import type { Person } from '../../../src/playground/people/person.js';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, newcomer, press, titleOf } from '../../support/conversation.js';
import { discordWithGuild, rest, type TestDiscord } from '../../support/discord.js';
import { answersTo, answerTo, mention, WHAT_IS_A_KERNEL, WINDOWS_ON_LINUX } from '../../support/mentions.js';
import { expectDecent, logged, retitled } from '../../support/mishaps.js';

const CALLBACK = 'POST /interactions/{interaction_id}/{interaction_token}/callback';
const DELETE = 'DELETE /webhooks/{webhook_id}/{webhook_token}/messages/@original';
/** discord.js tries once and retries three times. */
const ALL_TRIES = 4;

describe('a reply to an interaction', () => {
  let discord: TestDiscord;
  let bot: TestBot;
  let mia: Person;
  beforeAll(async () => {
    discord = await discordWithGuild();
    bot = await startBot(discord);
  });
  afterEach(() => discord.faults.clear());
  afterAll(async () => {
    // 40060 and 10062: the test lets first answers be lost or come too late. 10008: what was removed by a try whose answer was lost.
    expectDecent(discord, [40_060, 10_062, 10_008]);
    await closeClean(discord, bot, { expectsFaults: true });
  });

  const ask = () => {
    mia = newcomer(discord);
    return mia.slash(discord.generalId, 'ask', { question: WINDOWS_ON_LINUX });
  };
  /** Waits until the bot has done all it does for an interaction that had some failures before. */
  const settled = async (id: string): Promise<void> => {
    const own = () => discord.requests.filter(({ path }) => path.includes(id));
    await vi.waitFor(() => expect(own().at(-1)?.status ?? 0).toBeGreaterThan(0));
    await discord.as(discord.memberId).slash(discord.generalId, 'help').reply();
  };
  const publicAnswer = async () => {
    mia = newcomer(discord);
    return mia.slash(discord.generalId, 'ask', { question: WINDOWS_ON_LINUX, private: false }).reply();
  };

  it.each([
    ['500', 500, false],
    ['500', 500, true],
    ['502', 502, false],
    ['502', 502, true],
  ] as const)('comes once where Discord fails with %s (%i, after the effect: %s)', async (_, status, after) => {
    discord.faults.fail(CALLBACK, { status, after, times: after ? 1 : 2 });
    const asked = ask();
    expect(titleOf(await asked.reply())).toBe(WINDOWS_ON_LINUX);
    await settled(asked.id);
    expect(titleOf(await asked.reply())).toBe(WINDOWS_ON_LINUX);
    expect(asked.followUps()).toEqual([]);
  });

  it.each([
    ['before', false],
    ['after', true],
  ] as const)('comes once where the connection is closed %s the effect', async (_, after) => {
    discord.faults.cut(CALLBACK, { after });
    const asked = ask();
    expect(titleOf(await asked.reply())).toBe(WINDOWS_ON_LINUX);
    await settled(asked.id);
    expect(asked.followUps()).toEqual([]);
  });

  it('is an apology where Discord fails again and again, and the next one comes', async () => {
    discord.faults.fail(CALLBACK, { times: ALL_TRIES });
    const asked = ask();
    const apology = await asked.reply();
    expect(apology.content).toBe(SOMETHING_FAILED);
    expect(apology.ephemeralFor).toBe(mia.id);
    expect(titleOf(await ask().reply())).toBe(WINDOWS_ON_LINUX);
  });

  it('waits for a rate limit', async () => {
    discord.faults.limit(CALLBACK, { retryAfterMs: 200, times: 2 });
    expect(titleOf(await ask().reply())).toBe(WINDOWS_ON_LINUX);
  });

  it('does not wait for a global rate limit, which interactions are not bound to', async () => {
    discord.faults.limit('POST /channels/{channel_id}/messages', { retryAfterMs: 1_500, scope: 'global' });
    const question = mention(discord, newcomer(discord), discord.randomId, WINDOWS_ON_LINUX);
    await vi.waitFor(() => expect(logged(bot, 'rate-limited')).toBeGreaterThan(0));
    await ask().reply();
    expect(answersTo(discord, question)).toEqual([]);
    expect(titleOf(await answerTo(discord, question))).toBe(WINDOWS_ON_LINUX);
  });

  it('does not come from a banned address, and does when the ban is over', async () => {
    const failed = logged(bot, 'apology-failed');
    discord.faults.ban(CALLBACK, { times: 2 });
    const asked = ask();
    await vi.waitFor(() => expect(logged(bot, 'apology-failed')).toBe(failed + 1));
    expect(asked.interaction.acknowledgement).toBeNull();
    expect(titleOf(await ask().reply())).toBe(WINDOWS_ON_LINUX);
  });

  it('that is too late is given up quietly, and the next one comes', async () => {
    const failed = logged(bot, 'handler-failed');
    const held = discord.faults.hold(CALLBACK, { after: false, times: 1 });
    const asked = ask();
    await discord.until(() => discord.requests.some(({ path }) => path.includes(asked.id)));
    discord.clock.forward(3_001);
    held.release();
    await vi.waitFor(() => expect(logged(bot, 'handler-failed')).toBe(failed + 1));
    expect(asked.interaction.acknowledgement).toBeNull();
    expect(titleOf(await ask().reply())).toBe(WINDOWS_ON_LINUX);
  });

  it('goes on as an edit where another process has acknowledged already', async () => {
    const held = discord.faults.hold(CALLBACK, { after: false, times: 1 });
    const asked = ask();
    await discord.until(() => discord.requests.some(({ path }) => path.includes(asked.id)));
    const { id, token } = asked.interaction;
    const thinking = { type: 5, data: { flags: 64 } };
    expect((await rest(discord, 'POST', `/interactions/${id}/${token}/callback`, thinking, {})).status).toBe(204);
    held.release();
    expect(titleOf(await asked.reply())).toBe(WINDOWS_ON_LINUX);
    expect(asked.followUps()).toEqual([]);
  });

  it.each([
    ['fails before', { after: false }],
    ['fails after', { after: true }],
  ] as const)('to a button turns to the layer once where Discord %s the effect', async (_, how) => {
    const answer = await ask().reply();
    discord.faults.fail(CALLBACK, { status: 502, ...how });
    press(mia, answer, 'Why');
    await retitled(discord, answer, `Why: ${WINDOWS_ON_LINUX}`);
  });

  it('to a button that shows a form shows it where Discord’s answer was lost, and says nothing else', async () => {
    const answer = await ask().reply();
    discord.faults.fail(CALLBACK, { status: 502, after: true });
    const opened = press(mia, answer, 'Another question');
    await opened.modal();
    await settled(opened.id);
    expect(opened.followUps()).toEqual([]);
    discord.clock.forward(3_000);
    expect(titleOf(await mia.submit(opened, { text: WHAT_IS_A_KERNEL }).reply())).toBe(WHAT_IS_A_KERNEL);
  });

  it('to Dismiss removes the answer where Discord’s answers were lost', async () => {
    const answer = await publicAnswer();
    discord.faults.fail(CALLBACK, { status: 502, after: true });
    discord.faults.fail(DELETE, { status: 502, after: true });
    const dismissed = press(mia, answer, 'Dismiss');
    await discord.until(() => !discord.world.messages.has(answer.id));
    await settled(dismissed.interaction.token);
    expect(dismissed.followUps()).toEqual([]);
  });

  it('to a button that failed leaves the answer as it was, and says so to who pressed alone', async () => {
    const answer = await publicAnswer();
    discord.faults.fail(DELETE, { times: ALL_TRIES });
    const dismissed = press(mia, answer, 'Dismiss');
    const [apology] = await discord.until(() => dismissed.followUps().length > 0 && dismissed.followUps());
    expect(apology?.content).toBe(SOMETHING_FAILED);
    expect(apology?.ephemeralFor).toBe(mia.id);
    expect(titleOf(discord.world.messages.get(answer.id) ?? answer)).toBe(WINDOWS_ON_LINUX);
  });

  it('to typing that fails costs no more than the suggestions', async () => {
    const failed = logged(bot, 'handler-failed');
    discord.faults.fail(CALLBACK, { times: ALL_TRIES });
    mia = newcomer(discord);
    mia.autocomplete(discord.generalId, 'ask', { question: 'windows' }, 'question');
    // The library tries four times.
    await vi.waitFor(() => expect(logged(bot, 'handler-failed')).toBe(failed + 1), { timeout: 5_000 });
    const choices = await mia.autocomplete(discord.generalId, 'ask', { question: 'windows' }, 'question').choices();
    expect(choices.length).toBeGreaterThan(0);
  });
});
