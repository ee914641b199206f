import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/playground/people/person.js';
import type { PermissionName } from '../../../src/playground/world/permissions.js';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, labelsOf, newcomer, press, type Refusal, type Shown, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import {
  answersTo,
  answerTo,
  botMessages,
  freshChannel,
  LATER_MS,
  LINUX_ON_MAC,
  mention,
  OFF_TOPIC,
  settled,
  WINDOWS_ON_LINUX,
} from '../../support/mentions.js';

const POST_MESSAGE = 'POST /channels/{channel_id}/messages';
/** "Cannot send messages to this user": the only way to find out that somebody's direct messages are closed. */
const CLOSED = { operation: POST_MESSAGE, code: 50_007 };

let discord: TestDiscord;
let bot: TestBot;
const refusals: Refusal[] = [];
beforeAll(async () => {
  discord = await discordWithGuild();
  bot = await startBot(discord);
});
afterAll(() => closeClean(discord, bot, { refusals }));

/** A channel in which the bot lacks permissions. */
function channelWithout(...deny: readonly PermissionName[]): string {
  const channelId = freshChannel(discord);
  discord.world.setOverwrite(channelId, discord.botId, { deny });
  return channelId;
}

/** What the bot has written to a person alone. */
function privateNotes(person: Person): Shown[] {
  return botMessages(discord, person.directMessages(discord.botId).id);
}

describe('without Embed Links', () => {
  it('answers in plain text with title, answer and source, and the same buttons', async () => {
    const answer = await answerTo(discord, mention(discord, newcomer(discord), channelWithout('embedLinks'), WINDOWS_ON_LINUX));
    expect(answer.embeds).toEqual([]);
    expect(answer.content).toMatch(new RegExp(`^\\*\\*${WINDOWS_ON_LINUX.replace('?', '\\?')}\\*\\*\\n\\nNo\\. A container uses`));
    expect(answer.content).toMatch(/Source: .*section.*\n<https:\/\/\S+>/);
    expect(labelsOf(answer)).toEqual(expect.arrayContaining(['Why', 'Pitfalls', 'Helpful', 'Not helpful', 'Dismiss']));
  });

  it('stays plain where the question is edited, and shows no embed behind a button', async () => {
    const [mia, channelId] = [newcomer(discord), channelWithout('embedLinks')];
    const asked = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    const answer = await answerTo(discord, asked);
    mia.edit(asked.id, `<@${discord.botId}> ${LINUX_ON_MAC}`);
    await discord.until(() => answer.content.startsWith(`**${LINUX_ON_MAC}**`));
    expect(answer.embeds).toEqual([]);
    const why = await press(mia, answer, 'Why').reply();
    expect(why.embeds.length === 0 || why.ephemeralFor === mia.id).toBe(true);
  });
});

describe('without Read Message History', () => {
  it('answers below the question, without referring to it', async () => {
    const [mia, channelId] = [newcomer(discord), channelWithout('readMessageHistory')];
    const asked = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    const answer = await discord.until(() => botMessages(discord, channelId)[0]);
    expect(titleOf(answer)).toBe(WINDOWS_ON_LINUX);
    expect(answer.reference).toBeNull();
    mia.edit(asked.id, `<@${discord.botId}> ${LINUX_ON_MAC}`);
    await discord.until(() => titleOf(answer) === LINUX_ON_MAC);
    mia.remove(asked.id);
    await discord.until(() => botMessages(discord, channelId).length === 0);
  });
});

describe('without Send Messages', () => {
  it('answers in a private note that says why', async () => {
    const [mia, channelId] = [newcomer(discord), channelWithout('sendMessages')];
    mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    const note = await discord.until(() => privateNotes(mia)[0]);
    expect(note.content).toContain(`I may not write in <#${channelId}>`);
    expect(titleOf(note)).toBe(WINDOWS_ON_LINUX);
    expect(botMessages(discord, channelId)).toEqual([]);
  });

  it('keeps what it says in a private note together with its lead', async () => {
    const [mia, channelId] = [newcomer(discord), channelWithout('sendMessages')];
    mention(discord, mia, channelId, OFF_TOPIC);
    const note = await discord.until(() => privateNotes(mia)[0]);
    expect(note.content).toMatch(/^I may not write in <#\d+>[\s\S]*I don't know/);
  });

  it('has an edit change the private note, and a deletion remove it', async () => {
    const [mia, channelId] = [newcomer(discord), channelWithout('sendMessages')];
    const asked = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    const note = await discord.until(() => privateNotes(mia)[0]);
    mia.edit(asked.id, `<@${discord.botId}> ${LINUX_ON_MAC}`);
    await discord.until(() => titleOf(note) === LINUX_ON_MAC);
    mia.remove(asked.id);
    await discord.until(() => privateNotes(mia).length === 0);
  });

  it('has the note taken away by its button', async () => {
    const [mia, channelId] = [newcomer(discord), channelWithout('sendMessages')];
    mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    const note = await discord.until(() => privateNotes(mia)[0]);
    await press(mia, note, 'Dismiss').acknowledged;
    await discord.until(() => privateNotes(mia).length === 0);
  });

  it('lets it be where direct messages are closed', async () => {
    const [mia, channelId] = [newcomer(discord), channelWithout('sendMessages')];
    discord.world.acceptDirectMessages(mia.id, false);
    refusals.push(CLOSED);
    mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    await settled(discord);
    expect(bot.log).toContainEqual(expect.objectContaining({ event: 'answer-not-posted', channelId }));
    expect(botMessages(discord, channelId)).toEqual([]);
    expect(privateNotes(mia)).toEqual([]);
  });

  it('is asked in a thread: Send Messages in Threads counts there', async () => {
    const mia = newcomer(discord);
    const open = mia.thread({ channelId: channelWithout('sendMessages') }, 'open');
    expect(titleOf(await answerTo(discord, mention(discord, mia, open.id, WINDOWS_ON_LINUX)))).toBe(WINDOWS_ON_LINUX);
    discord.clock.forward(LATER_MS);
    const closed = mia.thread({ channelId: channelWithout('sendMessagesInThreads') }, 'closed');
    mention(discord, mia, closed.id, LINUX_ON_MAC);
    const note = await discord.until(() => privateNotes(mia)[0]);
    expect(note.content).toContain(`<#${closed.id}>`);
  });

  it('answers a slash command to its asker alone', async () => {
    const mia = newcomer(discord);
    const shown = await mia.slash(channelWithout('sendMessages'), 'ask', { question: WINDOWS_ON_LINUX, private: false }).reply();
    expect(shown.ephemeralFor).toBe(mia.id);
    expect(titleOf(shown)).toBe(WINDOWS_ON_LINUX);
  });
});

describe('a permission that is taken between one moment and the next', () => {
  it.each([50_013, 50_001])('is found out by the refusal: a private note (%i)', async (code) => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    discord.faults.fail(POST_MESSAGE, { status: 403, code });
    mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    const note = await discord.until(() => privateNotes(mia)[0]);
    expect(note.content).toContain(`<#${channelId}>`);
    expect(titleOf(note)).toBe(WINDOWS_ON_LINUX);
  });

  it('leaves an answer as it is, where an edit of its question can no longer change it', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const asked = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    const answer = await answerTo(discord, asked);
    discord.faults.fail('PATCH /channels/{channel_id}/messages/{message_id}', { status: 403, code: 50_001 });
    mia.edit(asked.id, `<@${discord.botId}> ${LINUX_ON_MAC}`);
    await settled(discord);
    expect(answersTo(discord, asked)).toEqual([answer]);
    expect(titleOf(answer)).toBe(WINDOWS_ON_LINUX);
  });
});
