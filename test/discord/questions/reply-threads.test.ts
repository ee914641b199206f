import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, newcomer, type Refusal, type Shown, snapshot, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import {
  answeredConversation,
  answersTo,
  answerTo,
  askInChannel,
  botMessages,
  freshChannel,
  HALVES,
  LATER_MS,
  LINUX_ON_MAC,
  mention,
  OFF_TOPIC,
  settled,
  WINDOWS_ON_LINUX,
} from '../../support/mentions.js';

const START_THREAD = 'POST /channels/{channel_id}/messages/{message_id}/threads';

let discord: TestDiscord;
let bot: TestBot;
let turns: Awaited<ReturnType<typeof answeredConversation>>;
/** "A thread has already been created for this message": how the bot finds out. */
const BEGUN = { operation: START_THREAD, code: 160_004 };
const refusals: Refusal[] = [];
beforeAll(async () => {
  turns = await answeredConversation();
  discord = await discordWithGuild();
  bot = await startBot(discord);
  await discord.as(discord.ownerId).slash(discord.generalId, 'settings', { 'reply-in': 'thread' }).reply();
});
afterAll(() => closeClean(discord, bot, { refusals }));

/** Waits for the bot's first message in the thread of a message. */
function answerInThread(asked: Shown): Promise<Shown> {
  return discord.until(() => botMessages(discord, asked.id)[0]);
}

describe('a server that wants answers in threads', () => {
  it('gets a thread at the question, named after the entry, with the answer in it', async () => {
    const channelId = freshChannel(discord);
    const asked = mention(discord, newcomer(discord), channelId, 'Can Windows containers run on Linux hosts?');
    const answer = await answerInThread(asked);
    expect(titleOf(answer)).toBe(WINDOWS_ON_LINUX);
    expect(discord.world.channels.get(asked.id)).toMatchObject({
      name: WINDOWS_ON_LINUX,
      parentId: channelId,
      type: 11,
      ownerId: discord.botId,
    });
    expect(botMessages(discord, channelId)).toEqual([]);
  });

  it('gets one for a question that nothing is known about, without the words of its asker', async () => {
    const asked = mention(discord, newcomer(discord), freshChannel(discord), OFF_TOPIC);
    const answer = await answerInThread(asked);
    expect(answer.content).toMatch(/^I don't know/);
    expect(discord.world.channels.get(asked.id)?.name).toBe('Question');
  });

  it('has the conversation go on in the thread, across people', async () => {
    const [mia, ben] = [newcomer(discord), newcomer(discord)];
    const asked = mention(discord, mia, freshChannel(discord), turns[0]?.text ?? '');
    expect(titleOf(await answerInThread(asked))).toBe(turns[0]?.title);
    discord.clock.forward(LATER_MS);
    for (const { text, title } of turns.slice(1)) {
      const answer = await askInChannel(discord, ben, asked.id, text);
      expect(titleOf(answer), text).toBe(title);
    }
  });

  it('has an edit of the question change the answer in the thread, and a deletion remove it', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const asked = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    const answer = await answerInThread(asked);
    mia.edit(asked.id, `<@${discord.botId}> ${LINUX_ON_MAC}`);
    await discord.until(() => titleOf(answer) === LINUX_ON_MAC);
    expect(botMessages(discord, asked.id)).toEqual([answer]);
    mia.remove(asked.id);
    await discord.until(() => botMessages(discord, asked.id).length === 0);
    expect(botMessages(discord, channelId)).toEqual([]);
  });

  it('has what is added within ten seconds change the answer in the thread', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const asked = mention(discord, mia, channelId, HALVES.first);
    const answer = await answerInThread(asked);
    const added = mention(discord, mia, channelId, HALVES.second);
    await discord.until(() => titleOf(answer) === WINDOWS_ON_LINUX);
    await settled(discord);
    expect(discord.world.channels.has(added.id)).toBe(false);
    expect(botMessages(discord, channelId)).toEqual([]);
  });

  it('answers in place what is asked in a thread, and gives the help in place', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const thread = mia.thread({ channelId }, 'Containers');
    expect((await askInChannel(discord, mia, thread.id, WINDOWS_ON_LINUX)).channelId).toBe(thread.id);
    expect((await askInChannel(discord, mia, channelId, '')).content).toContain('/ask');
  });

  it('answers in place in direct messages', async () => {
    const mia = newcomer(discord);
    const asked = mia.send(mia.directMessages(discord.botId).id, WINDOWS_ON_LINUX);
    expect(titleOf(await answerTo(discord, asked))).toBe(WINDOWS_ON_LINUX);
  });

  it('answers beside a message that has a thread already', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const asked = mia.send(channelId, WINDOWS_ON_LINUX);
    mia.thread({ messageId: asked.id }, 'aside');
    mia.edit(asked.id, `<@${discord.botId}> ${WINDOWS_ON_LINUX}`);
    expect(titleOf(await answerTo(discord, asked))).toBe(WINDOWS_ON_LINUX);
    expect(botMessages(discord, asked.id)).toEqual([]);
  });

  it('answers in a thread that somebody else began at the same moment', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    refusals.push(BEGUN);
    const asked = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    mia.thread({ messageId: asked.id }, 'mine');
    const answer = await answerInThread(asked);
    expect(titleOf(answer)).toBe(WINDOWS_ON_LINUX);
    expect(discord.world.channels.get(asked.id)?.name).toBe('mine');
    mia.edit(asked.id, `<@${discord.botId}> ${LINUX_ON_MAC}`);
    await discord.until(() => titleOf(answer) === LINUX_ON_MAC);
  });

  it('answers once in the thread that it began although it was told that it had failed', async () => {
    refusals.push(BEGUN);
    discord.faults.fail(START_THREAD, { status: 502, after: true });
    const asked = mention(discord, newcomer(discord), freshChannel(discord), WINDOWS_ON_LINUX);
    const answer = await answerInThread(asked);
    await settled(discord);
    expect(botMessages(discord, asked.id)).toEqual([answer]);
    expect(answersTo(discord, asked)).toEqual([]);
  });

  it('answers in place where the bot may not begin threads, though it has not been told so yet', async () => {
    discord.faults.fail(START_THREAD, { status: 403, code: 50_013 });
    const asked = mention(discord, newcomer(discord), freshChannel(discord), WINDOWS_ON_LINUX);
    expect(titleOf(await answerTo(discord, asked))).toBe(WINDOWS_ON_LINUX);
  });

  it.each(['createPublicThreads', 'sendMessagesInThreads'] as const)('answers in place in a channel without %s', async (permission) => {
    const channelId = freshChannel(discord);
    discord.world.setOverwrite(channelId, discord.botId, { deny: [permission] });
    const asked = mention(discord, newcomer(discord), channelId, WINDOWS_ON_LINUX);
    expect(titleOf(await answerTo(discord, asked))).toBe(WINDOWS_ON_LINUX);
    expect(discord.world.channels.has(asked.id)).toBe(false);
  });
});

describe('a server that has chosen channels for answers', () => {
  let chosen: string;
  let other: string;
  const choose = async (channels: readonly string[]): Promise<void> => {
    const olga = discord.as(discord.ownerId);
    const shown = await olga.slash(discord.generalId, 'settings', { 'reply-in': 'channel' }).reply();
    await olga.select(shown.id, 'answer-channels', channels).reply();
  };
  beforeAll(async () => {
    [chosen, other] = [freshChannel(discord, 'chosen'), freshChannel(discord, 'other')];
    await choose([chosen]);
  });
  // What waits for the bot to be done asks it in a channel of its own.
  const silentIn = async (channelId: string): Promise<void> => {
    mention(discord, newcomer(discord), channelId, WINDOWS_ON_LINUX);
    mention(discord, newcomer(discord), channelId, '');
    await askInChannel(discord, newcomer(discord), chosen, LINUX_ON_MAC);
    await askInChannel(discord, newcomer(discord), chosen, LINUX_ON_MAC);
    expect(botMessages(discord, channelId)).toEqual([]);
  };

  it('is answered in those, and in their threads', async () => {
    const mia = newcomer(discord);
    expect(titleOf(await askInChannel(discord, mia, chosen, WINDOWS_ON_LINUX))).toBe(WINDOWS_ON_LINUX);
    const thread = mia.thread({ channelId: chosen }, 'Containers');
    expect(titleOf(await askInChannel(discord, mia, thread.id, WINDOWS_ON_LINUX))).toBe(WINDOWS_ON_LINUX);
  });

  it('hears nothing elsewhere, nor in threads elsewhere', async () => {
    await silentIn(other);
    await silentIn(newcomer(discord).thread({ channelId: other }, 'Containers').id);
  });

  it('is still answered in direct messages', async () => {
    const mia = newcomer(discord);
    expect(titleOf(await answerTo(discord, mia.send(mia.directMessages(discord.botId).id, WINDOWS_ON_LINUX)))).toBe(WINDOWS_ON_LINUX);
  });

  it('keeps a reply by /ask that would be for all to the asker elsewhere', async () => {
    const mia = newcomer(discord);
    const shown = await mia.slash(other, 'ask', { question: WINDOWS_ON_LINUX, private: false }).reply();
    expect(shown.ephemeralFor).toBe(mia.id);
    discord.clock.forward(LATER_MS);
    expect((await mia.slash(chosen, 'ask', { question: WINDOWS_ON_LINUX, private: false }).reply()).ephemeralFor).toBeNull();
  });

  it('is answered everywhere again where it chooses none', async () => {
    await choose([]);
    const answer = await askInChannel(discord, newcomer(discord), other, WINDOWS_ON_LINUX);
    expect(snapshot(answer).embeds).toHaveLength(1);
  });
});
