import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, newcomer, press, snapshot, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
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

const MINUTE_MS = 60_000;

let discord: TestDiscord;
let bot: TestBot;
beforeAll(async () => {
  discord = await discordWithGuild();
  bot = await startBot(discord);
});
afterAll(() => closeClean(discord, bot));

/** A question in a channel of its own, answered long enough ago that nothing joins it. */
async function answered(text = WINDOWS_ON_LINUX) {
  const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
  const asked = mention(discord, mia, channelId, text);
  const answer = await answerTo(discord, asked);
  discord.clock.forward(LATER_MS);
  return { mia, channelId, asked, answer };
}

describe('an edited question', () => {
  it('is answered again in the same message', async () => {
    const { mia, channelId, asked, answer } = await answered();
    mia.edit(asked.id, `<@${discord.botId}> ${LINUX_ON_MAC}`);
    await discord.until(() => titleOf(answer) === LINUX_ON_MAC);
    await settled(discord);
    expect(botMessages(discord, channelId)).toEqual([answer]);
  });

  it('may go from an answer to none and back', async () => {
    const { mia, asked, answer } = await answered();
    mia.edit(asked.id, `<@${discord.botId}> ${OFF_TOPIC}`);
    await discord.until(() => answer.content.startsWith("I don't know"));
    expect(answer.embeds).toEqual([]);
    mia.edit(asked.id, `<@${discord.botId}> ${WINDOWS_ON_LINUX}`);
    await discord.until(() => titleOf(answer) === WINDOWS_ON_LINUX);
    expect(answer.content).toBe('');
  });

  it('is edited without the mention: the answer stays', async () => {
    const { mia, channelId, asked, answer } = await answered();
    const before = snapshot(answer);
    mia.edit(asked.id, LINUX_ON_MAC);
    await settled(discord);
    expect(botMessages(discord, channelId)).toEqual([answer]);
    expect(snapshot(answer)).toEqual(before);
  });

  it('counts in the conversation as it is now', async () => {
    const { mia, channelId, asked, answer } = await answered();
    mia.edit(asked.id, `<@${discord.botId}> ${LINUX_ON_MAC}`);
    await discord.until(() => titleOf(answer) === LINUX_ON_MAC);
    const { mia: other, channelId: elsewhere } = await answered(LINUX_ON_MAC);
    const [why, expected] = [await askInChannel(discord, mia, channelId, 'why?'), await askInChannel(discord, other, elsewhere, 'why?')];
    expect(titleOf(expected)).not.toBe('');
    expect(snapshot(why).embeds).toEqual(snapshot(expected).embeds);
  });

  it('is answered where the edit adds the mention, for ten minutes', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const [late, tooLate] = [mia.send(channelId, WINDOWS_ON_LINUX), mia.send(channelId, WINDOWS_ON_LINUX)];
    discord.clock.forward(10 * MINUTE_MS - 1);
    mia.edit(late.id, `<@${discord.botId}> ${WINDOWS_ON_LINUX}`);
    expect(titleOf(await answerTo(discord, late))).toBe(WINDOWS_ON_LINUX);
    discord.clock.forward(LATER_MS);
    mia.edit(tooLate.id, `<@${discord.botId}> ${WINDOWS_ON_LINUX}`);
    await settled(discord);
    expect(answersTo(discord, tooLate)).toEqual([]);
  });

  it('was a mention alone: the help gives way to the answer', async () => {
    const { mia, channelId, asked, answer } = await answered('');
    mia.edit(asked.id, `<@${discord.botId}> ${WINDOWS_ON_LINUX}`);
    await discord.until(() => titleOf(answer) === WINDOWS_ON_LINUX);
    expect(botMessages(discord, channelId)).toEqual([answer]);
  });

  it('is edited while it is being answered: the edit counts', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const hold = discord.faults.hold('POST /channels/{channel_id}/messages', { after: false });
    const asked = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    await discord.until(() => discord.requests.some(({ path, status }) => path === `/channels/${channelId}/messages` && status === null));
    mia.edit(asked.id, `<@${discord.botId}> ${LINUX_ON_MAC}`);
    hold.release();
    await discord.until(() => answersTo(discord, asked).some((answer) => titleOf(answer) === LINUX_ON_MAC));
    await settled(discord);
    expect(botMessages(discord, channelId)).toHaveLength(1);
  });

  it('is one of several: all are read again', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const first = mention(discord, mia, channelId, 'Can a macOS container run');
    const answer = await answerTo(discord, first);
    mention(discord, mia, channelId, HALVES.second);
    await discord.until(() => titleOf(answer) === LINUX_ON_MAC);
    discord.clock.forward(LATER_MS);
    mia.edit(first.id, `<@${discord.botId}> ${HALVES.first}`);
    await discord.until(() => titleOf(answer) === WINDOWS_ON_LINUX);
    expect(botMessages(discord, channelId)).toEqual([answer]);
  });

  it('can be one in direct messages', async () => {
    const mia = newcomer(discord);
    const asked = mia.send(mia.directMessages(discord.botId).id, WINDOWS_ON_LINUX);
    const answer = await answerTo(discord, asked);
    mia.edit(asked.id, LINUX_ON_MAC);
    await discord.until(() => titleOf(answer) === LINUX_ON_MAC);
  });
});

describe('what looks like an edit', () => {
  it('is a link preview or a new thread: nothing is sent', async () => {
    const { mia, asked, answer } = await answered();
    const before = snapshot(answer);
    // A request over Discord's limit is sent again by the client.
    const sent = (): number =>
      discord.requests.filter(({ method, path, status }) => method === 'PATCH' && path.includes(asked.channelId) && status !== 429).length;
    const user = (id: string) => ({ id, username: `user ${id}`, discriminator: '0', global_name: null, avatar: null });
    // Without `edited_timestamp`, as Discord sends it when it has found what a link leads to; the text is another here, so that reading it would show.
    const preview = {
      ...{ id: asked.id, channel_id: asked.channelId, guild_id: discord.guildId, type: 0, author: user(mia.id) },
      ...{ content: `<@${discord.botId}> ${LINUX_ON_MAC}`, timestamp: new Date(asked.createdAt).toISOString(), edited_timestamp: null },
      ...{ embeds: [{ type: 'link', url: 'https://example.org', title: 'A page' }], components: [], attachments: [] },
      ...{ mentions: [user(discord.botId)], mention_roles: [], mention_everyone: false, flags: 0, pinned: false, tts: false },
    };
    discord.faults.dispatch('MESSAGE_UPDATE', preview, discord.guildId);
    mia.thread({ messageId: asked.id }, 'aside');
    await settled(discord);
    expect(sent()).toBe(0);
    expect(snapshot(answer)).toEqual(before);
    // With a time of editing the same event is an edit.
    discord.faults.dispatch('MESSAGE_UPDATE', { ...preview, edited_timestamp: preview.timestamp }, discord.guildId);
    await discord.until(() => titleOf(answer) === LINUX_ON_MAC);
    expect(sent()).toBe(1);
  });
});

describe('an answer that somebody took away', () => {
  it('is not brought back by an edit, where a moderator deleted it', async () => {
    const { mia, channelId, asked, answer } = await answered();
    await settled(discord);
    discord.as(discord.helperId).remove(answer.id);
    await settled(discord);
    mia.edit(asked.id, `<@${discord.botId}> ${LINUX_ON_MAC}`);
    await settled(discord);
    mia.edit(asked.id, `<@${discord.botId}> ${WINDOWS_ON_LINUX}`);
    await settled(discord);
    expect(botMessages(discord, channelId)).toEqual([]);
  });

  it('is not brought back by an edit, where its asker dismissed it', async () => {
    const { mia, channelId, asked, answer } = await answered();
    await press(mia, answer, 'Dismiss').acknowledged;
    await discord.until(() => !discord.world.messages.has(answer.id));
    await settled(discord);
    mia.edit(asked.id, `<@${discord.botId}> ${LINUX_ON_MAC}`);
    await settled(discord);
    expect(botMessages(discord, channelId)).toEqual([]);
  });
});
