import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, newcomer, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { answersTo, answerTo, freshChannel, mention, WINDOWS_ON_LINUX } from '../../support/mentions.js';
import { expectDecent, logged } from '../../support/mishaps.js';

/** More than Discord's fifty requests a second, by whose window the client reckons. */
const MANY = 70;
const MINUTE_MS = 60_000;

describe('a clock on the wall that is set back while the bot runs', () => {
  let discord: TestDiscord;
  let bot: TestBot;
  const real = Date.now;
  let behind = 0;
  beforeAll(async () => {
    // The whole process has it, as it has the machine's.
    vi.spyOn(Date, 'now').mockImplementation(() => real() - behind);
    discord = await discordWithGuild({ clock: { now: real, monotonic: () => performance.now(), forward: () => {} } });
    bot = await startBot({ ...discord, clock: { ...discord.clock, now: Date.now } });
  });
  afterEach(() => discord.faults.clear());
  afterAll(async () => {
    expectDecent(discord);
    await closeClean(discord, bot, { expectsFaults: true });
    vi.restoreAllMocks();
  });

  it.each([5 * MINUTE_MS, 60 * MINUTE_MS])('by %i ms holds up no answer and no asker, and is noted', async (ms) => {
    const before = logged(bot, 'clock-set-back');
    const ask = () => mention(discord, newcomer(discord), freshChannel(discord), WINDOWS_ON_LINUX);
    const asker = newcomer(discord);
    await answerTo(discord, mention(discord, asker, discord.generalId, WINDOWS_ON_LINUX));
    const early = Array.from({ length: MANY }, ask);
    await discord.until(() => early.some((question) => answersTo(discord, question).length > 0));
    behind += ms;
    const late = Array.from({ length: MANY }, ask);
    for (const question of [...early, ...late]) expect(titleOf(await answerTo(discord, question, 15_000))).toBe(WINDOWS_ON_LINUX);
    const follow = await answerTo(discord, mention(discord, asker, discord.generalId, WINDOWS_ON_LINUX));
    expect(titleOf(follow)).toBe(WINDOWS_ON_LINUX);
    expect(logged(bot, 'clock-set-back')).toBe(before + 1);
  });
});
