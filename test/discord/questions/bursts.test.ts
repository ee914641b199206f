import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, newcomer, press, snapshot, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import {
  answeredConversation,
  answersTo,
  answerTo,
  botMessages,
  freshChannel,
  LATER_MS,
  LINUX_ON_MAC,
  mention,
  questionInTwoParts,
  settled,
  WINDOWS_ON_LINUX,
} from '../../support/mentions.js';

/** Discord's flag of a message that makes no sound (documentation: message flags, SUPPRESS_NOTIFICATIONS). */
const SILENT = 1 << 12;
/** A server's cooldown unless it sets another. */
const COOLDOWN_MS = 3_000;

let discord: TestDiscord;
let bot: TestBot;
let parts: Awaited<ReturnType<typeof questionInTwoParts>>;
let turns: Awaited<ReturnType<typeof answeredConversation>>;
beforeAll(async () => {
  turns = await answeredConversation();
  parts = await questionInTwoParts();
  discord = await discordWithGuild();
  bot = await startBot(discord);
});
afterAll(() => closeClean(discord, bot));

describe('a question in several messages', () => {
  it('is answered at once, and what is added within ten seconds changes that one reply', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const answer = await answerTo(discord, mention(discord, mia, channelId, parts.first));
    expect(answer.createdAt).toBe(discord.clock.now());
    expect(titleOf(answer)).not.toBe(parts.title);
    discord.clock.forward(9_999);
    mention(discord, mia, channelId, parts.second);
    await discord.until(() => titleOf(answer) === parts.title);
    await settled(discord);
    expect(botMessages(discord, channelId)).toEqual([answer]);
  });

  it('ends after ten seconds: what comes then is a question of its own', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const first = await answerTo(discord, mention(discord, mia, channelId, WINDOWS_ON_LINUX));
    const before = snapshot(first);
    discord.clock.forward(10_000);
    const second = await answerTo(discord, mention(discord, mia, channelId, 'on a Mac, I mean'));
    expect(second.id).not.toBe(first.id);
    expect(snapshot(first)).toEqual(before);
  });

  it('ends ten seconds after its first message, not after its last', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const first = await answerTo(discord, mention(discord, mia, channelId, parts.first));
    discord.clock.forward(8_000);
    mention(discord, mia, channelId, parts.second);
    await discord.until(() => titleOf(first) === parts.title);
    discord.clock.forward(2_000);
    const next = await answerTo(discord, mention(discord, mia, channelId, WINDOWS_ON_LINUX));
    expect(titleOf(next)).toBe(WINDOWS_ON_LINUX);
    expect(titleOf(first)).toBe(parts.title);
  });

  it('needs no mention in direct messages', async () => {
    const mia = newcomer(discord);
    const { id } = mia.directMessages(discord.botId);
    const answer = await answerTo(discord, mia.send(id, parts.first));
    discord.clock.forward(5_000);
    mia.send(id, parts.second);
    await discord.until(() => titleOf(answer) === parts.title);
    await settled(discord);
    expect(botMessages(discord, id)).toEqual([answer]);
  });

  it('may begin with the mention alone: the help gives way to the answer', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const help = await answerTo(discord, mention(discord, mia, channelId, ''));
    expect(help.content).toContain('/ask');
    mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    await discord.until(() => titleOf(help) === WINDOWS_ON_LINUX);
    expect(help.content).toBe('');
    expect(botMessages(discord, channelId)).toEqual([help]);
  });

  it('gets one reply where its second message comes before the reply to the first', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const hold = discord.faults.hold('POST /channels/{channel_id}/messages', { after: false });
    const asked = mention(discord, mia, channelId, parts.first);
    await discord.until(() => discord.requests.some(({ path, status }) => path === `/channels/${channelId}/messages` && status === null));
    mention(discord, mia, channelId, parts.second);
    hold.release();
    await discord.until(() => answersTo(discord, asked).some((answer) => titleOf(answer) === parts.title));
    await settled(discord);
    expect(botMessages(discord, channelId)).toHaveLength(1);
  });

  it("is one person's: another's message neither joins nor waits", async () => {
    const [mia, henry, channelId] = [newcomer(discord), newcomer(discord), freshChannel(discord)];
    const first = await answerTo(discord, mention(discord, mia, channelId, parts.first));
    const before = snapshot(first);
    const second = await answerTo(discord, mention(discord, henry, channelId, WINDOWS_ON_LINUX));
    expect(titleOf(second)).toBe(WINDOWS_ON_LINUX);
    expect(snapshot(first)).toEqual(before);
    mention(discord, mia, channelId, parts.second);
    await discord.until(() => titleOf(first) === parts.title);
    expect(titleOf(second)).toBe(WINDOWS_ON_LINUX);
  });

  it('is not joined by a reply to its answer, which is the next question of the conversation', async () => {
    const [first, next] = turns;
    if (!first || !next) throw new Error('a conversation has two turns at least');
    for (const channelId of [freshChannel(discord), 'direct messages']) {
      const mia = newcomer(discord);
      const place = channelId === 'direct messages' ? mia.directMessages(discord.botId).id : channelId;
      const answer = await answerTo(discord, mention(discord, mia, place, first.text));
      const before = snapshot(answer);
      discord.clock.forward(COOLDOWN_MS);
      const followUp = await answerTo(discord, mia.send(place, next.text, { replyTo: answer.id }));
      expect(titleOf(followUp)).toBe(next.title);
      expect(snapshot(answer)).toEqual(before);
    }
  });

  it('is not joined by what opens as a question does, once an entry answers it', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const first = await answerTo(discord, mention(discord, mia, channelId, WINDOWS_ON_LINUX));
    const before = snapshot(first);
    discord.clock.forward(COOLDOWN_MS);
    const second = await answerTo(discord, mention(discord, mia, channelId, LINUX_ON_MAC));
    expect(titleOf(second)).toBe(LINUX_ON_MAC);
    expect(snapshot(first)).toEqual(before);
  });

  it('starts anew where its answer was dismissed in the meantime', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const first = await answerTo(discord, mention(discord, mia, channelId, parts.first));
    discord.clock.forward(COOLDOWN_MS);
    await press(mia, first, 'Dismiss').acknowledged;
    await discord.until(() => !discord.world.messages.has(first.id));
    const second = await answerTo(discord, mention(discord, mia, channelId, WINDOWS_ON_LINUX));
    expect(titleOf(second)).toBe(WINDOWS_ON_LINUX);
    expect(botMessages(discord, channelId)).toEqual([second]);
  });
});

describe('the cooldown', () => {
  it('lets a person ask again after three seconds, and says so once, without a sound', async () => {
    const mia = newcomer(discord);
    await answerTo(discord, mention(discord, mia, freshChannel(discord), WINDOWS_ON_LINUX));
    discord.clock.forward(COOLDOWN_MS - 1);
    const notice = await answerTo(discord, mention(discord, mia, freshChannel(discord), LINUX_ON_MAC));
    expect(notice.content).toMatch(/ask again in a second/);
    expect(notice.flags & SILENT).toBe(SILENT);
    expect(notice.embeds).toEqual([]);
    const again = mention(discord, mia, freshChannel(discord), LINUX_ON_MAC);
    await settled(discord);
    expect(answersTo(discord, again)).toEqual([]);
    discord.clock.forward(1);
    const answer = await answerTo(discord, mention(discord, mia, freshChannel(discord), LINUX_ON_MAC));
    expect(titleOf(answer)).toBe(LINUX_ON_MAC);
    expect(answer.flags & SILENT).toBe(0);
  });

  it('is counted anew after the next question', async () => {
    const mia = newcomer(discord);
    for (let round = 0; round < 2; round++) {
      await answerTo(discord, mention(discord, mia, freshChannel(discord), WINDOWS_ON_LINUX));
      const notice = await answerTo(discord, mention(discord, mia, freshChannel(discord), LINUX_ON_MAC));
      expect(notice.content).toMatch(/ask again in 3 seconds/);
      discord.clock.forward(LATER_MS);
    }
  });

  it("is each person's own", async () => {
    const channelId = freshChannel(discord);
    await answerTo(discord, mention(discord, newcomer(discord), channelId, WINDOWS_ON_LINUX));
    const other = await answerTo(discord, mention(discord, newcomer(discord), channelId, WINDOWS_ON_LINUX));
    expect(titleOf(other)).toBe(WINDOWS_ON_LINUX);
  });

  it('is what the server sets', async () => {
    const [mia, olga] = [newcomer(discord), discord.as(discord.ownerId)];
    await olga.slash(discord.generalId, 'settings', { cooldown: 60 }).reply();
    try {
      await answerTo(discord, mention(discord, mia, freshChannel(discord), WINDOWS_ON_LINUX));
      discord.clock.forward(15_000);
      const notice = await answerTo(discord, mention(discord, mia, freshChannel(discord), LINUX_ON_MAC));
      expect(notice.content).toMatch(/ask again in 45 seconds/);
    } finally {
      await olga.slash(discord.generalId, 'settings', { cooldown: 3 }).reply();
    }
  });
});
