import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/process/app.js';
import { curatorReport } from '../../../src/process/service.js';
import { startBot, type TestBot } from '../../support/bot.js';
import {
  ask,
  closeClean,
  controlNamed,
  labelsOf,
  newcomer,
  press,
  questionWith,
  type Shown,
  share,
  titleOf,
} from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { shippedEngine } from '../../support/engine.js';
import { removeFolder, writeFolder } from '../../support/knowledge-folder.js';

const QUESTION = 'Can a Windows container run on a Linux host?';
const ENTRY = 'windows-container-on-linux';
const NOT_COVERED = 'docker system prune';

let discord: TestDiscord;
let bot: TestBot;
let engine: Engine;
let folder: string;
let database: string;

beforeAll(async () => {
  engine = await shippedEngine();
  folder = writeFolder();
  database = `file:${folder}/bot.sqlite`;
  discord = await discordWithGuild();
  bot = await startBot(discord, { DATABASE_URL: database });
});

afterAll(async () => {
  await closeClean(discord, bot);
  removeFolder(folder);
});

/** What everybody sees in `#general`, by id. */
const publicIds = (): string[] => discord.world.messagesIn(discord.generalId).map(({ id }) => id);

describe('/ask', () => {
  it('answers with title, short answer, source, and buttons for the layers, the follow-ups and the verdict', async () => {
    const entry = engine.knowledge.entries.find(({ id }) => id === 'windows-container-on-linux');
    const answer = await ask(newcomer(discord), discord.generalId, QUESTION);
    expect(titleOf(answer)).toBe(QUESTION);
    expect(answer.embeds[0]?.description).toBe(entry?.answer);
    const fields = answer.embeds[0]?.fields;
    expect(fields).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'Source' })]));
    expect(labelsOf(answer)).toEqual([
      ...['Why', 'Pitfalls'],
      'Questions that lead on',
      ...['Helpful', 'Not helpful', 'Another question', 'Share'],
    ]);
    expect(controlNamed(answer, 'Questions that lead on').options.map(({ value }) => value)).toEqual(entry?.followUps);
  });

  it('shows its answer to the asker alone unless told otherwise', async () => {
    const asker = newcomer(discord);
    const answer = await ask(asker, discord.generalId, QUESTION);
    expect(answer.ephemeralFor).toBe(asker.id);
  });

  it('with private:false shows its answer to all, who can dismiss it but need not share it', async () => {
    const answer = await ask(newcomer(discord), discord.generalId, QUESTION, false);
    expect(answer.ephemeralFor).toBeNull();
    expect(publicIds()).toContain(answer.id);
    expect(labelsOf(answer)).toContain('Dismiss');
    expect(labelsOf(answer)).not.toContain('Share');
  });

  it('asks back with a button for each entry that is close', async () => {
    const { text, reply } = await questionWith(engine, 'choices');
    const answer = await ask(newcomer(discord), discord.generalId, text);
    expect(reply.choices.length).toBeGreaterThan(1);
    expect(labelsOf(answer)).toEqual(reply.choices.map(({ label }) => label));
    expect(answer.embeds).toEqual([]);
  });

  it('says plainly that it does not know, without the words of the asker, and leads on to the topics', async () => {
    const answer = await ask(newcomer(discord), discord.generalId, NOT_COVERED);
    expect(answer.content).toMatch(/^I don't know/);
    expect(answer.content).not.toContain('prune');
    expect(labelsOf(answer)).toContain('All topics');
  });

  it('offers the nearest entries and their topics with what it does not know', async () => {
    const { text, reply } = await questionWith(engine, 'unknown', ({ nearest }) => nearest.length > 0);
    const labels = labelsOf(await ask(newcomer(discord), discord.generalId, text));
    expect(labels).toEqual(expect.arrayContaining([...reply.nearest.map(({ label }) => label), 'All topics']));
    expect(labels.filter((label) => label.startsWith('Topic: '))).not.toEqual([]);
  });

  it('returns a courtesy for a courtesy, with nothing to press', async () => {
    const answer = await ask(newcomer(discord), discord.generalId, 'thank you!');
    expect(answer.content).not.toBe('');
    expect(answer.embeds).toEqual([]);
    expect(answer.components).toEqual([]);
  });

  it.each(['   ', '@everyone', '<@&1> `rm -rf` @here', '\u202e\u200b', '?'.repeat(1_000)])('survives the question %j', async (question) => {
    const answer = await ask(newcomer(discord, 'mentionEveryone'), discord.generalId, question, false);
    expect(answer.content).not.toContain('@');
  });

  it('goes on from what the same person asked before in that channel', async () => {
    const asker = newcomer(discord);
    await ask(asker, discord.generalId, QUESTION);
    discord.clock.forward(3_000);
    expect(titleOf(await ask(asker, discord.generalId, 'pitfalls?'))).toBe(`Pitfalls: ${QUESTION}`);
    discord.clock.forward(3_000);
    expect((await ask(asker, discord.randomId, 'pitfalls?')).content).toMatch(/^About what/);
  });

  it('lets an answer be followed up at once, then asks for patience, in private, within the cooldown and no longer', async () => {
    const asker = newcomer(discord);
    await ask(asker, discord.generalId, QUESTION, false);
    expect(titleOf(await ask(asker, discord.generalId, 'why?', false))).not.toBe('');
    discord.clock.forward(2_999);
    const hasty = await ask(asker, discord.generalId, QUESTION, false);
    expect(hasty.content).toMatch(/ask again in a second/);
    expect(hasty.ephemeralFor).toBe(asker.id);
    discord.clock.forward(1);
    expect(titleOf(await ask(asker, discord.generalId, QUESTION, false))).toBe(QUESTION);
  });

  it('makes nobody wait who got no answer', async () => {
    const asker = newcomer(discord);
    for (const question of ['docker system prune', 'how do I bake bread', 'docker swarm or nomad'])
      expect((await ask(asker, discord.generalId, question)).content).toMatch(/^I don't know|^I am not sure/);
    expect(titleOf(await ask(asker, discord.generalId, QUESTION))).toBe(QUESTION);
  });

  it('makes nobody wait for another person', async () => {
    await ask(newcomer(discord), discord.generalId, QUESTION);
    expect(titleOf(await ask(newcomer(discord), discord.generalId, QUESTION))).toBe(QUESTION);
  });

  it('keeps what it does not know for the curators, in a form without who it was about', async () => {
    const question = 'can I prune system of alice@example.org';
    await ask(newcomer(discord), discord.generalId, question);
    await ask(newcomer(discord), discord.generalId, question);
    const gaps = async () =>
      (await curatorReport(database)).gaps.filter((gap) => gap.question.includes('prune system of') && gap.count === 2);
    await expect.poll(async () => (await gaps()).length).toBe(1);
    const [gap] = await gaps();
    expect(gap).toMatchObject({ guildId: discord.guildId });
    expect(gap?.question).not.toMatch(/alice|example/);
  });
});

describe('the suggestions of /ask', () => {
  async function suggestions(question: string): Promise<readonly { readonly name: string; readonly value: string | number }[]> {
    return discord.as(discord.memberId).autocomplete(discord.generalId, 'ask', { question }, 'question').choices();
  }

  it.each(['', 'w', 'windows', 'can a windows container run on linux', 'x'.repeat(1_000), '`@everyone`'])(
    'are at most 25, of at most 100 characters, for %j',
    async (typed) => {
      const choices = await suggestions(typed);
      expect(choices.length).toBeLessThanOrEqual(25);
      for (const { name, value } of choices) {
        expect(name.length).toBeLessThanOrEqual(100);
        expect(String(value).length).toBeLessThanOrEqual(100);
      }
      expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
    },
  );

  it('are there before anything is typed: a full list', async () => {
    expect(await suggestions('')).toHaveLength(25);
  });

  it('begin with the entry whose question is being typed', async () => {
    expect((await suggestions('Can a Windows container ru'))[0]).toEqual({ name: QUESTION, value: `entry:${ENTRY}` });
  });

  it('lead to an answer when they are asked', async () => {
    const [first] = await suggestions('');
    expect(titleOf(await ask(newcomer(discord), discord.generalId, String(first?.value)))).toBe(first?.name);
  });
});

describe('the Share button', () => {
  const sharedBy = (answer: Shown): Shown[] =>
    discord.world.messagesIn(discord.generalId).filter(({ reference }) => reference?.messageId === answer.id);

  it('posts the answer for all to see', async () => {
    const asker = newcomer(discord);
    const answer = await ask(asker, discord.generalId, QUESTION);
    const shared = await share(discord, asker, answer);
    expect(shared.ephemeralFor).toBeNull();
    expect(shared.id).not.toBe(answer.id);
    expect(titleOf(shared)).toBe(QUESTION);
    expect(controlNamed(shared, 'Dismiss').customId).toContain(asker.id);
  });

  it('posts the layer that is shown', async () => {
    const asker = newcomer(discord);
    const answer = await press(asker, await ask(asker, discord.generalId, QUESTION), 'Why').reply();
    const shared = await share(discord, asker, answer);
    expect(titleOf(shared)).toBe(`Why: ${QUESTION}`);
    expect(shared.ephemeralFor).toBeNull();
  });

  it('says who shares what question, in words that ping nobody and format nothing', async () => {
    const { id } = discord.world.addUser({ username: 'mallory', globalName: '**@everyone** [x](https://e.org)' });
    discord.world.join(discord.guildId, id);
    const asker = discord.as(id);
    const question = 'can a `windows` container <@&123456789012345678> run on a linux host?';
    const shared = await share(discord, asker, await ask(asker, discord.generalId, question));
    expect(shared.content).toMatch(/shared: `can a 'windows' container <@&123456789012345678> run on a linux host\?`$/);
    expect(shared.content).toContain('\\*\\*');
    expect(shared.content).not.toContain('@everyone');
    expect(shared.content).toContain('\\[x]');
    expect(shared.pinged).toEqual([]);
  });

  it('posts once however fast it is pressed, and is off afterwards', async () => {
    const asker = newcomer(discord);
    const answer = await ask(asker, discord.generalId, QUESTION);
    const customId = controlNamed(answer, 'Share').customId;
    const [first, second] = [asker.click(answer.id, customId), asker.click(answer.id, customId)];
    const refused = await discord.until(() =>
      asker
        .read(discord.generalId)
        .find(({ content, ephemeralFor }) => ephemeralFor === asker.id && /shared this answer already|share again/.test(content)),
    );
    await Promise.all([first.acknowledged, second.acknowledged]);
    expect(refused.embeds).toEqual([]);
    await discord.until(() => sharedBy(answer).length > 0);
    expect(sharedBy(answer)).toHaveLength(1);
    const button = answer.components.flatMap(({ components }) => components as { label?: string; disabled?: boolean }[]);
    expect(button.find(({ label }) => label === 'Shared')).toMatchObject({ disabled: true });
  });

  it('says why not, in private, where the bot may not write', async () => {
    const { id: closedId } = discord.world.addChannel(discord.guildId, { name: 'closed' });
    discord.world.setOverwrite(closedId, discord.botId, { deny: ['sendMessages'] });
    const asker = newcomer(discord);
    const answer = await ask(asker, closedId, QUESTION, false);
    expect(answer.ephemeralFor).toBe(asker.id);
    const refusal = await press(asker, answer, 'Share').reply();
    expect(refusal.ephemeralFor).toBe(asker.id);
    expect(refusal.content).toMatch(/may not write/);
    expect(discord.world.messagesIn(closedId)).toEqual([]);
  });
});
