/** Custom ids that a message does not hold, or that name what is not so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/playground/people/person.js';
import { curatorReport } from '../../../src/process/service.js';
import { startBot, type TestBot } from '../../support/bot.js';
import { ask, closeClean, controlNamed, controlsOf, newcomer, press, type Shown } from '../../support/conversation.js';
import { discordWithGuild, rest, type TestDiscord } from '../../support/discord.js';
import { removeFolder, writeFolder } from '../../support/knowledge-folder.js';

const QUESTION = 'Can a Windows container run on a Linux host?';
const ENTRY = 'windows-container-on-linux';
const OUT_OF_DATE = /out of date/;
/** The message stays as it is, and nobody reads anything. */
const CALLBACK_DEFERRED_UPDATE = 6;

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

/** The id of the question that a message answers, as its buttons have it. */
const questionOf = (answer: Shown): string => controlNamed(answer, 'Helpful').customId.split(':')[1] ?? '';

/** A message of the bot's own with one button. */
async function leftBehind(customId: string): Promise<Shown> {
  const button = { type: 2, style: 2, label: 'Press me', custom_id: customId };
  const body = { content: 'long ago', components: [{ type: 1, components: [button] }] };
  const { body: sent } = await rest(discord, 'POST', `/channels/${discord.generalId}/messages`, body);
  const message = discord.world.messages.get(sent.id);
  if (!message) throw new Error('the message was not posted');
  return message;
}

describe('a custom id that the pressed message does not hold', () => {
  let victim: Person;
  let attacker: Person;
  let secret: Shown;
  let own: Shown;
  beforeAll(async () => {
    victim = newcomer(discord);
    attacker = newcomer(discord);
    secret = await ask(victim, discord.generalId, QUESTION);
    own = await ask(attacker, discord.generalId, QUESTION);
  });

  it.each([
    ['a verdict on another person’s question', () => `helpful:${questionOf(secret)}:${ENTRY}`],
    ['a complaint about another person’s question', () => `not-helpful:${questionOf(secret)}:${ENTRY}`],
    ['a verdict on a question that nobody asked', () => `helpful:103735883630395392:${ENTRY}`],
    ['a choice for another person’s question', () => `pick:${questionOf(secret)}:${ENTRY}`],
    ['another person’s question in a form', () => `rephrase:${questionOf(secret)}:${ENTRY}`],
    ['the end of an answer', () => `dismiss:${attacker.id}`],
    ['the end of the daily tip', () => 'tips-off'],
    ['an entry', () => `entry:${ENTRY}`],
  ])('does nothing: %s', async (_, customId) => {
    const before = await curatorReport(database);
    const shown = JSON.stringify(discord.world.messages.get(own.id));
    const forged = attacker.forge(own.id, customId());
    expect((await forged.acknowledged).type).toBe(CALLBACK_DEFERRED_UPDATE);
    expect(JSON.stringify(discord.world.messages.get(own.id))).toBe(shown);
    expect([forged.followUps(), forged.interaction.modal]).toEqual([[], null]);
    expect(await curatorReport(database)).toEqual(before);
  });
});

describe('a verdict', () => {
  it.each(['helpful:ANY:ANY', `helpful:ANY:${ENTRY}`, 'not-helpful:103735883630395392:gone', `not-helpful::${ENTRY}`, 'helpful'])(
    'on what the bot knows nothing of is out of date and kept nowhere: %s',
    async (customId) => {
      const before = await curatorReport(database);
      const message = await leftBehind(customId);
      expect((await newcomer(discord).click(message.id, customId).reply()).content).toMatch(OUT_OF_DATE);
      expect(await curatorReport(database)).toEqual(before);
    },
  );

  it('on an entry that was picked counts, though nobody asked for it', async () => {
    const person = newcomer(discord);
    const answer = await ask(person, discord.generalId, QUESTION);
    const menu = controlsOf(answer).find(({ customId }) => customId === 'follow');
    const followed = await person.select(answer.id, 'follow', [menu?.options[0]?.value ?? '']).reply();
    expect((await press(person, followed, 'Helpful').reply()).content).toBe('Thank you, that is noted.');
  });

  it('of somebody else on an answer for all to see counts', async () => {
    const answer = await ask(newcomer(discord), discord.generalId, QUESTION, false);
    expect((await press(newcomer(discord), answer, 'Helpful').reply()).content).toBe('Thank you, that is noted.');
  });
});

describe('the form for other words', () => {
  const fieldOf = (form: unknown): string | undefined => /"value":"([^"]*)"/.exec(JSON.stringify(form))?.[1];

  it('holds the question for whoever asked it', async () => {
    const person = newcomer(discord);
    const answer = await ask(person, discord.generalId, QUESTION);
    const offer = await press(person, answer, 'Not helpful').reply();
    expect(fieldOf(await press(person, offer, 'Ask in other words').modal())).toBe(QUESTION);
  });

  it('holds nothing for anybody else', async () => {
    const answer = await ask(newcomer(discord), discord.generalId, QUESTION, false);
    const reader = newcomer(discord);
    const offer = await press(reader, answer, 'Not helpful').reply();
    expect(fieldOf(await press(reader, offer, 'Ask in other words').modal())).toBeUndefined();
  });
});

describe('dismissing', () => {
  it('is for the one who asked as the store knows it, whoever the button names', async () => {
    const attacker = newcomer(discord);
    const asker = newcomer(discord);
    const answer = await ask(asker, discord.generalId, QUESTION, false);
    const message = discord.world.messages.get(answer.id);
    const buttons = (message?.components ?? []).flatMap(({ components }) => (Array.isArray(components) ? components : []));
    const dismissal = buttons.find(({ label }) => label === 'Dismiss');
    const honest = dismissal.custom_id;
    Object.assign(dismissal, { custom_id: `dismiss:${attacker.id}` });
    expect((await attacker.click(answer.id, `dismiss:${attacker.id}`).reply()).content).toMatch(/Only the person who asked/);
    Object.assign(dismissal, { custom_id: honest });
    asker.click(answer.id, honest);
    await discord.until(() => !discord.world.messages.has(answer.id));
  });
});
