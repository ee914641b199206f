import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/playground/people/person.js';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, labelsOf, newcomer, press, type Shown, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { HOSTILE } from '../../support/hostile.js';
import { answerTo, freshChannel, LATER_MS, mention, settled, textOf, WINDOWS_ON_LINUX } from '../../support/mentions.js';

/** The most that Discord lets a person write in a message. */
const MESSAGE_LENGTH = 2_000;
/** What stands in every question and in no entry: where it shows, the asker's words are repeated. */
const MARK = 'zaunkoenig';

/** Ways to have the bot mention somebody, lead somewhere, or break out of where a text is shown. */
const SMUGGLED: Readonly<Record<string, string>> = {
  everyone: '@everyone and @here, can a windows container run on linux?',
  'a role': '<@&{role}> <@&123456789012345678>',
  'a person': '<@{person}> <@!{person}>',
  'a mention in code': '`@everyone` ``<@{person}>`` ```<@&{role}>```',
  'an open code span': '` <@{person}> @everyone',
  'backticks alone': '`'.repeat(300),
  'a broken mention': '@\u200beveryone <\u200b@{person}> <@\u200b{person}>',
  'a nested mention': '<@<@{person}>{person}> @@everyoneeveryone',
  'an invitation': 'join discord.gg/abcdef or https://discord.com/invite/abcdef',
  'a link in disguise': '[https://docs.docker.com](https://example.org/steal) [x](javascript:alert(1))',
  'a channel, a command, a time and an emoji': '<#{channel}> </ask:123456789012345678> <t:1> <:x:123456789012345678> <id:customize>',
  'a spoiler and a quote': '||why|| \n> > quote\n# heading\n-# small',
  'line breaks': 'can\n'.repeat(400),
  'two thousand characters': 'w'.repeat(MESSAGE_LENGTH),
  'text that turns round': '\u202e@everyone\u202d \u2066<@{person}>\u2069',
};

let discord: TestDiscord;
let bot: TestBot;
let role: string;
beforeAll(async () => {
  discord = await discordWithGuild();
  bot = await startBot(discord);
  role = discord.world.addRole(discord.guildId, { name: 'Everybody', mentionable: true }).id;
  discord.world.setRoles(discord.guildId, discord.memberId, [role]);
  // Whoever may mention everybody: only the bot's own caution is left to prevent it.
  const mighty = discord.world.addRole(discord.guildId, { name: 'Mighty', permissions: ['mentionEveryone'] });
  discord.world.setRoles(discord.guildId, discord.botId, [mighty.id]);
});
afterAll(() => closeClean(discord, bot));

const filled = (text: string): string =>
  text.replaceAll('{role}', role).replaceAll('{person}', discord.memberId).replaceAll('{channel}', discord.generalId);
/** The mark stands before and behind the question, as far as there is room. */
const questions = (): [string, string][] =>
  Object.entries({ ...HOSTILE, ...SMUGGLED }).map(([name, text]) => [name, `${MARK} ${filled(text).slice(0, 900)} ${MARK}`]);
/** Takes code out, where nothing is formatted and nobody is mentioned. */
const outsideCode = (text: string): string => text.replace(/```[\s\S]*?```|``[^`\n]+``|`[^`\n]+`/g, '');

/** Checks what everybody can see of a reply. */
function expectHarmless(shown: Shown, question: string): void {
  const text = outsideCode([textOf(shown), ...labelsOf(shown)].join('\n'));
  expect(text, question).not.toContain(MARK);
  expect(text, question).not.toMatch(/@(?:everyone|here)|<@|javascript:|discord\.gg|discord\.com\/invite|example\.org/i);
  expect(shown.pinged).toEqual([]);
  expect(shown.mentions).toEqual({ userIds: [], roleIds: [], everyone: false });
}

/** Asks every question in a way and looks at every reply. */
async function askAll(ask: (person: Person, question: string) => Promise<Shown>): Promise<void> {
  for (const [name, question] of questions()) {
    const shown = await ask(newcomer(discord), question).catch((cause: unknown) => {
      throw new Error(`no reply to "${name}"`, { cause });
    });
    expectHarmless(shown, name);
  }
}

describe('a hostile question', () => {
  it('is answered harmlessly as a mention, in full length', async () => {
    for (const [name, text] of Object.entries({ ...HOSTILE, ...SMUGGLED })) {
      const question = `${MARK} ${filled(text)}`.slice(0, MESSAGE_LENGTH - `<@${discord.botId}> `.length);
      expectHarmless(await answerTo(discord, mention(discord, newcomer(discord), discord.generalId, question)), name);
    }
  });

  it('is answered harmlessly for all to see by /ask', async () => {
    await askAll((person, question) => person.slash(discord.generalId, 'ask', { question, private: false }).reply());
  });

  it('is answered harmlessly where an edit makes a question hostile', async () => {
    const [mia, channelId] = [newcomer(discord), freshChannel(discord)];
    const asked = mention(discord, mia, channelId, WINDOWS_ON_LINUX);
    const answer = await answerTo(discord, asked);
    for (const [name, question] of questions()) {
      discord.clock.forward(LATER_MS);
      mia.edit(asked.id, `<@${discord.botId}> ${question}`);
      // What asks nothing any more leaves the answer as it was.
      await settled(discord);
      expectHarmless(answer, name);
      expect(titleOf(answer)).not.toContain(MARK);
    }
  });

  it('is answered harmlessly from the form', async () => {
    const help = await answerTo(discord, mention(discord, newcomer(discord), discord.generalId, ''));
    await askAll(async (person, question) => {
      const opener = press(person, help, 'Ask a question');
      await opener.modal();
      return person.submit(opener, { text: question }).reply();
    });
  });

  it('is answered harmlessly from the menu of a message', async () => {
    await askAll((person, question) =>
      person.messageCommand('Ask Test bot about this', person.send(discord.generalId, question).id).reply(),
    );
  });

  it('gets harmless suggestions while it is typed', async () => {
    const mia = newcomer(discord);
    for (const [name, question] of questions()) {
      const choices = await mia.autocomplete(discord.generalId, 'ask', { question }, 'question').choices();
      expect(choices.length, name).toBeLessThanOrEqual(25);
      for (const { name: shown } of choices) expect(shown, name).not.toContain(MARK);
    }
  });

  it('is not repeated where a setting cannot be read, but in a code span', async () => {
    const olga = discord.as(discord.ownerId);
    for (const text of Object.values(SMUGGLED)) {
      const zone = `${MARK} ${filled(text)}`.slice(0, 60);
      const shown = await olga.slash(discord.generalId, 'settings', { 'tip-channel': discord.generalId, 'time-zone': zone }).reply();
      expectHarmless(shown, zone);
    }
  });

  it('becomes no name of a thread', async () => {
    const olga = discord.as(discord.ownerId);
    await olga.slash(discord.generalId, 'settings', { 'reply-in': 'thread' }).reply();
    for (const text of Object.values(SMUGGLED)) {
      const asked = mention(discord, newcomer(discord), discord.randomId, `${filled(text)} ${MARK}`.slice(-1_900));
      await discord.until(() => discord.world.messagesIn(asked.id).find(({ authorId }) => authorId === discord.botId));
      expect(discord.world.channels.get(asked.id)?.name).not.toContain(MARK);
    }
    await olga.slash(discord.generalId, 'settings', { 'reply-in': 'channel' }).reply();
  });

  it('leaves no trace of its words in the log', () => {
    expect(bot.log.length).toBeGreaterThan(0);
    expect(JSON.stringify(bot.log)).not.toContain(MARK);
  });
});
