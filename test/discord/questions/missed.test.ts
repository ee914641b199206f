import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startBot } from '../../support/bot.js';
import { closeClean, newcomer, titleOf } from '../../support/conversation.js';
import { discordWithGuild } from '../../support/discord.js';
import { removeFolder, writeFolder } from '../../support/knowledge-folder.js';
import { freshChannel, LINUX_ON_MAC, mention, WINDOWS_ON_LINUX } from '../../support/mentions.js';

it('a question that was asked during a restart is answered also where answers go into threads', async () => {
  const folder = writeFolder();
  const environment = { DATABASE_URL: join(folder, 'bot.sqlite') };
  const discord = await discordWithGuild();
  const channel = freshChannel(discord);
  const inThread = (id: string) => discord.world.messagesIn(id).find(({ authorId }) => authorId === discord.botId);
  const first = await startBot(discord, environment);
  await discord.as(discord.ownerId).slash(discord.generalId, 'settings', { 'reply-in': 'thread' }).reply();
  const before = mention(discord, newcomer(discord), channel, WINDOWS_ON_LINUX);
  await discord.until(() => discord.world.channels.has(before.id) && inThread(before.id));
  await first.stop();
  const missed = mention(discord, newcomer(discord), channel, LINUX_ON_MAC);
  const second = await startBot(discord, environment);
  const answer = await discord.until(() => discord.world.channels.has(missed.id) && inThread(missed.id));
  expect(titleOf(answer)).toBe(LINUX_ON_MAC);
  await closeClean(discord, second);
  removeFolder(folder);
});
