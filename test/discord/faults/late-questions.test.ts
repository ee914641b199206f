import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ANSWER_WITHIN_MS } from '../../../src/discord/connection/pace.js';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, newcomer, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { answersTo, answerTo, freshChannel, mention, WHAT_IS_A_KERNEL, WINDOWS_ON_LINUX } from '../../support/mentions.js';

const POST = 'POST /channels/{channel_id}/messages';

describe('a question whose turn comes when nobody waits for its answer any more', () => {
  let discord: TestDiscord;
  let bot: TestBot;
  const real = performance.now.bind(performance);
  let ahead = 0;
  beforeAll(async () => {
    vi.spyOn(performance, 'now').mockImplementation(() => real() + ahead);
    discord = await discordWithGuild();
    bot = await startBot(discord);
  });
  afterAll(async () => {
    await closeClean(discord, bot, { expectsFaults: true });
    vi.restoreAllMocks();
  });

  it('is counted and not looked into, so that the next one need not wait for it', async () => {
    const metric = async (name: string): Promise<number> => {
      const page = await (await fetch(`${bot.url}/metrics`)).text();
      return [...page.matchAll(new RegExp(`^${name}(?:{.*})? (\\d+)$`, 'gm'))].reduce((sum, [, value]) => sum + Number(value), 0);
    };
    const [asker, channel] = [newcomer(discord), freshChannel(discord)];
    const held = discord.faults.hold(POST);
    const first = mention(discord, asker, channel, WINDOWS_ON_LINUX);
    await answerTo(discord, first);
    const second = mention(discord, asker, channel, WHAT_IS_A_KERNEL);
    // The bot has heard the second when it has answered somebody who asked after it.
    await answerTo(discord, mention(discord, newcomer(discord), freshChannel(discord), WINDOWS_ON_LINUX));
    ahead += ANSWER_WITHIN_MS + 1;
    held.release();
    await vi.waitUntil(async () => (await metric('dockmaster_answers_dropped_total')) === 1, { timeout: 10_000 });

    const next = mention(discord, newcomer(discord), channel, WHAT_IS_A_KERNEL);
    expect(titleOf(await answerTo(discord, next))).toBe(WHAT_IS_A_KERNEL);
    expect(answersTo(discord, second)).toEqual([]);
    expect(await metric('dockmaster_replies_total')).toBe(3);
  });
});
