import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { curatorReport } from '../../../src/process/service.js';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, labelsOf, newcomer, press, type Shown, snapshot, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { removeFolder, writeFolder } from '../../support/knowledge-folder.js';
import { answerTo, botMessages, freshChannel, LATER_MS, LINUX_ON_MAC, mention, settled, WINDOWS_ON_LINUX } from '../../support/mentions.js';

const OFFERED = 'does docker need a vm';
const NOT_COVERED = 'how do i prune the docker system';

let discord: TestDiscord;
let bot: TestBot;
let folder: string;
let environment: Readonly<Record<string, string>>;
beforeAll(async () => {
  folder = writeFolder();
  environment = { DATABASE_URL: `file:${join(folder, 'bot.sqlite')}` };
  discord = await discordWithGuild();
  bot = await startBot(discord, environment);
});
afterAll(async () => {
  await closeClean(discord, bot);
  removeFolder(folder);
});

async function restart(): Promise<void> {
  await bot.stop();
  bot = await startBot(discord, environment);
}

/** A question that was edited once, with its answer: from then on every update of it looks like an edit. */
async function editedQuestion(text: string) {
  const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
  const asked = mention(discord, mia, channelId, LINUX_ON_MAC);
  const answer = await answerTo(discord, asked);
  const before = JSON.stringify(snapshot(answer));
  discord.clock.forward(LATER_MS);
  mia.edit(asked.id, `<@${discord.botId}> ${text}`);
  await discord.until(() => JSON.stringify(snapshot(answer)) !== before);
  return { mia, channelId, asked, answer };
}

/** All that makes Discord send a message again although its text is as it was. */
async function updates(asked: Shown): Promise<void> {
  discord.as(discord.ownerId).pin(asked.id);
  discord.world.unfurl(asked.id, { type: 'link', title: 'A page', url: 'https://example.org' });
  discord.as(asked.authorId).suppressEmbeds(asked.id);
  discord.as(asked.authorId).thread({ messageId: asked.id }, 'aside');
  await settled(discord);
}

const edits = (): number =>
  discord.requests.filter(({ method, path }) => method === 'PATCH' && /\/channels\/\d+\/messages\//.test(path)).length;
const gapsOf = async (question: string): Promise<number> =>
  (await curatorReport(environment.DATABASE_URL ?? '')).gaps
    .filter((gap) => gap.question === question)
    .reduce((sum, { count }) => sum + count, 0);

describe('an update that leaves the text as it was', () => {
  it('changes no answer, and counts no gap', async () => {
    const { asked, answer } = await editedQuestion(NOT_COVERED);
    await expect.poll(() => gapsOf(NOT_COVERED)).toBe(1);
    const [shown, before] = [snapshot(answer), edits()];
    await updates(asked);
    expect(edits()).toBe(before);
    expect(snapshot(answer)).toEqual(shown);
    expect(await gapsOf(NOT_COVERED)).toBe(1);
  });

  it('leaves a picked entry in the place of the choices', async () => {
    const { mia, asked, answer } = await editedQuestion(OFFERED);
    const [first = ''] = labelsOf(answer);
    await press(mia, answer, first).reply();
    expect(titleOf(answer)).toBe(first);
    await updates(asked);
    expect(titleOf(answer)).toBe(first);
  });

  it('does nothing after a restart either, also where the author typed the same again', async () => {
    const { mia, asked, answer } = await editedQuestion(WINDOWS_ON_LINUX);
    await restart();
    const [shown, before] = [snapshot(answer), edits()];
    await updates(asked);
    discord.clock.forward(LATER_MS);
    mia.edit(asked.id, `<@${discord.botId}>  ${WINDOWS_ON_LINUX} `);
    await settled(discord);
    expect(edits()).toBe(before);
    expect(snapshot(answer)).toEqual(shown);
  });
});

describe('an edit after everything about its author was erased', () => {
  it.each(['before', 'after'] as const)('changes the one answer that is there: the bot was restarted %s the edit', async (restarted) => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const asked = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    const answer = await answerTo(discord, asked);
    const privacy = await mia.slash(channelId, 'privacy').reply();
    await press(mia, privacy, 'Erase what is kept about me').reply();
    if (restarted === 'before') await restart();
    discord.clock.forward(1_000);
    mia.edit(asked.id, `<@${discord.botId}> ${LINUX_ON_MAC}`);
    await discord.until(() => titleOf(answer) === LINUX_ON_MAC);
    await settled(discord);
    expect(botMessages(discord, channelId).filter(({ ephemeralFor }) => ephemeralFor === null)).toEqual([answer]);
  });
});
