import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, newcomer, titleOf } from '../../support/conversation.js';
import { discordWithGuild, rest, type TestDiscord } from '../../support/discord.js';
import {
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

let discord: TestDiscord;
let bot: TestBot;
beforeAll(async () => {
  discord = await discordWithGuild();
  bot = await startBot(discord);
});
afterAll(() => closeClean(discord, bot));

/** A question in two messages, in a channel of its own, with its one answer. */
async function askedInTwo(first: string, second: string) {
  const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
  const one = mention(discord, mia, channelId, first);
  const answer = await answerTo(discord, one);
  const two = mention(discord, mia, channelId, second);
  await settled(discord);
  return { mia, channelId, one, two, answer };
}

describe('a deleted question', () => {
  it.each([WINDOWS_ON_LINUX, OFF_TOPIC, 'hello', ''])('takes its answer with it: %j', async (text) => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const asked = mention(discord, mia, channelId, text);
    await answerTo(discord, asked);
    mia.remove(asked.id);
    await discord.until(() => botMessages(discord, channelId).length === 0);
  });

  it('may be deleted by a moderator', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const asked = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    await answerTo(discord, asked);
    discord.as(discord.helperId).remove(asked.id);
    await discord.until(() => botMessages(discord, channelId).length === 0);
  });

  it('is deleted while it is being answered: no answer stays', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const hold = discord.faults.hold('POST /channels/{channel_id}/messages');
    const asked = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    await discord.until(() => answersTo(discord, asked)[0]);
    mia.remove(asked.id);
    hold.release();
    await discord.until(() => botMessages(discord, channelId).length === 0);
  });

  it('is no longer part of the conversation', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const asked = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    await answerTo(discord, asked);
    discord.clock.forward(LATER_MS);
    mia.remove(asked.id);
    await discord.until(() => botMessages(discord, channelId).length === 0);
    expect((await askInChannel(discord, mia, channelId, 'why?')).content).toMatch(/^About what\?/);
  });

  it('can be one in direct messages', async () => {
    const mia = newcomer(discord);
    const { id } = mia.directMessages(discord.botId);
    const asked = mia.send(id, WINDOWS_ON_LINUX);
    await answerTo(discord, asked);
    mia.remove(asked.id);
    await discord.until(() => botMessages(discord, id).length === 0);
  });

  it('leaves the answers to other questions alone', async () => {
    const channelId = freshChannel(discord);
    const [mia, ben] = [newcomer(discord), newcomer(discord)];
    const asked = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    await answerTo(discord, asked);
    const other = await answerTo(discord, mention(discord, ben, channelId, LINUX_ON_MAC));
    mia.remove(asked.id);
    await discord.until(() => answersTo(discord, asked).length === 0);
    await settled(discord);
    expect(botMessages(discord, channelId)).toEqual([other]);
  });
});

describe('one message of a question in several', () => {
  it('is the second: the first is answered anew', async () => {
    const { mia, channelId, two, answer } = await askedInTwo(HALVES.first, HALVES.second);
    expect(titleOf(answer)).toBe(WINDOWS_ON_LINUX);
    mia.remove(two.id);
    await discord.until(() => titleOf(answer) !== WINDOWS_ON_LINUX);
    expect(botMessages(discord, channelId)).toEqual([answer]);
  });

  it('is the first: the second is answered anew, and an edit of it changes the answer', async () => {
    const { mia, channelId, one, two, answer } = await askedInTwo(HALVES.first, HALVES.second);
    mia.remove(one.id);
    await discord.until(() => titleOf(answer) !== WINDOWS_ON_LINUX);
    mia.edit(two.id, `<@${discord.botId}> ${LINUX_ON_MAC}`);
    await discord.until(() => titleOf(answer) === LINUX_ON_MAC);
    expect(botMessages(discord, channelId)).toEqual([answer]);
  });

  it('is followed by the other: nothing is left to answer', async () => {
    const { mia, channelId, one, two } = await askedInTwo(HALVES.first, HALVES.second);
    mia.remove(one.id);
    mia.remove(two.id);
    await discord.until(() => botMessages(discord, channelId).length === 0);
    await settled(discord);
    expect(botMessages(discord, channelId)).toEqual([]);
  });
});

describe('messages deleted together', () => {
  /** Deletes messages in bulk, as a moderators' bot does. */
  async function deleteTogether(channelId: string, ids: readonly string[]): Promise<void> {
    const { world, guildId, url } = discord;
    const janitor = world.addApplication({ name: 'Janitor' });
    world.join(guildId, janitor.id, [world.addRole(guildId, { name: 'Janitors', permissions: ['manageMessages'] }).id]);
    const { status } = await rest({ url, token: janitor.token }, 'POST', `/channels/${channelId}/messages/bulk-delete`, { messages: ids });
    expect(status).toBe(204);
  }

  it('take the answers to questions among them', async () => {
    const channelId = freshChannel(discord);
    const [mia, ben] = [newcomer(discord), newcomer(discord)];
    const [one, two] = [mention(discord, mia, channelId, WINDOWS_ON_LINUX), mention(discord, ben, channelId, LINUX_ON_MAC)];
    await answerTo(discord, one);
    await answerTo(discord, two);
    await deleteTogether(channelId, [one.id, two.id]);
    await discord.until(() => botMessages(discord, channelId).length === 0);
  });

  it('may hold a question with its answer: then there is nothing to do', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const asked = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    const answer = await answerTo(discord, asked);
    await settled(discord);
    await deleteTogether(channelId, [asked.id, answer.id]);
    await settled(discord);
    expect(discord.requests.filter(({ method, path }) => method === 'DELETE' && path.endsWith(answer.id))).toEqual([]);
  });
});
