import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/process/app.js';
import { startBot, type TestBot } from '../../support/bot.js';
import { ask, closeClean, controlNamed, labelsOf, newcomer, press, share, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { shippedEngine } from '../../support/engine.js';
import { removeFolder, writeFolder } from '../../support/knowledge-folder.js';
import { answerTo, askInChannel, freshChannel, LINUX_ON_MAC, mention, OFF_TOPIC, WINDOWS_ON_LINUX } from '../../support/mentions.js';

const MINUTE_MS = 60_000;
const OFFERED = 'does docker need a vm';

let discord: TestDiscord;
let bot: TestBot;
let engine: Engine;
let folder: string;
beforeAll(async () => {
  folder = writeFolder();
  engine = await shippedEngine();
  discord = await discordWithGuild();
  bot = await startBot(discord, { DATABASE_URL: join(folder, 'bot.sqlite') });
});
afterAll(async () => {
  await closeClean(discord, bot);
  removeFolder(folder);
});

/** What "why?" shows of an answer: one of its layers, or the question that leads on to just that. */
function reasonOf(question: string): readonly string[] {
  const entry = engine.knowledge.entries.find((one) => one.question === question);
  const leads = engine.knowledge.entries.filter(({ id, question: next }) => entry?.followUps.includes(id) && next.startsWith('Why'));
  return [`Why: ${question}`, ...leads.map((one) => one.question)];
}

describe('a reply to an answer', () => {
  it('is about that answer, not about the last one', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const first = await askInChannel(discord, mia, channelId, WINDOWS_ON_LINUX);
    await askInChannel(discord, mia, channelId, LINUX_ON_MAC);
    const why = await answerTo(discord, mia.send(channelId, 'why?', { replyTo: first.id }));
    expect(reasonOf(WINDOWS_ON_LINUX)).toContain(titleOf(why));
  });

  it('reads "why?", "more" and a number from it, whoever it was given to', async () => {
    const [mia, henry, channelId] = [newcomer(discord), newcomer(discord), freshChannel(discord)];
    const answer = await askInChannel(discord, mia, channelId, WINDOWS_ON_LINUX);
    const { options } = controlNamed(answer, 'Questions that lead on');
    const reply = async (text: string): Promise<string> => {
      const found = await answerTo(discord, henry.send(channelId, text, { replyTo: answer.id }));
      discord.clock.forward(MINUTE_MS);
      return titleOf(found);
    };
    expect(reasonOf(WINDOWS_ON_LINUX)).toContain(await reply('why?'));
    expect(await reply('more')).toBe(`Why: ${WINDOWS_ON_LINUX}`);
    expect(await reply('pitfalls please')).toBe(`Pitfalls: ${WINDOWS_ON_LINUX}`);
    expect(await reply('2')).toBe(options[1]?.label);
  });

  it('is about it however old it is, and after a restart', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const answer = await askInChannel(discord, mia, channelId, WINDOWS_ON_LINUX);
    discord.clock.forward(31 * MINUTE_MS);
    expect(reasonOf(WINDOWS_ON_LINUX)).toContain(titleOf(await answerTo(discord, mia.send(channelId, 'why?', { replyTo: answer.id }))));
    await bot.stop();
    bot = await startBot(discord, { DATABASE_URL: join(folder, 'bot.sqlite') });
    discord.clock.forward(MINUTE_MS);
    expect(reasonOf(WINDOWS_ON_LINUX)).toContain(titleOf(await answerTo(discord, mia.send(channelId, 'why?', { replyTo: answer.id }))));
  });

  it('is about it still when it was edited', async () => {
    const [mia, henry, channelId] = [newcomer(discord), newcomer(discord), freshChannel(discord)];
    const answer = await askInChannel(discord, mia, channelId, WINDOWS_ON_LINUX);
    await askInChannel(discord, henry, channelId, LINUX_ON_MAC);
    const asked = henry.send(channelId, 'pitfalls?', { replyTo: answer.id });
    const reply = await answerTo(discord, asked);
    expect(titleOf(reply)).toBe(`Pitfalls: ${WINDOWS_ON_LINUX}`);
    discord.clock.forward(MINUTE_MS);
    henry.edit(asked.id, 'more');
    await discord.until(() => titleOf(reply) === `Why: ${WINDOWS_ON_LINUX}`);
  });

  it('goes on from its question: "and on mac?"', async () => {
    const [mia, henry, channelId] = [newcomer(discord), newcomer(discord), freshChannel(discord)];
    const answer = await askInChannel(discord, mia, channelId, WINDOWS_ON_LINUX);
    const next = await answerTo(discord, henry.send(channelId, 'and on mac?', { replyTo: answer.id }));
    const about = [titleOf(next), ...labelsOf(next)].join('\n');
    expect(about).toMatch(/Mac/);
  });

  it('is about an answer of /ask that others see, and about one that was shared', async () => {
    const [mia, henry, channelId] = [newcomer(discord), newcomer(discord), freshChannel(discord)];
    const open = await ask(mia, channelId, WINDOWS_ON_LINUX, false);
    discord.clock.forward(MINUTE_MS);
    const shared = await share(discord, mia, await ask(mia, channelId, WINDOWS_ON_LINUX));
    for (const { id } of [open, shared]) {
      const why = await answerTo(discord, mention(discord, henry, channelId, 'pitfalls?', id));
      expect(titleOf(why)).toBe(`Pitfalls: ${WINDOWS_ON_LINUX}`);
      discord.clock.forward(MINUTE_MS);
    }
  });
});

describe('a reply to an offer or a refusal', () => {
  it('picks from the offer by its number', async () => {
    const [mia, henry, channelId] = [newcomer(discord), newcomer(discord), freshChannel(discord)];
    const offer = await askInChannel(discord, mia, channelId, OFFERED);
    const [, second] = labelsOf(offer);
    await askInChannel(discord, henry, channelId, LINUX_ON_MAC);
    expect(titleOf(await answerTo(discord, henry.send(channelId, '2', { replyTo: offer.id })))).toBe(second);
  });

  it.each(['hi', ''])('is about nothing where the bot only greeted or helped: %j', async (text) => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const greeting = await askInChannel(discord, mia, channelId, text);
    expect((await answerTo(discord, mia.send(channelId, 'why?', { replyTo: greeting.id }))).content).toMatch(/^About what/);
  });

  it('says that there is nothing to explain', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const refusal = await askInChannel(discord, mia, channelId, OFF_TOPIC);
    const { content } = await answerTo(discord, mia.send(channelId, '?', { replyTo: refusal.id }));
    expect(content).toMatch(/no answer to that/);
  });
});

describe('an answer that was waved away', () => {
  it.each(["that's wrong", 'no that is not what i asked', '👎'])('gives way to what is nearest, and to a verdict: %s', async (text) => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const answer = await askInChannel(discord, mia, channelId, 'how do containers run on windows');
    expect(titleOf(answer)).not.toBe('');
    const sorry = await answerTo(discord, mia.send(channelId, text, { replyTo: answer.id }));
    expect(sorry.content).toMatch(/^Sorry, that was not it/);
    expect(labelsOf(sorry)).toEqual(expect.arrayContaining(['Not helpful', 'Ask in other words']));
    expect(labelsOf(sorry)).not.toContain(titleOf(answer));
    expect(controlNamed(sorry, 'Not helpful').customId).toBe(controlNamed(answer, 'Not helpful').customId);
  });

  it('can be asked in other words, in a form that holds the question as it was asked, and does not come again', async () => {
    const asker = newcomer(discord);
    const question = 'Can a Windows container run on MY Linux host?';
    const answer = await ask(asker, discord.generalId, question);
    const opened = press(asker, await press(asker, answer, 'Not helpful').reply(), 'Ask in other words');
    expect(JSON.stringify(await opened.modal())).toContain(JSON.stringify(question));
    const again = await asker.submit(opened, { text: question }).reply();
    expect(titleOf(again)).not.toBe(titleOf(answer));
    expect(labelsOf(again)).not.toContain(titleOf(answer));
  });
});
