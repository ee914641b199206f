import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, newcomer, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { answerTo, HALVES, mention, WHAT_IS_A_KERNEL, WINDOWS_ON_LINUX } from '../../support/mentions.js';
import { logged } from '../../support/mishaps.js';

/** A new session takes the client up to seven seconds. */
const RECONNECT_MS = 20_000;

let discord: TestDiscord;
let bot: TestBot;
beforeEach(async () => {
  discord = await discordWithGuild();
  bot = await startBot(discord);
});

describe('a connection that Discord closes for good', () => {
  afterEach(async () => {
    await bot.stop();
    await discord.close();
  });

  it.each([
    [4_011, 'SHARD_COUNT'],
    [4_014, 'Privileged Gateway Intents'],
    [4_004, 'DISCORD_TOKEN'],
  ])('with code %i ends the bot with a reason that names %s', async (code, named) => {
    discord.faults.dropSockets(code);
    await vi.waitFor(() => expect(bot.fatal).toHaveLength(1), RECONNECT_MS);
    expect(bot.fatal[0]?.message).toContain(named);
  });
});

describe('what goes wrong halfway', () => {
  afterEach(() => closeClean(discord, bot, { expectsFaults: true }));

  it('a server that removes the bot while its session is lost is noticed in the next one', async () => {
    const other = discord.world.addGuild({ name: 'Elsewhere', ownerId: discord.ownerId });
    discord.world.join(other.id, discord.botId);
    await vi.waitFor(() => expect(logged(bot, 'guild-joined')).toBe(1));
    discord.faults.forget(true);
    discord.faults.dropSockets();
    await discord.until(() => discord.sessions[0]?.connected !== true);
    discord.world.leave(other.id, discord.botId);
    await vi.waitFor(() => expect(logged(bot, 'guild-left')).toBe(1), RECONNECT_MS);
    discord.faults.forget(false);
  });

  it('an edit after the apology gets its answer', async () => {
    const mia = newcomer(discord);
    discord.faults.fail('POST /channels/{channel_id}/messages', { status: 400, times: 1 });
    const question = mention(discord, mia, discord.generalId, WHAT_IS_A_KERNEL);
    await discord.until(() => mia.read(discord.generalId).some(({ content }) => content.includes('went wrong')));
    discord.clock.forward(20_000);
    mia.edit(question.id, `<@${discord.botId}> ${WINDOWS_ON_LINUX}`);
    await discord.until(() => mia.read(discord.generalId).some((message) => titleOf(message) === WINDOWS_ON_LINUX));
  });

  it('an answer stays where one part of its question is deleted and the other cannot be read at the moment', async () => {
    const mia = newcomer(discord);
    const first = mention(discord, mia, discord.generalId, HALVES.first);
    const answer = await answerTo(discord, first);
    const second = mention(discord, mia, discord.generalId, HALVES.second);
    await discord.until(() => answer.editedAt !== null);
    discord.faults.fail('GET /channels/{channel_id}/messages/{message_id}', { status: 403, code: 50_001, times: 1 });
    mia.remove(second.id);
    await vi.waitFor(() => expect(logged(bot, 'handler-failed')).toBe(1));
    expect(mia.read(discord.generalId).some(({ id }) => id === answer.id)).toBe(true);
  });
});
