import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/playground/people/person.js';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, newcomer, type Shown, snapshot, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { removeFolder, writeFolder } from '../../support/knowledge-folder.js';
import {
  answerTo,
  askInChannel,
  botMessages,
  freshChannel,
  HALVES,
  LATER_MS,
  LINUX_ON_MAC,
  mention,
  settled,
  WINDOWS_ON_LINUX,
} from '../../support/mentions.js';

interface Question {
  readonly person: Person;
  readonly channelId: string;
  readonly asked: Shown;
  readonly answer: Shown;
}

let folder: string;
let discord: TestDiscord;
let bot: TestBot;
/** Questions that were asked and answered before the restart, by what happens to them after it. */
let before: Record<'edited' | 'deleted' | 'directEdited' | 'directDeleted' | 'parts' | 'moderated' | 'unmentioned' | 'continued', Question>;
let secondPart: Shown;

beforeAll(async () => {
  folder = writeFolder();
  const environment = { DATABASE_URL: join(folder, 'bot.sqlite') };
  discord = await discordWithGuild();
  const first = await startBot(discord, environment);
  const inChannel = async (text = WINDOWS_ON_LINUX): Promise<Question> => {
    const [person, channelId] = [newcomer(discord), freshChannel(discord)];
    const asked = mention(discord, person, channelId, text);
    return { person, channelId, asked, answer: await answerTo(discord, asked) };
  };
  const directly = async (): Promise<Question> => {
    const person = newcomer(discord);
    const { id: channelId } = person.directMessages(discord.botId);
    const asked = person.send(channelId, WINDOWS_ON_LINUX);
    return { person, channelId, asked, answer: await answerTo(discord, asked) };
  };
  before = {
    ...{ edited: await inChannel(), deleted: await inChannel(), moderated: await inChannel(), unmentioned: await inChannel() },
    ...{
      directEdited: await directly(),
      directDeleted: await directly(),
      parts: await inChannel(HALVES.first),
      continued: await inChannel(),
    },
  };
  secondPart = mention(discord, before.parts.person, before.parts.channelId, HALVES.second);
  await settled(discord);
  discord.as(discord.helperId).remove(before.moderated.answer.id);
  await settled(discord);
  await first.stop();
  discord.clock.forward(LATER_MS);
  bot = await startBot(discord, environment);
});

afterAll(async () => {
  await closeClean(discord, bot);
  removeFolder(folder);
});

describe('after a restart', () => {
  it('an edited question is answered again in the same message', async () => {
    const { person, channelId, asked, answer } = before.edited;
    person.edit(asked.id, `<@${discord.botId}> ${LINUX_ON_MAC}`);
    await discord.until(() => titleOf(answer) === LINUX_ON_MAC);
    expect(botMessages(discord, channelId)).toEqual([answer]);
  });

  it('a deleted question takes its answer with it', async () => {
    const { person, channelId, asked } = before.deleted;
    person.remove(asked.id);
    await discord.until(() => botMessages(discord, channelId).length === 0);
  });

  it('an edit changes the answer in direct messages, from which nothing has been heard yet', async () => {
    const { person, channelId, asked, answer } = before.directEdited;
    person.edit(asked.id, LINUX_ON_MAC);
    await discord.until(() => titleOf(answer) === LINUX_ON_MAC);
    expect(botMessages(discord, channelId)).toEqual([answer]);
  });

  it('a deletion removes the answer in direct messages, from which nothing has been heard yet', async () => {
    const { person, channelId, asked } = before.directDeleted;
    person.remove(asked.id);
    await discord.until(() => botMessages(discord, channelId).length === 0);
  });

  it('an edit that takes the mention away leaves the answer', async () => {
    const { person, channelId, asked, answer } = before.unmentioned;
    const text = snapshot(answer);
    person.edit(asked.id, LINUX_ON_MAC);
    await settled(discord);
    expect(botMessages(discord, channelId)).toEqual([answer]);
    expect(snapshot(answer)).toEqual(text);
  });

  it('an answer that a moderator deleted is not brought back by an edit', async () => {
    const { person, channelId, asked } = before.moderated;
    person.edit(asked.id, `<@${discord.botId}> ${LINUX_ON_MAC}`);
    await settled(discord);
    expect(botMessages(discord, channelId)).toEqual([]);
  });

  it('one deleted message of several has the rest answered again', async () => {
    const { person, channelId, asked, answer } = before.parts;
    expect(titleOf(answer)).toBe(WINDOWS_ON_LINUX);
    person.remove(asked.id);
    await discord.until(() => titleOf(answer) !== WINDOWS_ON_LINUX);
    person.edit(secondPart.id, `<@${discord.botId}> ${LINUX_ON_MAC}`);
    await discord.until(() => titleOf(answer) === LINUX_ON_MAC);
    expect(botMessages(discord, channelId)).toEqual([answer]);
    person.remove(secondPart.id);
    await discord.until(() => botMessages(discord, channelId).length === 0);
  });

  it('a conversation goes on', async () => {
    const { person, channelId } = before.continued;
    const why = await askInChannel(discord, person, channelId, 'why?');
    expect(titleOf(why)).not.toBe('');
    expect(why.content).not.toMatch(/^About what\?/);
  });

  it('an old message that is edited to mention the bot is answered', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const asked = mia.send(channelId, WINDOWS_ON_LINUX);
    mia.edit(asked.id, `<@${discord.botId}> ${WINDOWS_ON_LINUX}`);
    expect(titleOf(await answerTo(discord, asked))).toBe(WINDOWS_ON_LINUX);
  });
});

describe('an answer that was deleted while no process ran', () => {
  it('is not brought back by edits of its question', async () => {
    const away = await discordWithGuild();
    const database = { DATABASE_URL: join(folder, 'away.sqlite') };
    const first = await startBot(away, database);
    const [mia, { generalId }] = [away.as(away.memberId), away];
    const asked = mention(away, mia, generalId, WINDOWS_ON_LINUX);
    const answer = await answerTo(away, asked);
    await first.stop();
    away.as(away.helperId).remove(answer.id);
    const second = await startBot(away, database);
    for (const text of [LINUX_ON_MAC, WINDOWS_ON_LINUX]) {
      away.clock.forward(LATER_MS);
      mia.edit(asked.id, `<@${away.botId}> ${text}`);
      await settled(away);
    }
    expect(botMessages(away, generalId)).toEqual([]);
    // The first edit finds out that the answer is gone, and the second one knows.
    const refusals = [{ operation: 'PATCH /channels/{channel_id}/messages/{message_id}', code: 10_008 }];
    await closeClean(away, second, { refusals });
  });
});
