import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CuratorReport } from '../../../src/core/ports.js';
import type { Person } from '../../../src/playground/people/person.js';
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
  snapshot,
  titleOf,
} from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { shippedEngine } from '../../support/engine.js';
import { removeFolder, writeFolder } from '../../support/knowledge-folder.js';

const QUESTION = 'Can a Windows container run on a Linux host?';
const ENTRY = 'windows-container-on-linux';

let discord: TestDiscord;
let bot: TestBot;
let engine: Engine;
let folder: string;
let database: string;

beforeAll(async () => {
  folder = writeFolder();
  database = `file:${folder}/bot.sqlite`;
  discord = await discordWithGuild();
  engine = await shippedEngine();
  bot = await startBot(discord, { DATABASE_URL: database });
});

afterAll(async () => {
  await closeClean(discord, bot);
  removeFolder(folder);
});

const exists = ({ id }: Shown): boolean => discord.world.messages.has(id);

/** What the curators have been told by now; the bot replies before it writes that down. */
function reported(fits: (report: CuratorReport) => boolean): Promise<void> {
  return expect.poll(async () => fits(await curatorReport(database)), { timeout: 5_000 }).toBe(true);
}

describe('the buttons of the layers', () => {
  it('turn the private answer to the layer and back, in place', async () => {
    const asker = newcomer(discord);
    const answer = await ask(asker, discord.generalId, QUESTION);
    const short = snapshot(answer);
    const why = await press(asker, answer, 'Why').reply();
    expect(why.id).toBe(answer.id);
    expect(titleOf(why)).toBe(`Why: ${QUESTION}`);
    expect(labelsOf(why)).toEqual(expect.arrayContaining(['Short answer', 'Pitfalls']));
    expect(labelsOf(why)).not.toContain('Why');
    const pitfalls = await press(asker, answer, 'Pitfalls').reply();
    expect(titleOf(pitfalls)).toBe(`Pitfalls: ${QUESTION}`);
    const back = await press(asker, answer, 'Short answer').reply();
    expect({ title: titleOf(back), description: back.embeds[0]?.description }).toEqual({
      title: QUESTION,
      description: short.embeds[0]?.description,
    });
    expect(labelsOf(back)).toEqual(labelsOf(short));
  });

  it('show the layer of a public answer to whoever pressed, and leave the answer as it was', async () => {
    const answer = await ask(newcomer(discord), discord.generalId, QUESTION, false);
    const before = snapshot(answer);
    const reader = newcomer(discord);
    const why = await press(reader, answer, 'Why').reply();
    expect(why.ephemeralFor).toBe(reader.id);
    expect(titleOf(why)).toBe(`Why: ${QUESTION}`);
    expect(snapshot(answer)).toEqual(before);
  });
});

describe('the menu of questions that lead on', () => {
  it('answers the one that is chosen in a message of its own, for the one who chose', async () => {
    const answer = await ask(newcomer(discord), discord.generalId, QUESTION, false);
    const menu = controlNamed(answer, 'Questions that lead on');
    const [chosen] = menu.options;
    const reader = newcomer(discord);
    const next = await reader.select(answer.id, menu.customId, [chosen?.value ?? '']).reply();
    expect(next.ephemeralFor).toBe(reader.id);
    expect(titleOf(next)).toBe(chosen?.label);
    expect(controlNamed(next, 'Share').customId).toContain(chosen?.value);
  });

  it('no longer offers what the same person has read', async () => {
    const asker = newcomer(discord);
    const answer = await ask(asker, discord.generalId, QUESTION);
    const menu = controlNamed(answer, 'Questions that lead on');
    const next = await asker.select(answer.id, menu.customId, [menu.options[0]?.value ?? '']).reply();
    expect(controlNamed(next, 'Questions that lead on').options.map(({ value }) => value)).not.toContain(ENTRY);
  });
});

describe('the verdict on an answer', () => {
  const verdictsOn = ({ feedback }: CuratorReport): string => {
    const { helpful = 0, notHelpful = 0 } = feedback.find(({ entryId }) => entryId === ENTRY) ?? {};
    return `${helpful} helpful, ${notHelpful} not`;
  };
  const gapsOn = ({ gaps }: CuratorReport): number =>
    gaps.filter(({ reason, entryId }) => reason === 'not-helpful' && entryId === ENTRY).reduce((sum, { count }) => sum + count, 0);

  it('is kept once for each person, can be changed, and is a gap where it did not help', async () => {
    const asker = newcomer(discord);
    const answer = await ask(asker, discord.generalId, QUESTION, false);
    const thanked = await press(asker, answer, 'Helpful').reply();
    expect(thanked.ephemeralFor).toBe(asker.id);
    expect((await press(asker, answer, 'Helpful').reply()).content).toMatch(/already/);
    await reported((report) => verdictsOn(report) === '1 helpful, 0 not');

    const sorry = await press(asker, answer, 'Not helpful').reply();
    expect(sorry.ephemeralFor).toBe(asker.id);
    await press(asker, answer, 'Not helpful').reply();
    await reported((report) => verdictsOn(report) === '0 helpful, 1 not' && gapsOn(report) === 1);

    await press(newcomer(discord), answer, 'Helpful').reply();
    await reported((report) => verdictsOn(report) === '1 helpful, 1 not' && gapsOn(report) === 1);
  });

  it('offers the entries that came next to the question where the answer did not help', async () => {
    const { text, reply } = await questionWith(engine, 'answer', ({ candidates }) => (candidates[2]?.confidence ?? 0) > 0.01);
    const asker = newcomer(discord);
    const answer = await ask(asker, discord.generalId, text);
    const sorry = await press(asker, answer, 'Not helpful').reply();
    const next = engine.knowledge.entries.find(({ id }) => id === reply.candidates[1]?.entryId);
    expect(labelsOf(sorry)[0]).toBe(next?.question);
    const other = await press(asker, sorry, next?.question ?? '').reply();
    expect(titleOf(other)).toBe(next?.question);
  });

  it('is on the question where others judge what was shared', async () => {
    const { text } = await questionWith(engine, 'answer', ({ entryId }) => entryId !== ENTRY);
    const asker = newcomer(discord);
    const answer = await ask(asker, discord.generalId, text);
    const shared = await share(discord, asker, await press(asker, answer, 'Why').reply());
    expect(controlNamed(shared, 'Helpful').customId).toBe(controlNamed(answer, 'Helpful').customId);
  });

  it('is a gap for an entry that was picked rather than asked for', async () => {
    const asker = newcomer(discord);
    const answer = await ask(asker, discord.generalId, QUESTION);
    const menu = controlNamed(answer, 'Questions that lead on');
    const [chosen] = menu.options;
    const next = await asker.select(answer.id, menu.customId, [chosen?.value ?? '']).reply();
    await press(asker, next, 'Not helpful').reply();
    await reported(({ gaps }) => gaps.some(({ question, entryId }) => question === chosen?.label && entryId === chosen.value));
  });

  it('stays with the question when a layer is shown', async () => {
    const asker = newcomer(discord);
    const answer = await ask(asker, discord.generalId, QUESTION);
    const id = controlNamed(answer, 'Helpful').customId;
    expect(controlNamed(await press(asker, answer, 'Why').reply(), 'Helpful').customId).toBe(id);
  });

  it('leads to a form for asking in other words', async () => {
    const asker = newcomer(discord);
    const answer = await ask(asker, discord.generalId, QUESTION);
    discord.clock.forward(3_000);
    const opened = press(asker, await press(asker, answer, 'Not helpful').reply(), 'Ask in other words');
    await opened.modal();
    expect(titleOf(await asker.submit(opened, { text: 'what is a kernel' }).reply())).not.toBe('');
  });
});

describe('the choices', () => {
  async function choices(asker: Person, isPrivate: boolean) {
    const { text, reply } = await questionWith(engine, 'choices');
    const [first, second] = reply.choices;
    if (!first || !second) throw new Error('choices come in twos or threes');
    return { message: await ask(asker, discord.generalId, text, isPrivate), first, second };
  }
  const labelled = ({ labels }: CuratorReport, entryId: string): number => labels.find((label) => label.entryId === entryId)?.count ?? 0;

  it('are replaced by the answer that the asker picks, privately as in public, which is a label for the curators', async () => {
    for (const isPrivate of [true, false]) {
      const asker = newcomer(discord);
      const { message, first } = await choices(asker, isPrivate);
      const answer = await press(asker, message, first.label).reply();
      expect(answer.id).toBe(message.id);
      expect(titleOf(answer)).toBe(first.label);
      expect(answer.content).toBe('');
      expect(labelsOf(answer)).toContain(isPrivate ? 'Share' : 'Dismiss');
    }
    await reported(({ labels }) => labels.length === 1 && labels[0]?.count === 2 && labels[0].guildId === discord.guildId);
  });

  it('answer another person privately, change nothing, and make no label', async () => {
    const { message, second } = await choices(newcomer(discord), false);
    const before = snapshot(message);
    const other = newcomer(discord);
    const answer = await press(other, message, second.label).reply();
    expect(answer.ephemeralFor).toBe(other.id);
    expect(titleOf(answer)).toBe(second.label);
    expect(snapshot(message)).toEqual(before);
    expect(labelled(await curatorReport(database), second.entryId)).toBe(0);
  });

  it('can be picked from by number in the next message', async () => {
    const asker = newcomer(discord);
    const { second } = await choices(asker, true);
    discord.clock.forward(3_000);
    expect(titleOf(await ask(asker, discord.generalId, 'the second one'))).toBe(second.label);
  });
});

describe('the Dismiss button', () => {
  it('takes a public answer away for its asker', async () => {
    const asker = newcomer(discord);
    const answer = await ask(asker, discord.generalId, QUESTION, false);
    press(asker, answer, 'Dismiss');
    await discord.until(() => !exists(answer));
  });

  it('takes it away for a member who may manage messages', async () => {
    const answer = await ask(newcomer(discord), discord.generalId, QUESTION, false);
    press(discord.as(discord.helperId), answer, 'Dismiss');
    await discord.until(() => !exists(answer));
  });

  it('is refused, in private, to any other member', async () => {
    const answer = await ask(newcomer(discord), discord.generalId, QUESTION, false);
    const other = newcomer(discord);
    const refusal = await press(other, answer, 'Dismiss').reply();
    expect(refusal.ephemeralFor).toBe(other.id);
    expect(refusal.content).toMatch(/[Oo]nly the person who asked/);
    expect(exists(answer)).toBe(true);
  });

  it('is on choices and on what is unknown as well, where others see them', async () => {
    const { text } = await questionWith(engine, 'choices');
    for (const question of [text, 'docker system prune']) {
      const asker = newcomer(discord);
      const shown = await ask(asker, discord.generalId, question, false);
      press(asker, shown, 'Dismiss');
      await discord.until(() => !exists(shown));
    }
  });
});
