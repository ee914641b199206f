import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Handle } from '../../../src/playground/people/handle.js';
import { startBot, type TestBot } from '../../support/bot.js';
import { ask, closeClean, newcomer, press, questionWith, type Refusal, type Shown, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { shippedEngine } from '../../support/engine.js';
import {
  answersTo,
  answerTo,
  botMessages,
  freshChannel,
  LINUX_ON_MAC,
  mention,
  settled,
  WINDOWS_ON_LINUX,
} from '../../support/mentions.js';

const CALLBACK = 'POST /interactions/{interaction_id}/{interaction_token}/callback';
const POST_MESSAGE = 'POST /channels/{channel_id}/messages';
const MESSAGE = '/channels/{channel_id}/messages/{message_id}';
/** Discord's codes: "Thread is archived", "Thread is locked". */
const [ARCHIVED, LOCKED] = [50_083, 160_005];

let discord: TestDiscord;
let bot: TestBot;
/** What the bot cannot know before it is refused. */
const refusals: Refusal[] = [];
beforeAll(async () => {
  discord = await discordWithGuild();
  bot = await startBot(discord);
  await discord.as(discord.ownerId).slash(discord.generalId, 'settings', { 'reply-in': 'thread' }).reply();
});
afterAll(() => closeClean(discord, bot, { refusals }));

/** Somebody who may write in locked threads, and a thread of hers. */
function moderatorWithThread() {
  const moderator = newcomer(discord, 'manageThreads');
  return { moderator, threadId: moderator.thread({ channelId: freshChannel(discord) }, 'rules').id };
}

/** A question in a channel, and its answer in the thread that begins at it. */
async function questionWithThread() {
  const mia = newcomer(discord);
  const question = mention(discord, mia, freshChannel(discord), WINDOWS_ON_LINUX);
  const answer = await discord.until(() => botMessages(discord, question.id)[0]);
  return { mia, question, answer };
}

const exists = ({ id }: Shown): boolean => discord.world.messages.has(id);
/** What a question is changed to. */
const otherQuestion = (): string => `<@${discord.botId}> ${LINUX_ON_MAC}`;

describe('a thread that is locked', () => {
  it('leaves the answer to a mention to a private message', async () => {
    const { moderator, threadId } = moderatorWithThread();
    discord.world.setThread(threadId, { locked: true });
    mention(discord, moderator, threadId, WINDOWS_ON_LINUX);
    const note = await discord.until(() => botMessages(discord, moderator.directMessages(discord.botId).id)[0]);
    expect(note.content).toContain(`<#${threadId}>`);
    expect(titleOf(note)).toBe(WINDOWS_ON_LINUX);
    expect(botMessages(discord, threadId)).toEqual([]);
  });

  it('is answered in where the bot may manage threads', async () => {
    const { moderator, threadId } = moderatorWithThread();
    const parentId = discord.world.channels.get(threadId)?.parentId ?? '';
    discord.world.setOverwrite(parentId, discord.botId, { allow: ['manageThreads'] });
    discord.world.setThread(threadId, { locked: true });
    expect(titleOf(await answerTo(discord, mention(discord, moderator, threadId, WINDOWS_ON_LINUX)))).toBe(WINDOWS_ON_LINUX);
  });

  it('leaves the answer to a mention to a private message where it is locked at the last moment', async () => {
    const { moderator, threadId } = moderatorWithThread();
    const hold = discord.faults.hold(POST_MESSAGE, { after: false });
    const asked = mention(discord, moderator, threadId, WINDOWS_ON_LINUX);
    await discord.until(() => discord.requests.some(({ path, status }) => path === `/channels/${threadId}/messages` && status === null));
    discord.world.setThread(threadId, { locked: true });
    hold.release();
    refusals.push({ operation: POST_MESSAGE, code: LOCKED });
    const note = await discord.until(() => botMessages(discord, moderator.directMessages(discord.botId).id)[0]);
    expect(titleOf(note)).toBe(WINDOWS_ON_LINUX);
    expect(answersTo(discord, asked)).toEqual([]);
  });

  it('shows the answer of /ask to its asker alone, who is told why it cannot be shared', async () => {
    const { moderator, threadId } = moderatorWithThread();
    discord.world.setThread(threadId, { locked: true });
    const answer = await ask(moderator, threadId, WINDOWS_ON_LINUX, false);
    expect({ title: titleOf(answer), reader: answer.ephemeralFor }).toEqual({ title: WINDOWS_ON_LINUX, reader: moderator.id });
    const refusal = await press(moderator, answer, 'Share').reply();
    expect({ text: refusal.content, reader: refusal.ephemeralFor }).toEqual({
      text: 'This thread is locked, so I may not write in it.',
      reader: moderator.id,
    });
  });
});

describe('a thread that is locked while the bot answers an interaction', () => {
  /** Locks a thread before Discord has taken the next first answer to an interaction. */
  const lockedMeanwhile = async (threadId: string, start: () => Handle, refused = CALLBACK): Promise<Shown> => {
    const hold = discord.faults.hold(CALLBACK, { after: false, times: 1 });
    const handle = start();
    await discord.until(() => discord.requests.some(({ path, status }) => path.includes(handle.id) && status === null));
    discord.world.setThread(threadId, { locked: true });
    hold.release();
    refusals.push({ operation: refused, code: ARCHIVED });
    return handle.reply();
  };

  it('has the answer of /ask for its asker alone', async () => {
    const { moderator, threadId } = moderatorWithThread();
    const answer = await lockedMeanwhile(threadId, () => moderator.slash(threadId, 'ask', { question: WINDOWS_ON_LINUX, private: false }));
    expect({ title: titleOf(answer), reader: answer.ephemeralFor }).toEqual({ title: WINDOWS_ON_LINUX, reader: moderator.id });
  });

  it('says that nothing could be shared in it', async () => {
    const { moderator, threadId } = moderatorWithThread();
    const answer = await ask(moderator, threadId, WINDOWS_ON_LINUX);
    await lockedMeanwhile(threadId, () => press(moderator, answer, 'Share'), 'POST /webhooks/{webhook_id}/{webhook_token}');
    const told = await discord.until(() => moderator.read(threadId).find(({ content }) => content.includes('could not post it')));
    expect(told.ephemeralFor).toBe(moderator.id);
    expect(botMessages(discord, threadId)).toEqual([]);
  });

  it('has the picked answer beside the question back, for its asker alone', async () => {
    const { moderator, threadId } = moderatorWithThread();
    const { text, reply } = await questionWith(await shippedEngine(), 'choices');
    const choices = await ask(moderator, threadId, text, false);
    const picked = reply.choices[0]?.label ?? '';
    const answer = await lockedMeanwhile(threadId, () => press(moderator, choices, picked));
    expect({ title: titleOf(answer), reader: answer.ephemeralFor }).toEqual({ title: picked, reader: moderator.id });
    expect(answer.id).not.toBe(choices.id);
  });
});

describe('a thread that is archived', () => {
  it('comes back with the answer to a question in it', async () => {
    const mia = newcomer(discord);
    const { id } = mia.thread({ channelId: freshChannel(discord) }, 'old');
    const asked = mention(discord, mia, id, WINDOWS_ON_LINUX);
    discord.world.setThread(id, { archived: true });
    expect(titleOf(await answerTo(discord, asked))).toBe(WINDOWS_ON_LINUX);
    expect(discord.world.channels.get(id)?.thread?.archived).toBe(false);
  });

  it('comes back for the answer to change with its question', async () => {
    const { mia, question, answer } = await questionWithThread();
    discord.world.setThread(question.id, { archived: true });
    mia.edit(question.id, otherQuestion());
    await discord.until(() => titleOf(answer) === LINUX_ON_MAC);
  });

  it('stays as it is where it is locked too, whatever becomes of the question', async () => {
    const { mia, question, answer } = await questionWithThread();
    discord.world.setThread(question.id, { archived: true, locked: true });
    refusals.push({ operation: `PATCH ${MESSAGE}`, code: ARCHIVED });
    mia.edit(question.id, otherQuestion());
    await settled(discord);
    expect(titleOf(answer)).toBe(WINDOWS_ON_LINUX);

    const other = await questionWithThread();
    discord.world.setThread(other.question.id, { archived: true, locked: true });
    refusals.push({ operation: `DELETE ${MESSAGE}`, code: ARCHIVED });
    other.mia.remove(other.question.id);
    await settled(discord);
    expect(exists(other.answer)).toBe(true);
  });

  it('loses the answer with its question', async () => {
    const { mia, question, answer } = await questionWithThread();
    discord.world.setThread(question.id, { archived: true });
    mia.remove(question.id);
    await discord.until(() => !exists(answer));
  });
});
