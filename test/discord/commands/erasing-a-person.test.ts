import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversationKey } from '../../../src/core/answering/conversation-key.js';
import type { Turn } from '../../../src/core/ports.js';
import { openStore } from '../../../src/store/index.js';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, newcomer, press, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { removeFolder, writeFolder } from '../../support/knowledge-folder.js';
import { askInChannel, LATER_MS, LINUX_ON_MAC, mention, settled, WINDOWS_ON_LINUX } from '../../support/mentions.js';

let folder: string;
let discord: TestDiscord;
let bot: TestBot;
const environment = () => ({ DATABASE_URL: join(folder, 'bot.sqlite') });
beforeAll(async () => {
  folder = writeFolder();
  discord = await discordWithGuild();
  bot = await startBot(discord, environment());
});
afterAll(async () => {
  await closeClean(discord, bot);
  removeFolder(folder);
});

/** The turns of a thread's conversation as they are stored; the bot is ended for that, and another one started. */
async function turnsOf(threadId: string): Promise<readonly Turn[]> {
  await bot.stop();
  const store = await openStore(environment().DATABASE_URL);
  const { guildId } = discord;
  const turns = await store.recentTurns(conversationKey({ guildId, channelId: threadId, threadId, askerId: '' }), 0);
  await store.close();
  bot = await startBot(discord, environment());
  return turns;
}

describe('a person who has everything erased', () => {
  it('is gone from the conversation of a thread, which the others go on with', async () => {
    const [mia, ben] = [newcomer(discord), newcomer(discord)];
    const { id } = mia.thread({ channelId: discord.generalId }, 'Containers');
    await askInChannel(discord, mia, id, WINDOWS_ON_LINUX);
    await askInChannel(discord, ben, id, LINUX_ON_MAC);
    await askInChannel(discord, mia, id, WINDOWS_ON_LINUX);
    expect((await turnsOf(id)).map(({ asker }) => asker)).toEqual([mia.id, ben.id, mia.id]);

    const privacy = await mia.slash(id, 'privacy').reply();
    expect(privacy.content).toContain('2 turns of conversations, 2 answered questions');
    const erased = await press(mia, privacy, 'Erase what is kept about me').reply();
    expect(erased.content).toContain('Erased: 2 turns of conversations, 2 answered questions');
    expect((await mia.slash(id, 'privacy').reply()).content).toContain('About you, now: nothing.');
    expect((await ben.slash(id, 'privacy').reply()).content).toContain('1 turn of a conversation, 1 answered question');
    expect((await turnsOf(id)).map(({ asker, entryId }) => [asker, entryId])).toEqual([[ben.id, 'linux-containers-on-mac']]);
    const why = await askInChannel(discord, mia, id, 'why?');
    expect(why.content).not.toMatch(/^About what\?/);
  });

  it('has an answer that no edit changes any more: nothing leads from the question to it', async () => {
    const mia = newcomer(discord);
    const asked = mention(discord, mia, discord.randomId, WINDOWS_ON_LINUX);
    const answer = await discord.until(() =>
      discord.world.messagesIn(discord.randomId).find(({ reference }) => reference?.messageId === asked.id),
    );
    await settled(discord);
    await press(mia, await mia.slash(discord.randomId, 'privacy').reply(), 'Erase what is kept about me').reply();
    discord.clock.forward(60 * LATER_MS);
    mia.edit(asked.id, `<@${discord.botId}> ${LINUX_ON_MAC}`);
    mia.remove(asked.id);
    await settled(discord);
    expect(titleOf(answer)).toBe(WINDOWS_ON_LINUX);
    expect(discord.world.messages.has(answer.id)).toBe(true);
  });
});
