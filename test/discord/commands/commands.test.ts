import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../../src/discord/commands/command.js';
import { commandsOf } from '../../../src/discord/commands/index.js';
import type { Handle } from '../../../src/playground/people/handle.js';
import type { Person } from '../../../src/playground/people/person.js';
import type { Engine } from '../../../src/process/app.js';
import { startBot, type TestBot } from '../../support/bot.js';
import { ask, closeClean, controlNamed, controlsOf, labelsOf, newcomer, press, snapshot, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { shippedEngine } from '../../support/engine.js';

const COMMANDS = commandsOf('Test bot');
const QUESTION = 'Can a Windows container run on a Linux host?';
const ABOUT_THIS = 'Ask Test bot about this';

let discord: TestDiscord;
let bot: TestBot;
let engine: Engine;

beforeAll(async () => {
  discord = await discordWithGuild();
  engine = await shippedEngine();
  bot = await startBot(discord);
});

afterAll(() => closeClean(discord, bot));

describe('every command', () => {
  const table = COMMANDS.map((command) => [command.data.name, command] as const);

  it('has a name of its own', () => {
    expect(new Set(table.map(([name]) => name)).size).toBe(COMMANDS.length);
  });

  it('is registered, and nothing else is', () => {
    const registered = [...(discord.world.applications.get(discord.botId)?.commands.values() ?? [])].map(({ definition }) => definition);
    expect(registered.map(({ name }) => name).sort()).toEqual(table.map(([name]) => name).sort());
    for (const { data } of COMMANDS)
      expect(registered.find(({ name }) => name === data.name)).toMatchObject({
        contexts: data.contexts,
        integration_types: data.integration_types,
      });
  });

  it.each(table)('%s says what it does, and where it can be used', (_, command) => {
    const description = command.kind === 'slash' ? command.data.description : command.description;
    expect(description).toMatch(/^\S.{9,}/);
    expect(command.data.contexts).not.toEqual([]);
    expect(command.data.integration_types).not.toEqual([]);
    // What belongs to the server is offered to those who manage it, and nowhere else.
    if (command.data.default_member_permissions) expect(command.data).toMatchObject({ contexts: [0], integration_types: [0] });
    else expect(command.data).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
  });

  /** Runs any command, with something in each option that it cannot do without. */
  function run(person: Person, channelId: string, { kind, data }: Command): Handle {
    if (kind === 'message') return person.messageCommand(data.name, person.send(channelId, QUESTION).id);
    const required = (data.options ?? []).filter((option) => 'required' in option && option.required);
    return person.slash(channelId, data.name, Object.fromEntries(required.map(({ name }) => [name, QUESTION])));
  }

  it.each(table)('%s answers, for the one who ran it alone', async (_, command) => {
    const person = newcomer(discord, 'manageGuild');
    const reply = await run(person, discord.generalId, command).reply();
    expect(reply.ephemeralFor).toBe(person.id);
    expect(reply.content + titleOf(reply) + String(reply.embeds[0]?.description ?? '')).not.toBe('');
  });

  const forEverybody = table.filter(([, { kind, data }]) => kind === 'slash' && !data.default_member_permissions);

  it.each(forEverybody)('%s answers in direct messages', async (_, command) => {
    const person = newcomer(discord);
    const { id } = person.directMessages(discord.botId);
    const reply = await run(person, id, command).reply();
    expect(discord.world.messagesIn(id).map((message) => message.id)).toContain(reply.id);
  });

  it.each(table)('%s is in the help', async (name) => {
    const help = await newcomer(discord).slash(discord.generalId, 'help').reply();
    expect(help.content).toContain(name);
  });
});

describe('/help', () => {
  it('says which commands need a permission, by the name that people see in Discord', async () => {
    const help = await newcomer(discord).slash(discord.generalId, 'help').reply();
    const marked = help.content.split('\n').filter((line) => line.endsWith(' (Manage Server)'));
    expect(marked.map((line) => /^`\/([\w-]+)`/.exec(line)?.[1])).toEqual(['settings']);
  });

  it('opens the form for a question, which is answered', async () => {
    const person = newcomer(discord);
    const opened = press(person, await person.slash(discord.generalId, 'help').reply(), 'Ask a question');
    expect(await opened.modal()).toMatchObject({ title: 'Ask a question' });
    const answer = await person.submit(opened, { text: QUESTION }).reply();
    expect(titleOf(answer)).toBe(QUESTION);
    expect(answer.ephemeralFor).toBe(person.id);
  });

  it('leads to the topics', async () => {
    const person = newcomer(discord);
    const topics = await press(person, await person.slash(discord.generalId, 'help').reply(), 'Browse topics').reply();
    expect(labelsOf(topics)).toContain('Choose a topic');
  });
});

describe('the name of the application', () => {
  it('is what the bot calls itself, and what it hears in a greeting', async () => {
    const person = newcomer(discord);
    const help = await person.slash(discord.generalId, 'help').reply();
    expect(help.content).toMatch(/^I am Test bot\./);
    expect(help.content).toContain('@Test bot and your question');
    expect((await ask(person, discord.generalId, 'hi Test bot')).content).toMatch(/^Hello/);
  });

  it('is left out of the message menu where Discord has no room for it', () => {
    const menuOf = (name: string): string | undefined => commandsOf(name).find(({ kind }) => kind === 'message')?.data.name;
    expect([menuOf('Harbour Help'), menuOf('The Harbour Help of All Seas')]).toEqual(['Ask Harbour Help about this', 'Ask about this']);
  });
});

describe('/topics', () => {
  it('lists every topic, then the questions of the one that is chosen, then the answer, and the way back', async () => {
    const { entries } = engine.knowledge;
    const person = newcomer(discord);
    const message = await person.slash(discord.generalId, 'topics').reply();
    const first = snapshot(message);
    const topics = controlNamed(message, 'Choose a topic');
    expect(topics.options.map(({ value }) => value)).toEqual([...new Set(entries.map(({ topic }) => topic))].sort());

    const [topic] = topics.options;
    const listed = await person.select(message.id, topics.customId, [topic?.value ?? '']).reply();
    expect(listed.id).toBe(message.id);
    const questions = controlNamed(listed, 'Choose a question');
    expect(questions.options.map(({ value }) => value)).toEqual(
      entries.filter((entry) => entry.topic === topic?.value).map(({ id }) => id),
    );

    const [question] = questions.options;
    const answer = await person.select(message.id, questions.customId, [question?.value ?? '']).reply();
    expect(answer.id).not.toBe(message.id);
    expect(titleOf(answer)).toBe(entries.find(({ id }) => id === question?.value)?.question);

    expect(snapshot(await press(person, message, 'All topics').reply())).toMatchObject({ content: first.content });
    expect(controlsOf(message)).toEqual(controlsOf(first));
  });
});

describe('/tip', () => {
  it('shows the tip of an entry, which can be explained, and takes another question', async () => {
    const person = newcomer(discord);
    const tip = await person.slash(discord.generalId, 'tip').reply();
    const entry = engine.knowledge.entries.find((one) => one.tip === tip.embeds[0]?.description);
    expect(entry).toBeDefined();

    const explained = await press(person, tip, 'Explain more').reply();
    expect(explained.id).not.toBe(tip.id);
    expect(explained.ephemeralFor).toBe(person.id);
    expect(titleOf(explained)).toBe(entry?.question);

    const opened = press(person, tip, 'Another question');
    await opened.modal();
    expect(titleOf(await person.submit(opened, { text: QUESTION }).reply())).toBe(QUESTION);
  });

  it('shows different tips at different moments', async () => {
    const shown = new Set<unknown>();
    for (let i = 0; i < 5; i++) {
      shown.add((await newcomer(discord).slash(discord.generalId, 'tip').reply()).embeds[0]?.description);
      discord.clock.forward(61_001);
    }
    expect(shown.size).toBeGreaterThan(1);
  });
});

describe(`"${ABOUT_THIS}" in the menu of a message`, () => {
  it('answers what the message asks, whoever wrote it, for the one who clicked alone', async () => {
    const message = newcomer(discord).send(discord.generalId, `${QUESTION} <@${discord.ownerId}>`);
    const person = newcomer(discord);
    const answer = await person.messageCommand(ABOUT_THIS, message.id).reply();
    expect(answer.ephemeralFor).toBe(person.id);
    expect(titleOf(answer)).toBe(QUESTION);
  });

  it('says so where the message has no text', async () => {
    const message = newcomer(discord).send(discord.generalId, `<@${discord.ownerId}>`);
    const answer = await newcomer(discord).messageCommand(ABOUT_THIS, message.id).reply();
    expect(answer.content).toMatch(/no text/);
  });
});

describe('/privacy', () => {
  it('counts what is kept about the one who asks, and erases that and nothing else', async () => {
    const [person, other] = [newcomer(discord), newcomer(discord)];
    const kept = async (whose: Person): Promise<string> => (await whose.slash(discord.generalId, 'privacy').reply()).content;
    expect(await kept(person)).toContain('About you, now: nothing');
    for (const whose of [person, other]) {
      const answer = await ask(whose, discord.generalId, QUESTION, false);
      await press(whose, answer, 'Helpful').reply();
    }
    const counted = '1 turn of a conversation, 1 answered question, 1 verdict on an answer';
    expect(await kept(person)).toContain(counted);

    const message = await person.slash(discord.generalId, 'privacy').reply();
    const erased = await press(person, message, 'Erase what is kept about me').reply();
    expect(erased.id).toBe(message.id);
    expect(erased.content).toContain(counted);
    expect(labelsOf(erased)).toEqual([]);
    expect(await kept(person)).toContain('About you, now: nothing');
    expect(await kept(other)).toContain(counted);
  });
});
