import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, newcomer, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { answersTo, answerTo, botMessages, freshChannel, mention, settled, WINDOWS_ON_LINUX } from '../../support/mentions.js';

const ABOUT_THIS = 'Ask Test bot about this';
/** Discord's code: "Unknown Channel". */
const UNKNOWN_CHANNEL = 10_003;

let discord: TestDiscord;
let bot: TestBot;
beforeAll(async () => {
  discord = await discordWithGuild();
  bot = await startBot(discord);
});
afterAll(() => closeClean(discord, bot, { refusals: [{ operation: 'POST /channels/{channel_id}/messages', code: UNKNOWN_CHANNEL }] }));

describe('a forwarded message', () => {
  it('is read in direct messages', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const question = newcomer(discord).send(channelId, WINDOWS_ON_LINUX);
    const forwarded = mia.forward(question.id, mia.directMessages(discord.botId).id);
    expect(titleOf(await answerTo(discord, forwarded))).toBe(WINDOWS_ON_LINUX);
  });

  it('is read by the message menu', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const forwarded = mia.forward(newcomer(discord).send(freshChannel(discord), WINDOWS_ON_LINUX).id, channelId);
    expect(titleOf(await mia.messageCommand(ABOUT_THIS, forwarded.id).reply())).toBe(WINDOWS_ON_LINUX);
  });
});

describe('the embed of a webhook', () => {
  it('is read by the message menu, fields and all, below what the webhook says', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const embeds = [{ title: 'Form', fields: [{ name: 'Question', value: WINDOWS_ON_LINUX }] }];
    const posted = discord.world.webhookMessage(channelId, { name: 'Forms', content: 'New:', embeds });
    expect(titleOf(await mia.messageCommand(ABOUT_THIS, posted.id).reply())).toBe(WINDOWS_ON_LINUX);
  });

  it('is read by the message menu', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const posted = discord.world.webhookMessage(channelId, { name: 'Forum', embeds: [{ title: WINDOWS_ON_LINUX, description: '' }] });
    expect(titleOf(await mia.messageCommand(ABOUT_THIS, posted.id).reply())).toBe(WINDOWS_ON_LINUX);
  });
});

describe('what has no words', () => {
  it('is met with silence: a sticker, an emoji of the server, a reply with nothing else', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const answer = await answerTo(discord, mention(discord, mia, channelId, WINDOWS_ON_LINUX));
    const direct = mia.directMessages(discord.botId).id;
    const sent = [
      mia.send(channelId, '', { stickers: [{ name: 'wave' }], replyTo: answer.id }),
      mia.send(channelId, '<:harbour:123456789012345678>', { replyTo: answer.id }),
      mention(discord, mia, channelId, '<a:party:123456789012345678>'),
      mia.send(direct, '', { stickers: [{ name: 'wave' }] }),
      mia.send(direct, '🐳'),
    ];
    await settled(discord);
    expect(sent.flatMap((message) => answersTo(discord, message))).toEqual([]);
  });

  it('is told that only words can be read, where it is a file', async () => {
    const mia = newcomer(discord);
    const sent = mia.send(mia.directMessages(discord.botId).id, '', { attachments: [{ filename: 'error.png', contentType: 'image/png' }] });
    expect((await answerTo(discord, sent)).content).toMatch(/only read text/);
  });

  it("is the bot's name alone: it gets the help, as a reply too", async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const other = newcomer(discord).send(channelId, 'anybody?');
    expect((await answerTo(discord, mention(discord, mia, channelId, '', other.id))).content).toContain('/ask');
  });
});

describe('a role in place of the bot', () => {
  it.each([
    ['its own', () => discord.world.addRole(discord.guildId, { name: 'Test bot', botId: discord.botId, mentionable: true })],
    ['one with its name', () => discord.world.addRole(discord.guildId, { name: 'test BOT', mentionable: true })],
  ])('is told from it in one sentence: %s', async (_, roleOf) => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const asked = mia.send(channelId, `<@&${roleOf().id}> ${WINDOWS_ON_LINUX}`);
    const { content, components } = await answerTo(discord, asked);
    expect(content).toMatch(/^That was a role.*Mention me, @Test bot/);
    expect(components).toEqual([]);
  });
});

describe('a channel that is deleted between question and answer', () => {
  it('is no error either where it goes at once', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    discord.world.removeChannel(channelId);
    await expect
      .poll(() => bot.log.filter((line) => line.channelId === channelId))
      .toEqual([expect.objectContaining({ event: 'answer-not-posted', level: 'info' })]);
  });

  it('is one line in the log, and no error', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const hold = discord.faults.hold('POST /channels/{channel_id}/messages', { after: false, times: 1 });
    mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    await discord.until(() => discord.requests.some(({ path, status }) => path === `/channels/${channelId}/messages` && status === null));
    discord.world.removeChannel(channelId);
    hold.release();
    await expect
      .poll(() => bot.log.filter((line) => line.channelId === channelId))
      .toEqual([expect.objectContaining({ event: 'answer-not-posted', level: 'info' })]);
    expect(botMessages(discord, mia.directMessages(discord.botId).id)).toEqual([]);
  });
});
