/** Where the bot is no member: a person has installed it and takes it along. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/playground/people/person.js';
import { curatorReport } from '../../../src/process/service.js';
import { openStore } from '../../../src/store/index.js';
import { startBot, type TestBot } from '../../support/bot.js';
import { ask, closeClean, controlNamed, labelsOf, newcomer, press, questionWith, share, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { shippedEngine } from '../../support/engine.js';
import { removeFolder, writeFolder } from '../../support/knowledge-folder.js';

const QUESTION = 'Can a Windows container run on a Linux host?';
const NOT_COVERED = 'docker system prune';
const ABOUT_THIS = 'Ask Test bot about this';
const FOR_EVERYBODY = ['ask', 'help', 'privacy', 'tip', 'topics'];

let discord: TestDiscord;
let bot: TestBot;
let folder: string;
let database: string;

beforeAll(async () => {
  folder = writeFolder();
  database = `file:${folder}/bot.sqlite`;
  discord = await discordWithGuild();
  bot = await startBot(discord, { DATABASE_URL: database });
});

afterAll(async () => {
  await closeClean(discord, bot);
  removeFolder(folder);
});

/** A person who has installed the bot and shares no server with it, and one who has not. */
function strangers(): { readonly person: Person; readonly friend: Person } {
  const [one, two] = [discord.world.addUser(), discord.world.addUser()];
  discord.world.install(discord.botId, one.id);
  return { person: discord.as(one.id), friend: discord.as(two.id) };
}

/** A server of strangers. */
function foreignServer() {
  const { person, friend } = strangers();
  const { id: guildId } = discord.world.addGuild({ ownerId: friend.id });
  const { id: channelId } = discord.world.addChannel(guildId, { name: 'general' });
  discord.world.join(guildId, person.id);
  return { person, friend, guildId, channelId };
}

const everybodySees = (channelId: string): string[] => discord.world.messagesIn(channelId).map(({ id }) => id);

describe('in direct messages with the bot', () => {
  it('offers the commands for everybody', () => {
    const { person } = strangers();
    expect([...person.commands(person.directMessages(discord.botId).id)].sort()).toEqual(FOR_EVERYBODY);
  });

  it('answers for good, since nobody else is there, and turns to layers in place', async () => {
    const { person } = strangers();
    const { id } = person.directMessages(discord.botId);
    const answer = await ask(person, id, QUESTION);
    expect(everybodySees(id)).toContain(answer.id);
    expect(labelsOf(answer)).not.toContain('Share');
    const why = await press(person, answer, 'Why').reply();
    expect(why.id).toBe(answer.id);
    expect(titleOf(why)).toBe(`Why: ${QUESTION}`);
    press(person, answer, 'Dismiss');
    await discord.until(() => !everybodySees(id).includes(answer.id));
  });

  it('replaces choices by the one that is picked', async () => {
    const { text, reply } = await questionWith(await shippedEngine(), 'choices');
    const { person } = strangers();
    const message = await ask(person, person.directMessages(discord.botId).id, text);
    const answer = await press(person, message, reply.choices[0]?.label ?? '').reply();
    expect(answer.id).toBe(message.id);
    expect(titleOf(answer)).toBe(reply.choices[0]?.label);
  });

  it('answers what a message asks from its menu', async () => {
    const { person } = strangers();
    const { id } = person.directMessages(discord.botId);
    const question = person.send(id, QUESTION);
    await discord.until(() => discord.world.messagesIn(id).find(({ reference }) => reference?.messageId === question.id));
    discord.clock.forward(3_000);
    expect(titleOf(await person.messageCommand(ABOUT_THIS, question.id).reply())).toBe(QUESTION);
  });
});

describe('in a private conversation with others', () => {
  it.each(FOR_EVERYBODY)('shows what comes of /%s to who ran it alone', async (name) => {
    const { person, friend } = strangers();
    const { id } = person.directMessages(friend.id);
    const reply = await person.slash(id, name, name === 'ask' ? { question: QUESTION } : {}).reply();
    expect(reply.ephemeralFor).toBe(person.id);
    expect(everybodySees(id)).toEqual([]);
  });

  it('answers for all where the asker wants it so, and shows each reader a layer by itself', async () => {
    const { person, friend } = strangers();
    const { id } = person.directMessages(friend.id);
    const answer = await ask(person, id, QUESTION, false);
    expect(everybodySees(id)).toEqual([answer.id]);
    const why = await press(friend, answer, 'Why').reply();
    expect(why.ephemeralFor).toBe(friend.id);
    expect(titleOf(answer)).toBe(QUESTION);
  });

  it('shares what was private', async () => {
    const { person, friend } = strangers();
    const { id } = person.directMessages(friend.id);
    const shared = await share(discord, person, await ask(person, id, QUESTION));
    expect(everybodySees(id)).toEqual([shared.id]);
  });

  it('answers what a message asks from its menu', async () => {
    const { person, friend } = strangers();
    const question = friend.send(friend.directMessages(person.id).id, QUESTION);
    const answer = await person.messageCommand(ABOUT_THIS, question.id).reply();
    expect(answer.ephemeralFor).toBe(person.id);
    expect(titleOf(answer)).toBe(QUESTION);
  });
});

describe('in a server that the bot is not a member of', () => {
  it('offers the commands for everybody, and no settings, to who installed it', () => {
    const { person, friend, channelId } = foreignServer();
    expect([...person.commands(channelId)].sort()).toEqual(FOR_EVERYBODY);
    expect(friend.commands(channelId)).toEqual([]);
  });

  it('answers privately, and for all where the asker wants it so', async () => {
    const { person, channelId } = foreignServer();
    const answer = await ask(person, channelId, QUESTION);
    expect(answer.ephemeralFor).toBe(person.id);
    const shared = await share(discord, person, answer);
    expect(shared.ephemeralFor).toBeNull();
    discord.clock.forward(3_000);
    const forAll = await ask(person, channelId, QUESTION, false);
    expect(everybodySees(channelId)).toEqual([shared.id, forAll.id]);
  });

  it('answers in plain text where members may not post embeds', async () => {
    const { person, guildId, channelId } = foreignServer();
    discord.world.setRole(guildId, guildId, [
      'viewChannel',
      'sendMessages',
      'readMessageHistory',
      'useApplicationCommands',
      'useExternalApps',
    ]);
    const answer = await ask(person, channelId, QUESTION, false);
    expect(answer.embeds).toEqual([]);
    expect(answer.content).toContain(QUESTION);
  });

  it('takes any number of presses, none of which is a follow-up, of which Discord allows five', async () => {
    const { person, channelId } = foreignServer();
    const before = new Set(discord.interactions.all);
    const answer = await ask(person, channelId, QUESTION, false);
    for (const label of ['Why', 'Pitfalls', 'Helpful', 'Not helpful', 'Helpful', 'Why', 'Pitfalls'])
      expect((await press(person, answer, label).reply()).ephemeralFor).toBe(person.id);
    const menu = controlNamed(answer, 'Questions that lead on');
    for (const { value, label } of menu.options)
      expect(titleOf(await person.select(answer.id, menu.customId, [value]).reply())).toBe(label);
    const since = discord.interactions.all.filter((interaction) => !before.has(interaction));
    expect(since.filter(({ followUpCount }) => followUpCount > 0)).toEqual([]);
  });

  it('keeps nothing about that server', async () => {
    const { person, guildId, channelId } = foreignServer();
    const answer = await ask(person, channelId, NOT_COVERED);
    expect(answer.content).toMatch(/^I don't know/);
    discord.clock.forward(3_000);
    await press(person, await ask(person, channelId, QUESTION), 'Not helpful').reply();
    await expect.poll(async () => (await curatorReport(database)).gaps.length).toBeGreaterThan(1);
    expect((await curatorReport(database)).gaps.filter((gap) => gap.guildId !== null)).toEqual([]);
    const store = await openStore(database);
    const guilds = await store.guilds();
    await store.close();
    expect(guilds).not.toContain(guildId);
  });

  it('keeps the asker apart from who has the bot in a server of their own', async () => {
    const { person, channelId } = foreignServer();
    await ask(person, channelId, QUESTION);
    const member = newcomer(discord);
    expect((await ask(member, discord.generalId, 'pitfalls?')).content).toMatch(/^About what/);
  });
});
