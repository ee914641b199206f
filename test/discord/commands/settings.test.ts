import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/playground/people/person.js';
import { curatorReport } from '../../../src/process/service.js';
import { openStore } from '../../../src/store/index.js';
import { startBot, type TestBot } from '../../support/bot.js';
import { ask, closeClean, controlNamed, labelsOf, newcomer, press, type Shown, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { removeFolder, writeFolder } from '../../support/knowledge-folder.js';

const QUESTION = 'Can a Windows container run on a Linux host?';
const CHANNELS = 'Answer mentions only in… (none: everywhere)';

const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7];
const HOSTILE = [
  ['many letters', 'a'.repeat(6_000)],
  ['many days', 'monday, '.repeat(700)],
  ['days apart', `monday${' '.repeat(5_000)}tuesday`],
  ['many cities', 'berlin new yrok '.repeat(370)],
  ['marks', `e${'\u0301'.repeat(5_999)}`],
  ['signs that stand for eighteen letters', '\ufdfa'.repeat(6_000)],
  ['pictures', '👩‍👩‍👧‍👦'.repeat(540)],
  ['questions', 'how do I prune a container '.repeat(220)],
  ['line breaks', '\n'.repeat(6_000)],
] as const;

let discord: TestDiscord;
let bot: TestBot;
let folder: string;
const database = (): string => `file:${folder}/bot.sqlite`;

beforeAll(async () => {
  folder = writeFolder();
  discord = await discordWithGuild();
  bot = await startBot(discord, { DATABASE_URL: database() });
});

afterAll(async () => {
  await closeClean(discord, bot);
  removeFolder(folder);
});

interface Place {
  readonly guildId: string;
  readonly owner: Person;
  readonly generalId: string;
  readonly randomId: string;
}

/** A server of its own for a test, which has set nothing. */
function newPlace(): Place {
  const { world, botId } = discord;
  const { id: ownerId } = world.addUser();
  const { id: guildId } = world.addGuild({ ownerId });
  const [generalId = '', randomId = ''] = ['general', 'random'].map((name) => world.addChannel(guildId, { name }).id);
  world.join(guildId, botId);
  return { guildId, owner: discord.as(ownerId), generalId, randomId };
}

function settings({ owner, generalId }: Place, values: Parameters<Person['slash']>[2] = {}): Promise<Shown> {
  return owner.slash(generalId, 'settings', values).reply();
}

/** A member of a place who may do what everybody may. */
function memberOf({ guildId }: Place): Person {
  const { id } = discord.world.addUser();
  discord.world.join(guildId, id);
  return discord.as(id);
}

describe('/settings', () => {
  it('called bare shows the present values, to the one who asked alone', async () => {
    const place = newPlace();
    const shown = await settings(place);
    expect(shown.ephemeralFor).toBe(place.owner.id);
    const { content } = shown;
    expect(content).toMatch(/Daily tip:\*\* off/);
    expect(content).toMatch(/Answers to mentions:\*\* in every channel, in place/);
    expect(content).toMatch(/only the asker sees the answer/);
    expect(content).toMatch(/Between two questions of one person:\*\* 3 seconds/);
    expect(content).toMatch(/Questions without an answer:\*\* .*without names and numbers/);
    expect(content).not.toMatch(/Permissions I lack|Saved/);
  });

  it('changes each value, keeps the others, and still has them after a restart', async () => {
    const place = newPlace();
    const changes: readonly (readonly [NonNullable<Parameters<Person['slash']>[2]>, RegExp])[] = [
      [{ 'tip-channel': place.randomId }, new RegExp(`Daily tip:\\*\\* <#${place.randomId}> at 09:00 \\(UTC\\), every day; next <t:\\d+`)],
      [{ 'tip-time': '9:30 pm' }, /at 21:30 \(UTC\), every day/],
      [{ 'time-zone': 'Asia/Kolkata' }, /at 21:30 \(Asia\/Kolkata\), every day/],
      [{ weekdays: 'mon, wed-fri' }, /at 21:30 \(Asia\/Kolkata\), Monday, Wednesday to Friday/],
      [{ 'reply-in': 'thread' }, /in a thread of their own/],
      [{ private: false }, /everybody sees the answer/],
      [{ cooldown: 120 }, /one person:\*\* 120 seconds/],
      [{ 'keep-questions': true }, /in their wording/],
    ];
    for (const [values, expected] of changes) {
      const saved = await settings(place, values);
      expect(saved.content).toMatch(/^Saved/);
      expect(saved.content).toMatch(expected);
    }
    const before = (await settings(place)).content;
    for (const [, expected] of changes.slice(3)) expect(before).toMatch(expected);
    await bot.stop();
    bot = await startBot(discord, { DATABASE_URL: database() });
    expect((await settings(place)).content).toBe(before);
  });

  it('computes the next tip in the chosen zone', async () => {
    const place = newPlace();
    const due = discord.clock.now() + 30 * 60_000;
    // Kolkata is five hours and a half ahead of UTC, all year.
    const local = new Date(due + 330 * 60_000).toISOString().slice(11, 16);
    const saved = await settings(place, { 'tip-channel': place.randomId, 'tip-time': local, 'time-zone': 'Asia/Kolkata' });
    expect(saved.content).toContain(`next <t:${Math.floor(due / 1_000)}:f>`);
    await settings(place, { tips: false });
  });

  it('reads times, zones and days as people type them, and says what it understood', async () => {
    const place = newPlace();
    await settings(place, { 'tip-channel': place.randomId });
    const saved = await settings(place, { 'tip-time': '9 Uhr', 'time-zone': 'europe/berlin', weekdays: 'mon wed fri' });
    expect(saved.content).toMatch(/^Saved/);
    expect(saved.content).toContain('at 09:00 (Europe/Berlin), Monday, Wednesday, Friday;');
    expect((await settings(place, { 'tip-time': 'half past nine in the evening', weekdays: 'every day except sunday' })).content).toContain(
      'at 21:30 (Europe/Berlin), Monday to Saturday;',
    );
  });

  it.each([
    ['JST', 'got `JST`. Do you mean `Asia/Tokyo`?'],
    ['ist', 'got `ist`. Do you mean `Asia/Kolkata`, `Europe/Dublin` or `Asia/Jerusalem`?'],
    ['Berln', 'got `Berln`. Do you mean `Europe/Berlin`'],
    ['EST', '`EST` is 5 hours behind UTC all year round, without summer time.'],
    ['EST', 'Do you mean `America/New_York`, `America/Toronto`,'],
    ['Etc/GMT+2', '`Etc/GMT+2` is 2 hours behind UTC all year round, without summer time.'],
    ['UTC+9', '`UTC+9` is 9 hours ahead of UTC all year round, without summer time.'],
    ['UTC+9', 'Do you mean `Asia/Tokyo`'],
    ['Etc/GMT+12', 'Type a city or a country'],
    ['Mars/Olympus', 'got `Mars/Olympus`. Type a city or a country'],
  ])('does not take %s for a time zone: it says %j, and changes nothing', async (typed, said) => {
    const place = newPlace();
    await settings(place, { 'tip-channel': place.randomId });
    const before = (await settings(place)).content;
    const refusal = await settings(place, { 'time-zone': typed, 'tip-time': '10:00' });
    expect(refusal.content).toContain(said);
    expect(refusal.content).toMatch(/ Nothing was changed\.$/);
    expect((await settings(place)).content).toBe(before);
  });

  it('goes on with a zone without summer time that was set before, and says what it is', async () => {
    const place = newPlace();
    const schedule = { guildId: place.guildId, channelId: place.randomId, time: '09:00', timeZone: 'EST', weekdays: ALL_DAYS };
    const store = await openStore(database());
    await store.saveTipSchedule({ ...schedule, nextDueAt: discord.clock.now() + 86_400_000 });
    await store.close();
    const line = 'at 09:00 (EST: 5 hours behind UTC all year round, without summer time), every day;';
    expect((await settings(place)).content).toContain(line);
    expect((await settings(place, { 'tip-time': '10' })).content).toContain(line.replace('09:00', '10:00'));
  });

  it.each([
    ['a time', { 'tip-time': '25:00' }, '`25:00`'],
    ['a zone', { 'time-zone': 'Mars/Olympus' }, '`Mars/Olympus`'],
    ['days', { weekdays: 'every other day' }, '`every other day`'],
  ])('takes nothing from a call with %s that it cannot read, and says what it got', async (_, wrong, quoted) => {
    const place = newPlace();
    await settings(place, { 'tip-channel': place.randomId });
    const before = (await settings(place)).content;
    const refusal = await settings(place, { ...wrong, cooldown: 0, private: false });
    expect(refusal.content).toContain(quoted);
    expect(refusal.content).toMatch(/Nothing was changed/);
    expect(refusal.ephemeralFor).toBe(place.owner.id);
    expect((await settings(place)).content).toBe(before);
  });

  it('repeats what it cannot read in a code span, where it mentions nobody', async () => {
    const refusal = await settings(newPlace(), { 'tip-time': '`@everyone`', 'tip-channel': discord.randomId });
    expect(refusal.content).toContain("`'@everyone'`");
  });

  it('asks where the tip should go, and takes no channel in which the bot may not write', async () => {
    const place = newPlace();
    expect((await settings(place, { 'tip-time': '10:00' })).content).toMatch(/`tip-channel`/);
    discord.world.setOverwrite(place.randomId, discord.botId, { deny: ['sendMessages'] });
    const refusal = await settings(place, { 'tip-channel': place.randomId });
    expect(refusal.content).toMatch(/may not write/);
    expect((await settings(place)).content).toMatch(/Daily tip:\*\* off/);
  });

  it('suggests time zones and weekdays while they are typed, at most 25', async () => {
    const typing = async (option: string, typed: string): Promise<readonly (string | number)[]> =>
      (
        await discord
          .as(discord.ownerId)
          .autocomplete(discord.generalId, 'settings', { [option]: typed }, option)
          .choices()
      ).map(({ value }) => value);
    expect((await typing('time-zone', 'berl'))[0]).toBe('Europe/Berlin');
    expect(await typing('time-zone', '')).toHaveLength(25);
    expect((await typing('time-zone', 'a')).length).toBeLessThanOrEqual(25);
    expect(await typing('time-zone', '`@everyone`')).toEqual([]);
    expect(await typing('weekdays', 'mond')).toContain('Monday to Friday');
    expect(await typing('weekdays', 'tue, sun')).toEqual(['Tuesday, Sunday']);
  });

  it.each(HOSTILE)('suggests within what Discord takes when %s are typed', async (_, typed) => {
    for (const [command, option] of [
      ['settings', 'time-zone'],
      ['settings', 'weekdays'],
      ['ask', 'question'],
    ] as const) {
      const typing = discord.as(discord.ownerId).autocomplete(discord.generalId, command, { [option]: typed }, option);
      for (const { name, value } of await typing.choices()) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(100);
        expect(String(value).length).toBeLessThanOrEqual(100);
      }
    }
  });

  it('suggests for what is as long as the option allows what it suggests for more', async () => {
    const suggested = async (option: string, typed: string): Promise<unknown> =>
      discord
        .as(discord.ownerId)
        .autocomplete(discord.generalId, 'settings', { [option]: typed }, option)
        .choices();
    const days = 'mon, '.repeat(19).padEnd(99);
    expect(await suggested('weekdays', `${days} unread`)).toEqual(await suggested('weekdays', days));
    const berlin = 'Europe/Berlin'.padEnd(60);
    expect(await suggested('time-zone', `${berlin} unread`)).toEqual(await suggested('time-zone', berlin));
  });

  it('lists what the bot may not do, and where', async () => {
    const place = newPlace();
    discord.world.setOverwrite(place.generalId, discord.botId, { deny: ['embedLinks', 'createPublicThreads'] });
    discord.world.setOverwrite(place.randomId, discord.botId, { deny: ['viewChannel'] });
    const here = (await settings(place)).content;
    expect(here).toContain(`<#${place.generalId}>: Create Public Threads, Embed Links`);
    expect(here).not.toContain(place.randomId);
    const menu = controlNamed(await settings(place), CHANNELS);
    const shown = await place.owner.select((await settings(place)).id, menu.customId, [place.randomId]).reply();
    expect(shown.content).toMatch(new RegExp(`- <#${place.randomId}>: .*View Channels`));
  });
});

describe('a member without Manage Server', () => {
  it('is not offered /settings', () => {
    expect(newcomer(discord).commands(discord.generalId)).not.toContain('settings');
  });

  it('can use it, and the controls below it, where an administrator has given it to a role of theirs', async () => {
    const member = newcomer(discord, 'addReactions');
    const [roleId = ''] = discord.world.guilds.get(discord.guildId)?.members.get(member.id)?.roleIds ?? [];
    discord.world.setCommandPermission(discord.guildId, discord.botId, 'settings', roleId, true);
    const shown = await member.slash(discord.generalId, 'settings', { 'tip-channel': discord.randomId }).reply();
    expect(shown.content).toMatch(/^Saved\./);
    const off = await press(member, shown, 'Turn the daily tip off').reply();
    expect(off.content).toMatch(/Daily tip:\*\* off/);
  });
});

describe('the controls below the settings', () => {
  it('turn the daily tip off, in place', async () => {
    const place = newPlace();
    const shown = await settings(place, { 'tip-channel': place.randomId });
    const off = await press(place.owner, shown, 'Turn the daily tip off').reply();
    expect(off.id).toBe(shown.id);
    expect(off.content).toMatch(/Daily tip:\*\* off/);
    expect(labelsOf(off)).not.toContain('Turn the daily tip off');
    expect((await settings(place)).content).toMatch(/Daily tip:\*\* off/);
  });

  it('choose the channels for answers, and none of them means all', async () => {
    const place = newPlace();
    const shown = await settings(place);
    const { customId } = controlNamed(shown, CHANNELS);
    const chosen = await place.owner.select(shown.id, customId, [place.randomId]).reply();
    expect(chosen.id).toBe(shown.id);
    expect(chosen.content).toMatch(new RegExp(`Answers to mentions:\\*\\* <#${place.randomId}>`));
    expect(chosen.components[0]).toMatchObject({ components: [{ default_values: [{ id: place.randomId, type: 'channel' }] }] });
    const all = await place.owner.select(shown.id, customId, []).reply();
    expect(all.content).toMatch(/in every channel/);
  });

  it('keep answers for all out of the channels that were not chosen', async () => {
    const place = newPlace();
    const shown = await settings(place);
    await place.owner.select(shown.id, controlNamed(shown, CHANNELS).customId, [place.randomId]).reply();
    const member = memberOf(place);
    const answer = await ask(member, place.generalId, QUESTION, false);
    expect(answer.ephemeralFor).toBe(member.id);
    const refusal = await press(member, answer, 'Share').reply();
    expect(refusal.content).toMatch(/other channels/);
    expect(refusal.ephemeralFor).toBe(member.id);
    expect(discord.world.messagesIn(place.generalId)).toEqual([]);

    member.send(place.generalId, `<@${discord.botId}> ${QUESTION}`);
    discord.clock.forward(3_000);
    const elsewhere = await ask(member, place.randomId, QUESTION, false);
    expect(elsewhere.ephemeralFor).toBeNull();
    expect(titleOf(elsewhere)).toBe(QUESTION);
    expect(discord.world.messagesIn(place.generalId)).toHaveLength(1);
  });
});

describe('what is set', () => {
  it('holds for /ask: default privacy, cooldown', async () => {
    const place = newPlace();
    await settings(place, { private: false, cooldown: 60 });
    const member = memberOf(place);
    expect((await ask(member, place.generalId, QUESTION)).ephemeralFor).toBeNull();
    // The first follow-up is free.
    await ask(member, place.generalId, 'why?');
    discord.clock.forward(59_000);
    expect((await ask(member, place.generalId, QUESTION)).content).toMatch(/ask again in a second/);
    discord.clock.forward(1_000);
    expect((await ask(member, place.generalId, QUESTION, true)).ephemeralFor).toBe(member.id);

    await settings(place, { cooldown: 0 });
    const other = memberOf(place);
    for (let i = 0; i < 2; i++) expect(titleOf(await ask(other, place.generalId, QUESTION))).toBe(QUESTION);
  });

  it('decides in which form a question without an answer is kept', async () => {
    const place = newPlace();
    const question = 'can Bartholomew prune the system';
    await settings(place, { cooldown: 0 });
    await ask(memberOf(place), place.generalId, question);
    await settings(place, { 'keep-questions': true });
    await ask(memberOf(place), place.generalId, question);
    const kept = async (): Promise<string[]> => (await curatorReport(database(), place.guildId)).gaps.map((gap) => gap.question);
    await expect.poll(async () => (await kept()).length).toBe(2);
    expect((await kept()).filter((text) => /bartholomew/i.test(text))).toEqual([question]);
  });
});
