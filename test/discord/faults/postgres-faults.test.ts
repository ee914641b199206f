import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DATABASE_AWAY } from '../../../src/discord/context.js';
import { startBot, type TestBot } from '../../support/bot.js';
import { closeClean, labelsOf, newcomer, press, questionWith, snapshot, titleOf } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { shippedEngine } from '../../support/engine.js';
import { answerTo, mention, WINDOWS_ON_LINUX } from '../../support/mentions.js';
import { expectDecent, logged, retitled } from '../../support/mishaps.js';
import { type PostgresServer, startPostgres } from '../../support/postgres.js';

/** Discord takes an acknowledgement for three seconds, and the playground, by the same clock, for as long. */
const ACKNOWLEDGE_MS = 3_000;
const CALLBACK_DEFERRED_REPLY = 5;
const CALLBACK_DEFERRED_UPDATE = 6;

let server: PostgresServer;
/** Connections beside the bot's: one to its database, one to another. */
let beside: pg.Client;
let outside: pg.Client;
let url: string;
let discord: TestDiscord;
let bot: TestBot;

beforeAll(async () => {
  server = await startPostgres();
  url = await server.freshUrl();
  beside = await server.connect(url);
  outside = await server.connect(await server.freshUrl());
  discord = await discordWithGuild({ clock: { now: Date.now, forward: () => {} } });
  bot = await startBot(discord, { DATABASE_URL: url });
});
afterEach(() => discord.faults.clear());
afterAll(async () => {
  // 40060: a test loses the answer to an acknowledgement. 50083: another one locks a thread.
  expectDecent(discord, [40_060, 50_083]);
  await closeClean(discord, bot, { expectsFaults: true });
  await beside.end();
  await outside.end();
  await server.stop();
});

/** Locks tables away from the bot while something happens. */
async function locked<T>(tables: string, happening: () => Promise<T>): Promise<T> {
  await beside.query(`begin; lock table ${tables} in access exclusive mode`);
  try {
    return await happening();
  } finally {
    await beside.query('rollback');
  }
}

/** After one late answer the database is left in peace for two seconds. */
const PEACE_MS = 2_200;
/** Waits until the database is in use again, and nothing waits for it. */
const recovered = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, PEACE_MS));
  await vi.waitFor(
    async () => {
      expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
      expect(await (await fetch(`${bot.url}/metrics`)).text()).toContain('dockmaster_writes_waiting 0\n');
    },
    { timeout: 15_000, interval: 50 },
  );
};

describe('a database that is slow', () => {
  beforeEach(recovered);

  it('makes /ask say that it is thinking, in time, and then answer once without it, whatever answers of Discord are lost', async () => {
    discord.faults.fail('POST /interactions/{interaction_id}/{interaction_token}/callback', { status: 502, after: true });
    discord.faults.fail('PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original', { status: 502, after: true });
    const people = [newcomer(discord), newcomer(discord)];
    await locked('turn, answer', async () => {
      const handles = people.map((person) => person.slash(discord.generalId, 'ask', { question: WINDOWS_ON_LINUX }));
      for (const [i, handle] of handles.entries()) {
        const { type, at } = await handle.acknowledged;
        expect(type).toBe(CALLBACK_DEFERRED_REPLY);
        expect(at - handle.interaction.createdAt).toBeLessThan(ACKNOWLEDGE_MS);
        const answer = await handle.reply();
        expect(titleOf(answer)).toBe(WINDOWS_ON_LINUX);
        expect(answer.ephemeralFor).toBe(people[i]?.id);
        expect(handle.followUps()).toEqual([]);
      }
    });
  });

  it('keeps back neither mentions, buttons, picks nor suggestions', async () => {
    const { text, reply } = await questionWith(await shippedEngine(), 'choices');
    const [picked = ''] = reply.choices.map(({ label }) => label);
    const [mia, tom] = [newcomer(discord), newcomer(discord)];
    const answer = await mia.slash(discord.generalId, 'ask', { question: WINDOWS_ON_LINUX }).reply();
    const choices = await tom.slash(discord.generalId, 'ask', { question: text, private: false }).reply();
    await locked('turn, answer, feedback, gap, label', async () => {
      press(mia, answer, 'Why');
      press(tom, choices, picked);
      await retitled(discord, answer, `Why: ${WINDOWS_ON_LINUX}`);
      await retitled(discord, choices, picked);
      const question = mention(discord, newcomer(discord), discord.randomId, WINDOWS_ON_LINUX);
      expect(titleOf(await answerTo(discord, question))).toBe(WINDOWS_ON_LINUX);
      const suggested = await mia.autocomplete(discord.generalId, 'ask', { question: 'windows' }, 'question').choices();
      expect(suggested.length).toBeGreaterThan(0);
    });
  });

  it('makes Share post for all, beside the answer of the asker’s own', async () => {
    const mia = newcomer(discord);
    const answer = await mia.slash(discord.generalId, 'ask', { question: WINDOWS_ON_LINUX }).reply();
    const before = snapshot(answer);
    const pressed = await locked('turn', async () => {
      const shares = press(mia, answer, 'Share');
      await shares.acknowledged;
      return shares;
    });
    const [shared] = await discord.until(() => pressed.followUps().length > 0 && pressed.followUps());
    expect(shared && { title: titleOf(shared), reader: shared.ephemeralFor }).toEqual({ title: WINDOWS_ON_LINUX, reader: null });
    // Its button is off now.
    expect(snapshot(answer)).toMatchObject({ content: before.content, embeds: before.embeds });
    expect(labelsOf(answer)).toContain('Shared');
  });

  it('leaves an answer that was announced to all to its asker alone, where the thread is locked meanwhile', async () => {
    const mia = newcomer(discord, 'manageThreads');
    const { id: threadId } = mia.thread({ channelId: discord.generalId }, 'hot');
    const asked = await locked('turn, answer', async () => {
      const handle = mia.slash(threadId, 'ask', { question: WINDOWS_ON_LINUX, private: false });
      expect((await handle.acknowledged).type).toBe(CALLBACK_DEFERRED_REPLY);
      discord.world.setThread(threadId, { locked: true });
      return handle;
    });
    const [answer] = await discord.until(() => asked.followUps().length > 0 && asked.followUps());
    expect(answer && { title: titleOf(answer), reader: answer.ephemeralFor }).toEqual({ title: WINDOWS_ON_LINUX, reader: mia.id });
    expect(asked.message()).toBeNull();
  });

  it('makes whoever changes or erases something wait, in sight, until it is done', async () => {
    const [owner, mia] = [discord.as(discord.ownerId), newcomer(discord)];
    await mia.slash(discord.generalId, 'ask', { question: WINDOWS_ON_LINUX }).reply();
    const kept = await mia.slash(discord.generalId, 'privacy').reply();
    const [changed, erased] = await locked('guild_settings, answer', async () => {
      const handles = [
        owner.slash(discord.generalId, 'settings', { cooldown: 2 }),
        press(mia, kept, 'Erase what is kept about me'),
      ] as const;
      expect((await handles[0].acknowledged).type).toBe(CALLBACK_DEFERRED_REPLY);
      expect((await handles[1].acknowledged).type).toBe(CALLBACK_DEFERRED_UPDATE);
      return handles;
    });
    expect((await changed.reply()).content).toContain('2 seconds');
    await vi.waitFor(() => expect(discord.world.messages.get(kept.id)?.content).toContain('Done. Erased: 1 turn'));
    expect(erased.followUps()).toEqual([]);
  });
});

describe('a database that goes away', () => {
  beforeEach(recovered);
  /** Lets nobody into the bot's database and ends its connections while something happens. */
  async function away<T>(happening: () => Promise<T>): Promise<T> {
    const { rows } = await beside.query('select current_database() as name, pg_backend_pid() as pid');
    const [{ name, pid }] = rows;
    await outside.query(`alter database ${name} with allow_connections false`);
    await outside.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> $2', [name, pid]);
    try {
      return await happening();
    } finally {
      await outside.query(`alter database ${name} with allow_connections true`);
    }
  }
  const gauge = async (name: string): Promise<number> => {
    const page = await (await fetch(`${bot.url}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(page)?.[1] ?? Number.NaN);
  };

  it('leaves mentions and commands answered, says so to the operator, and gets later what was asked meanwhile', async () => {
    const [mia, tom, before] = [newcomer(discord), newcomer(discord), logged(bot, 'handler-failed')];
    const said = logged(bot, 'database-unavailable');
    const question = await away(async () => {
      const mentioned = mention(discord, mia, discord.randomId, WINDOWS_ON_LINUX);
      const asked = tom.slash(discord.randomId, 'ask', { question: WINDOWS_ON_LINUX });
      expect(titleOf(await answerTo(discord, mentioned))).toBe(WINDOWS_ON_LINUX);
      expect(titleOf(await asked.reply())).toBe(WINDOWS_ON_LINUX);
      const follow = await tom.slash(discord.randomId, 'ask', { question: 'why?' }).reply();
      expect(titleOf(follow), 'the conversation is remembered').toMatch(/^Why/);
      await bot.tickTips();
      expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
      const ready = await fetch(`${bot.url}/readyz`);
      expect([ready.status, ((await ready.json()) as { reason: string }).reason]).toEqual([
        503,
        'the database cannot be used: questions are answered from memory, and what is to be kept waits',
      ]);
      expect([await gauge('dockmaster_database_up'), await gauge('dockmaster_writes_waiting')]).toEqual([
        0,
        expect.toSatisfy((n) => n > 2),
      ]);
      return mentioned;
    });
    await recovered();
    expect([await gauge('dockmaster_database_up'), await gauge('dockmaster_writes_waiting')]).toEqual([1, 0]);
    expect(logged(bot, 'handler-failed')).toBe(before);
    expect(logged(bot, 'database-unavailable') - said).toBeLessThanOrEqual(2);
    const { rows } = await beside.query('select answer_id from answer where question_id = $1', [question.id]);
    expect(rows).toEqual([{ answer_id: (await answerTo(discord, question)).id }]);
  });

  it('says to whoever changes something that it may not be saved', async () => {
    const reply = await away(() => discord.as(discord.ownerId).slash(discord.generalId, 'settings', { cooldown: 5 }).reply());
    expect(reply).toMatchObject({ content: DATABASE_AWAY, ephemeralFor: discord.ownerId });
  });

  it('is noted, and no password is in the log', () => {
    expect(logged(bot, 'database-connection-lost')).toBeGreaterThan(0);
    expect(JSON.stringify(bot.log)).not.toContain(new URL(url).password);
  });
});

describe('a database that is slow and then fails', () => {
  it('turns "thinking" into an apology, and leaves a message whose button was pressed as it is', async () => {
    await recovered();
    const [owner, mia] = [discord.as(discord.ownerId), newcomer(discord)];
    await mia.slash(discord.generalId, 'ask', { question: WINDOWS_ON_LINUX }).reply();
    const kept = await mia.slash(discord.generalId, 'privacy').reply();
    const before = structuredClone(kept);
    await beside.query('begin; lock table guild_settings, answer in access exclusive mode');
    const pressed = press(mia, kept, 'Erase what is kept about me');
    const asked = owner.slash(discord.generalId, 'settings', { cooldown: 3 });
    expect((await pressed.acknowledged).type).toBe(CALLBACK_DEFERRED_UPDATE);
    expect((await asked.acknowledged).type).toBe(CALLBACK_DEFERRED_REPLY);
    await beside.query('alter table guild_settings rename to settings_away; alter table answer rename to answer_away; commit');
    expect((await asked.reply()).content).toBe(DATABASE_AWAY);
    expect(asked.followUps()).toEqual([]);
    const [apology] = await discord.until(() => pressed.followUps().length > 0 && pressed.followUps());
    expect(apology).toMatchObject({ content: DATABASE_AWAY, ephemeralFor: mia.id });
    expect(discord.world.messages.get(kept.id)).toEqual(before);
    await beside.query('alter table settings_away rename to guild_settings; alter table answer_away rename to answer');
  });
});
