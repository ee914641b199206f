import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/playground/people/person.js';
import { startBot, type TestBot } from '../../support/bot.js';
import { ask, closeClean, controlsOf, newcomer, press, type Shown, share, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { entryText, removeFolder, writeFolder } from '../../support/knowledge-folder.js';
import { answerTo, freshChannel, LATER_MS, mention, textOf } from '../../support/mentions.js';
import { linksInCommonMark, markdownOf, mentionsIn, textIn } from './discord-markdown.js';

const SOMEBODY = '123456789012345678';
/** All that a text can smuggle and that a file may hold: real links to other than http are refused when the folder is read. */
const SMUGGLED = `@everyone @here @EVERYONE <@${SOMEBODY}> <@!${SOMEBODY}> <@&${SOMEBODY}> <#${SOMEBODY}> </ask:${SOMEBODY}> discord.gg/abcdef`;
const LINK = '[click](javascript:alert(1))';
/** The longest text that an entry's section may have (Discord: an embed's description). */
const LONGEST = 4_096;

const fill = (text: string, length: number): string => text.padEnd(length, ' and `on` @everyone').slice(0, length);
const entry = (question: string, phrasing: string, followUps: string, text: string): string =>
  entryText(
    [
      `question: ${JSON.stringify(question)}`,
      `phrasings: [${phrasing}]`,
      `followUps: [${followUps}]`,
      `tip: ${JSON.stringify(`${SMUGGLED} ${LINK} tip`)}`,
    ],
    `${text}\n\n## Why\n${fill(SMUGGLED, LONGEST)}\n\n## Example\n${'```sh\n'}${fill(`echo ${SMUGGLED}`, 3_000)}\n${'```'}\n\n## Pitfalls\n${SMUGGLED}`,
  );
const FILES = {
  'harbour/berth.md': entry(`Where is the berth? ${SMUGGLED} ${LINK}`, 'where do ships lie', 'crane', SMUGGLED),
  'harbour/crane.md': entry(fill(`Who lifts the crane? ${SMUGGLED}`, 256), 'who lifts the heavy load', 'berth', fill(SMUGGLED, LONGEST)),
  [`@everyone ${SOMEBODY}/tug.md`]: entry(
    'Which tug pulls the ferry?',
    'which tug pulls the ferry boat',
    'berth, crane',
    `${'\u202e'}${SMUGGLED}`,
  ),
};
const QUESTIONS = ['where do ships lie', 'who lifts the heavy load', 'which tug pulls the ferry boat'] as const;

let folder: string;
let discord: TestDiscord;
let bot: TestBot;
beforeAll(async () => {
  folder = writeFolder(FILES);
  discord = await discordWithGuild();
  bot = await startBot(discord, { KNOWLEDGE_DIR: folder });
  const { world, guildId, botId } = discord;
  // Whoever may mention everybody: only the bot's own caution is left to prevent it.
  world.setRoles(guildId, botId, [world.addRole(guildId, { name: 'Mighty', permissions: ['mentionEveryone'] }).id]);
});
afterAll(async () => {
  await closeClean(discord, bot);
  removeFolder(folder);
});

/** Checks that nothing in a message but its code mentions anybody or leads to anything but the web, not even by its looks. */
function expectHarmless(shown: Shown): void {
  for (const markdown of markdownOf(shown)) {
    expect(mentionsIn(markdown)).toEqual([]);
    expect(textIn(markdown)).not.toMatch(/@(?:everyone|here)|<@[!&]?\d|discord\.gg/i);
    expect(linksInCommonMark(markdown).filter((address) => !/^https?:/.test(address))).toEqual([]);
  }
  expect(shown.pinged).toEqual([]);
  expect(shown.mentions).toEqual({ userIds: [], roleIds: [], everyone: false });
}

const withEmbeds = (): string => freshChannel(discord);
function plain(): string {
  const channelId = freshChannel(discord);
  discord.world.setOverwrite(channelId, discord.botId, { deny: ['embedLinks'] });
  return channelId;
}

describe('knowledge that smuggles mentions', () => {
  it.each([
    ['as embeds', withEmbeds],
    ['as plain text', plain],
  ])('is shown harmlessly %s, with every layer', async (_, makeChannel) => {
    for (const question of QUESTIONS) {
      const mia = newcomer(discord);
      const answer = await answerTo(discord, mention(discord, mia, makeChannel(), question));
      expect([titleOf(answer), answer.content].join('')).not.toBe('');
      expect(controlsOf(answer).length).toBeGreaterThan(5);
      expectHarmless(answer);
      for (const layer of ['Why', 'Example', 'Pitfalls']) expectHarmless(await press(mia, answer, layer).reply());
    }
  });

  it('is shared harmlessly', async () => {
    for (const question of QUESTIONS) {
      const mia = newcomer(discord);
      const shown = await ask(mia, discord.generalId, question);
      expectHarmless(shown);
      const shared = await share(discord, mia, shown);
      expect(shared.ephemeralFor).toBeNull();
      expectHarmless(shared);
    }
  });

  it('is offered harmlessly in menus, topics and suggestions', async () => {
    const mia = newcomer(discord);
    const answer = await answerTo(discord, mention(discord, mia, withEmbeds(), QUESTIONS[0]));
    const menu = controlsOf(answer).find(({ customId }) => customId === 'follow');
    expect(menu?.options.length).toBe(1);
    expectHarmless(await mia.select(answer.id, 'follow', [menu?.options[0]?.value ?? '']).reply());
    const topics = async (): Promise<Shown> => mia.slash(discord.generalId, 'topics').reply();
    const values = controlsOf(await topics()).flatMap(({ options }) => options.map(({ value }) => value));
    expect(values).toHaveLength(2);
    for (const value of values) {
      const shown = await topics();
      expectHarmless(shown);
      expectHarmless(await mia.select(shown.id, 'topic-menu', [value]).reply());
    }
    const choices = await mia.autocomplete(discord.generalId, 'ask', { question: 'where' }, 'question').choices();
    expect(choices.length).toBeGreaterThan(0);
  });

  it('is shown harmlessly as a tip, and behind its button', async () => {
    const mia = newcomer(discord);
    for (let i = 0; i < QUESTIONS.length; i++) {
      const tip = await mia.slash(discord.generalId, 'tip').reply();
      expect(textOf(tip)).toContain('tip');
      expectHarmless(tip);
      expectHarmless(await press(mia, tip, 'Explain more').reply());
    }
  });

  it('is posted harmlessly as the tip of the day', async () => {
    const channelId = withEmbeds();
    await discord.as(discord.ownerId).slash(channelId, 'settings', { 'tip-channel': channelId, 'tip-time': '13:00' }).reply();
    discord.clock.forward(24 * 60 * 60_000);
    discord.clock.forward(-(discord.clock.now() % (24 * 60 * 60_000)) + 13 * 60 * 60_000);
    await bot.tickTips();
    const tip = await discord.until(() => discord.world.messagesIn(channelId).find(({ authorId }) => authorId === discord.botId));
    expectHarmless(tip);
  });

  it('has its help and its threads named harmlessly', async () => {
    const mia: Person = newcomer(discord);
    expectHarmless(await answerTo(discord, mention(discord, mia, withEmbeds(), '')));
    await discord.as(discord.ownerId).slash(discord.generalId, 'settings', { 'reply-in': 'thread' }).reply();
    discord.clock.forward(LATER_MS);
    const asked = mention(discord, mia, withEmbeds(), QUESTIONS[1]);
    expectHarmless(await discord.until(() => discord.world.messagesIn(asked.id).find(({ authorId }) => authorId === discord.botId)));
    expect(discord.world.channels.get(asked.id)?.name.length).toBeLessThanOrEqual(100);
  });
});

describe('knowledge with a link that leads elsewhere than to the web', () => {
  it.each(['[click](javascript:alert(1))', '<javascript:alert(1)>', '![x](data:text/html,x)'])(
    'is refused at the start: %s',
    async (link) => {
      const bad = writeFolder({ ...FILES, 'harbour/bad.md': entry('Bad?', 'is it bad', '', link) });
      const other = await discordWithGuild();
      try {
        await expect(startBot(other, { KNOWLEDGE_DIR: bad })).rejects.toThrow(/bad\.md:\d+.*http/s);
      } finally {
        await other.close();
        removeFolder(bad);
      }
    },
  );

  it('is refused where a text is longer than Discord shows', async () => {
    const bad = writeFolder({ ...FILES, 'harbour/bad.md': entry('Bad?', 'is it bad', '', fill(SMUGGLED, 5_000)) });
    const other = await discordWithGuild();
    await expect(startBot(other, { KNOWLEDGE_DIR: bad, DATABASE_URL: join(bad, 'bot.sqlite') })).rejects.toThrow(
      /at most 4,096 characters/,
    );
    await other.close();
    removeFolder(bad);
  });
});
