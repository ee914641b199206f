import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/playground/people/person.js';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, labelsOf, newcomer, press, snapshot, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import {
  answersTo,
  answerTo,
  botMessages,
  freshChannel,
  HALVES,
  LATER_MS,
  LINUX_ON_MAC,
  mention,
  OFF_TOPIC,
  settled,
  WHAT_IS_A_KERNEL,
  WINDOWS_ON_LINUX,
} from '../../support/mentions.js';

/** Discord's flag of a message that makes no sound (documentation: message flags, SUPPRESS_NOTIFICATIONS). */
const SILENT = 1 << 12;
/** A server's cooldown unless it sets another. */
const COOLDOWN_MS = 3_000;
/** A question that is offered entries, and not answered. */
const OFFERED = 'does docker need a vm';

let discord: TestDiscord;
let bot: TestBot;
beforeAll(async () => {
  discord = await discordWithGuild();
  bot = await startBot(discord);
});
// Whether somebody takes direct messages is found out by being refused.
afterAll(() => closeClean(discord, bot, { refusals: [{ operation: 'POST /channels/{channel_id}/messages', code: 50_007 }] }));

/** Where people write to the bot, and how. */
const PLACES: readonly (readonly [string, (person: Person) => { channelId: string; say: (text: string) => ReturnType<Person['send']> }])[] =
  [
    [
      'a channel',
      (person) => {
        const channelId = freshChannel(discord);
        return { channelId, say: (text) => mention(discord, person, channelId, text) };
      },
    ],
    [
      'a thread',
      (person) => {
        const { id: channelId } = person.thread({ channelId: discord.generalId }, 'Talk');
        return { channelId, say: (text) => mention(discord, person, channelId, text) };
      },
    ],
    [
      'direct messages',
      (person) => {
        const { id: channelId } = person.directMessages(discord.botId);
        return { channelId, say: (text) => person.send(channelId, text) };
      },
    ],
  ];

describe.each(PLACES)('in %s, a question that asks by itself', (_, place) => {
  it.each([
    ['a greeting', 'hi'],
    ['a refusal', OFF_TOPIC],
    ['an offer', OFFERED],
    ['an answer', LINUX_ON_MAC],
  ])('has a reply of its own four seconds after %s, which stays as it was', async (_what, first) => {
    const mia = newcomer(discord);
    const { channelId, say } = place(mia);
    const before = await answerTo(discord, say(first));
    const shown = snapshot(before);
    discord.clock.forward(4_000);
    const answer = await answerTo(discord, say(WHAT_IS_A_KERNEL));
    expect(titleOf(answer)).toBe(WHAT_IS_A_KERNEL);
    expect(snapshot(before)).toEqual(shown);
    expect(botMessages(discord, channelId)).toEqual([before, answer]);
  });
});

describe('questions of one person', () => {
  it('has a reply each time, thirty times in a row', async () => {
    const mia = newcomer(discord);
    const channelId = freshChannel(discord);
    const questions = [OFF_TOPIC, WHAT_IS_A_KERNEL, OFFERED, WINDOWS_ON_LINUX, LINUX_ON_MAC];
    for (let i = 0; i < 30; i++) {
      await answerTo(discord, mention(discord, mia, channelId, questions[i % questions.length] ?? ''));
      discord.clock.forward(4_000);
    }
    expect(botMessages(discord, channelId)).toHaveLength(30);
  });
});

describe('what does not stand alone', () => {
  it('joins the question that it belongs to: what was offered becomes surer', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const offer = await answerTo(discord, mention(discord, mia, channelId, OFFERED));
    const before = snapshot(offer);
    discord.clock.forward(4_000);
    mention(discord, mia, channelId, 'on mac i mean');
    await discord.until(() => JSON.stringify(snapshot(offer)) !== JSON.stringify(before));
    await settled(discord);
    expect(botMessages(discord, channelId)).toEqual([offer]);
  });

  it('never takes an answer back: it goes on from it in a reply of its own', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const first = await answerTo(discord, mention(discord, mia, channelId, WINDOWS_ON_LINUX));
    const before = snapshot(first);
    discord.clock.forward(4_000);
    const second = await answerTo(discord, mention(discord, mia, channelId, 'on mac i mean'));
    expect(second.id).not.toBe(first.id);
    expect(snapshot(first)).toEqual(before);
  });
});

describe('what goes on from an answer', () => {
  it.each([2_000, 4_000])('has a reply of its own, %i ms after it', async (later) => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const first = await answerTo(discord, mention(discord, mia, channelId, WINDOWS_ON_LINUX));
    const before = snapshot(first);
    discord.clock.forward(later);
    const second = await answerTo(discord, mention(discord, mia, channelId, 'and on mac?'));
    expect(second.id).not.toBe(first.id);
    expect(snapshot(first)).toEqual(before);
  });

  it('has one too where it asks something that nothing is known about, in the same breath', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    await answerTo(discord, mention(discord, mia, channelId, 'what is a kernel'));
    discord.clock.forward(2_000);
    const second = await answerTo(discord, mention(discord, mia, channelId, 'how do i bake bread'));
    expect(second.content).toMatch(/^I don't know/);
  });
});

describe('a message of the bot in between', () => {
  it('closes the question above it: a greeting', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const offer = await answerTo(discord, mention(discord, mia, channelId, OFFERED));
    const before = snapshot(offer);
    await answerTo(discord, mention(discord, mia, channelId, 'hi'));
    await answerTo(discord, mention(discord, mia, channelId, 'on mac i mean'));
    expect(snapshot(offer)).toEqual(before);
  });
});

describe('a question in several messages', () => {
  it('is answered at once, and its second half changes that one reply', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const answer = await answerTo(discord, mention(discord, mia, channelId, HALVES.first));
    expect(answer.createdAt).toBe(discord.clock.now());
    expect(titleOf(answer)).not.toBe(WINDOWS_ON_LINUX);
    discord.clock.forward(2_000);
    mention(discord, mia, channelId, HALVES.second);
    await discord.until(() => titleOf(answer) === WINDOWS_ON_LINUX);
    await settled(discord);
    expect(botMessages(discord, channelId)).toEqual([answer]);
  });

  it('ends ten seconds after its last message: what comes then is a question of its own', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const first = await answerTo(discord, mention(discord, mia, channelId, HALVES.first));
    const before = snapshot(first);
    discord.clock.forward(10_000);
    const second = await answerTo(discord, mention(discord, mia, channelId, HALVES.second));
    expect(second.id).not.toBe(first.id);
    expect(snapshot(first)).toEqual(before);
  });

  it('needs no mention in direct messages', async () => {
    const mia = newcomer(discord);
    const { id } = mia.directMessages(discord.botId);
    const answer = await answerTo(discord, mia.send(id, HALVES.first));
    discord.clock.forward(2_000);
    mia.send(id, HALVES.second);
    await discord.until(() => titleOf(answer) === WINDOWS_ON_LINUX);
    await settled(discord);
    expect(botMessages(discord, id)).toEqual([answer]);
  });

  it('may begin with the mention alone: the help stays, the question has a reply of its own', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const help = await answerTo(discord, mention(discord, mia, channelId, ''));
    expect(help.content).toContain('/ask');
    const before = snapshot(help);
    const answer = await answerTo(discord, mention(discord, mia, channelId, WINDOWS_ON_LINUX));
    expect(titleOf(answer)).toBe(WINDOWS_ON_LINUX);
    expect(snapshot(help)).toEqual(before);
  });

  it('gets one reply where its second message comes before the reply to the first', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const hold = discord.faults.hold('POST /channels/{channel_id}/messages', { after: false });
    const asked = mention(discord, mia, channelId, HALVES.first);
    await discord.until(() => discord.requests.some(({ path, status }) => path === `/channels/${channelId}/messages` && status === null));
    mention(discord, mia, channelId, HALVES.second);
    hold.release();
    await discord.until(() => answersTo(discord, asked).some((answer) => titleOf(answer) === WINDOWS_ON_LINUX));
    await settled(discord);
    expect(botMessages(discord, channelId)).toHaveLength(1);
  });

  it("is one person's: another's message neither joins nor waits", async () => {
    const [mia, henry, channelId] = [newcomer(discord), newcomer(discord), freshChannel(discord)];
    const first = await answerTo(discord, mention(discord, mia, channelId, HALVES.first));
    const before = snapshot(first);
    const second = await answerTo(discord, mention(discord, henry, channelId, WINDOWS_ON_LINUX));
    expect(titleOf(second)).toBe(WINDOWS_ON_LINUX);
    expect(snapshot(first)).toEqual(before);
  });

  it("is not changed above other people's words: its second half has a reply below them", async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const first = await answerTo(discord, mention(discord, mia, channelId, HALVES.first));
    const before = snapshot(first);
    newcomer(discord).send(channelId, 'good question');
    const second = await answerTo(discord, mention(discord, mia, channelId, HALVES.second));
    expect([titleOf(second), ...labelsOf(second)]).toContain(WINDOWS_ON_LINUX);
    expect(snapshot(first)).toEqual(before);
  });

  it('is not joined by a courtesy', async () => {
    const mia = newcomer(discord);
    const { id } = mia.directMessages(discord.botId);
    const first = await answerTo(discord, mia.send(id, WINDOWS_ON_LINUX));
    const before = snapshot(first);
    expect((await answerTo(discord, mia.send(id, 'thanks!'))).content).toMatch(/welcome/);
    expect(snapshot(first)).toEqual(before);
  });

  it('starts anew where its answer was dismissed in the meantime', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const first = await answerTo(discord, mention(discord, mia, channelId, HALVES.first));
    await press(mia, first, 'Dismiss').acknowledged;
    await discord.until(() => !discord.world.messages.has(first.id));
    const second = await answerTo(discord, mention(discord, mia, channelId, WINDOWS_ON_LINUX));
    expect(titleOf(second)).toBe(WINDOWS_ON_LINUX);
    expect(botMessages(discord, channelId)).toEqual([second]);
  });
});

describe('the cooldown', () => {
  /** Asks, and follows the answer up: the next question has to wait. */
  async function answeredTwice(mia: Person): Promise<void> {
    for (const question of [WINDOWS_ON_LINUX, LINUX_ON_MAC])
      await answerTo(discord, mention(discord, mia, freshChannel(discord), question));
  }
  const notes = (person: Person) => botMessages(discord, person.directMessages(discord.botId).id);

  it('lets the first follow-up through, then says once, in private, when to ask again', async () => {
    const mia = newcomer(discord);
    await answeredTwice(mia);
    discord.clock.forward(COOLDOWN_MS - 1);
    const held = mention(discord, mia, freshChannel(discord), WHAT_IS_A_KERNEL);
    const note = await discord.until(() => notes(mia)[0]);
    expect(note.content).toMatch(/ask again in a second/);
    const again = mention(discord, mia, freshChannel(discord), WHAT_IS_A_KERNEL);
    await settled(discord);
    expect([...answersTo(discord, held), ...answersTo(discord, again)]).toEqual([]);
    expect(notes(mia)).toEqual([note]);
    discord.clock.forward(1);
    const answer = await answerTo(discord, mention(discord, mia, freshChannel(discord), WHAT_IS_A_KERNEL));
    expect(titleOf(answer)).toBe(WHAT_IS_A_KERNEL);
  });

  it('says so beside the question, without a sound, to who takes no direct messages', async () => {
    const mia = newcomer(discord);
    discord.world.acceptDirectMessages(mia.id, false);
    await answeredTwice(mia);
    const notice = await answerTo(discord, mention(discord, mia, freshChannel(discord), WHAT_IS_A_KERNEL));
    expect(notice.content).toMatch(/ask again in 3 seconds/);
    expect(notice.flags & SILENT).toBe(SILENT);
    discord.world.acceptDirectMessages(mia.id, true);
  });

  it('never costs a rephrasing of what got no answer', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    for (const question of [OFF_TOPIC, 'which flour for sourdough?', OFFERED])
      expect(titleOf(await answerTo(discord, mention(discord, mia, channelId, question)))).toBe('');
    expect(titleOf(await answerTo(discord, mention(discord, mia, channelId, WHAT_IS_A_KERNEL)))).toBe(WHAT_IS_A_KERNEL);
  });

  it('is not told to who only says thanks', async () => {
    const mia = newcomer(discord);
    await answeredTwice(mia);
    expect((await answerTo(discord, mention(discord, mia, freshChannel(discord), 'thanks a lot!'))).content).toMatch(/welcome/);
    expect(notes(mia)).toEqual([]);
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
      await answeredTwice(mia);
      discord.clock.forward(LATER_MS + 4_000);
      mention(discord, mia, freshChannel(discord), WHAT_IS_A_KERNEL);
      const note = await discord.until(() => notes(mia)[0]);
      expect(note.content).toMatch(/ask again in 45 seconds/);
    } finally {
      await olga.slash(discord.generalId, 'settings', { cooldown: 3 }).reply();
    }
  });
});
