import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { SOMETHING_FAILED } from '../../../src/discord/context.js';
import type { Person } from '../../../src/playground/people/person.js';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, newcomer, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { answersTo, answerTo, mention, WHAT_IS_A_KERNEL, WINDOWS_ON_LINUX } from '../../support/mentions.js';
import { expectDecent, expectOneAnswer, logged, retitled } from '../../support/mishaps.js';

const POST = 'POST /channels/{channel_id}/messages';
const PATCH = 'PATCH /channels/{channel_id}/messages/{message_id}';
const DELETE = 'DELETE /channels/{channel_id}/messages/{message_id}';
const THREAD = 'POST /channels/{channel_id}/messages/{message_id}/threads';
/** discord.js tries once and retries three times. */
const ALL_TRIES = 4;

describe('an answer to a mention', () => {
  let discord: TestDiscord;
  let bot: TestBot;
  let mia: Person;
  let channelId: string;
  beforeAll(async () => {
    discord = await discordWithGuild();
    bot = await startBot(discord);
  });
  afterEach(() => discord.faults.clear());
  afterAll(async () => {
    expectDecent(discord, [160_004]);
    await closeClean(discord, bot, { expectsFaults: true });
  });

  /** A person and a channel that no other test has to do with: limits and queues are those of a channel. */
  const elsewhere = (): void => {
    mia = newcomer(discord);
    channelId = discord.world.addChannel(discord.guildId, { name: `quay-${mia.id}` }).id;
  };

  it.each([
    ['500', 500, false],
    ['500', 500, true],
    ['502', 502, false],
    ['502', 502, true],
  ] as const)('comes once where Discord fails with %s (%i, after the effect: %s), and follows an edit', async (_, status, after) => {
    elsewhere();
    discord.faults.fail(POST, { status, after, times: 2 });
    const question = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    expect(titleOf(await answerTo(discord, question))).toBe(WINDOWS_ON_LINUX);
    await expectOneAnswer(discord, mia, question);
    const answer = await answerTo(discord, question);
    mia.edit(question.id, `<@${discord.botId}> ${WHAT_IS_A_KERNEL}`);
    await retitled(discord, answer, WHAT_IS_A_KERNEL);
  });

  it('is an apology where Discord fails again and again, and the next question is answered', async () => {
    elsewhere();
    discord.faults.fail(POST, { times: ALL_TRIES });
    const question = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    expect((await answerTo(discord, question)).content).toBe(SOMETHING_FAILED);
    await expectOneAnswer(discord, mia, question);
  });

  it('stays the only message where it was posted and every answer of Discord was lost', async () => {
    elsewhere();
    const failed = logged(bot, 'handler-failed');
    discord.faults.fail(POST, { status: 502, times: ALL_TRIES, after: true });
    const question = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    await vi.waitFor(() => expect(logged(bot, 'handler-failed')).toBe(failed + 1));
    await expectOneAnswer(discord, mia, question);
    expect(answersTo(discord, question).map(titleOf)).toEqual([WINDOWS_ON_LINUX]);
  });

  it.each([
    ['before', false],
    ['after', true],
  ] as const)('comes once where the connection is closed %s the effect', async (_, after) => {
    elsewhere();
    discord.faults.cut(POST, { after });
    const question = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    expect(titleOf(await answerTo(discord, question))).toBe(WINDOWS_ON_LINUX);
    await expectOneAnswer(discord, mia, question);
  });

  it.each(['user', 'shared', 'global'] as const)('waits for a rate limit of the scope %s', async (scope) => {
    elsewhere();
    discord.faults.limit(POST, { retryAfterMs: 200, scope, times: 2 });
    const question = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    expect(titleOf(await answerTo(discord, question))).toBe(WINDOWS_ON_LINUX);
    await expectOneAnswer(discord, mia, question);
  });

  it('that is slow to be taken holds up no other channel', async () => {
    elsewhere();
    const held = discord.faults.hold(POST, { times: 1 });
    const question = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    await answerTo(discord, question);
    const other = mention(discord, newcomer(discord), discord.randomId, WHAT_IS_A_KERNEL);
    expect(titleOf(await answerTo(discord, other))).toBe(WHAT_IS_A_KERNEL);
    held.release();
    await expectOneAnswer(discord, mia, question);
  });

  it('does not come from a banned address, and does when the ban is over', async () => {
    elsewhere();
    const failed = logged(bot, 'apology-failed');
    discord.faults.ban(POST, { times: 2 });
    const question = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    await vi.waitFor(() => expect(logged(bot, 'apology-failed')).toBe(failed + 1));
    expect(answersTo(discord, question)).toEqual([]);
    const next = mention(discord, newcomer(discord), channelId, WINDOWS_ON_LINUX);
    expect(titleOf(await answerTo(discord, next))).toBe(WINDOWS_ON_LINUX);
  });

  it.each([
    ['before', false],
    ['after', true],
  ] as const)('changes with its question where Discord fails %s the change', async (_, after) => {
    elsewhere();
    const question = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    const answer = await answerTo(discord, question);
    discord.faults.fail(PATCH, { status: 502, after });
    discord.faults.cut(PATCH, { after });
    mia.edit(question.id, `<@${discord.botId}> ${WHAT_IS_A_KERNEL}`);
    await retitled(discord, answer, WHAT_IS_A_KERNEL);
    expect(answersTo(discord, question)).toHaveLength(1);
  });

  it('goes with its question where the first removal took effect and its answer was lost', async () => {
    elsewhere();
    const question = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    await answerTo(discord, question);
    discord.faults.fail(DELETE, { status: 502 });
    mia.remove(question.id);
    await discord.until(() => answersTo(discord, question).length === 0);
  });

  it('stands once in the one thread where the thread was made and Discord’s answer was lost', async () => {
    const owner = discord.as(discord.ownerId);
    await owner.slash(discord.generalId, 'settings', { 'reply-in': 'thread' }).reply();
    elsewhere();
    discord.faults.fail(THREAD, { status: 502, after: true });
    const question = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    const answers = () => mia.read(question.id).filter(({ authorId }) => authorId === discord.botId);
    await discord.until(() => discord.world.channels.has(question.id) && answers().length > 0);
    expect(answers().map(titleOf)).toEqual([WINDOWS_ON_LINUX]);
    await owner.slash(discord.generalId, 'settings', { 'reply-in': 'channel' }).reply();
  });
});
