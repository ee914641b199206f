import type pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { SOMETHING_FAILED } from '../../../src/discord/context.js';
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

describe('a database that is slow', () => {
  it('makes /ask say that it is thinking, in time, and then answer once, whatever answers of Discord are lost', async () => {
    discord.faults.fail('POST /interactions/{interaction_id}/{interaction_token}/callback', { status: 502, after: true });
    discord.faults.fail('PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original', { status: 502, after: true });
    const people = [newcomer(discord), newcomer(discord)];
    const asked = await locked('guild_settings, turn', async () => {
      const handles = people.map((person) => person.slash(discord.generalId, 'ask', { question: WINDOWS_ON_LINUX }));
      for (const handle of handles) {
        const { type, at } = await handle.acknowledged;
        expect(type).toBe(CALLBACK_DEFERRED_REPLY);
        expect(at - handle.interaction.createdAt).toBeLessThan(ACKNOWLEDGE_MS);
      }
      return handles;
    });
    for (const [i, handle] of asked.entries()) {
      const answer = await handle.reply();
      expect(titleOf(answer)).toBe(WINDOWS_ON_LINUX);
      expect(answer.ephemeralFor).toBe(people[i]?.id);
      expect(handle.followUps()).toEqual([]);
    }
  });

  it('makes a button acknowledge in time and change its message later', async () => {
    const mia = newcomer(discord);
    const answer = await mia.slash(discord.generalId, 'ask', { question: WINDOWS_ON_LINUX }).reply();
    await locked('turn', async () => {
      const pressed = press(mia, answer, 'Why');
      expect((await pressed.acknowledged).type).toBe(CALLBACK_DEFERRED_UPDATE);
      expect(titleOf(answer)).toBe(WINDOWS_ON_LINUX);
    });
    await retitled(discord, answer, `Why: ${WINDOWS_ON_LINUX}`);
  });

  it('makes "did you mean" acknowledge in time: its asker’s pick takes the question’s place, another’s comes beside it', async () => {
    const { text, reply } = await questionWith(await shippedEngine(), 'choices');
    const [picked = '', other = ''] = reply.choices.map(({ label }) => label);
    const [mia, tom] = [newcomer(discord), newcomer(discord)];
    const choices = await mia.slash(discord.generalId, 'ask', { question: text, private: false }).reply();
    const [mias, toms] = await locked('answer', async () => {
      const pressed = [press(mia, choices, picked), press(tom, choices, other)] as const;
      for (const { acknowledged, interaction } of pressed) {
        const { type, at } = await acknowledged;
        expect(type).toBe(CALLBACK_DEFERRED_UPDATE);
        expect(at - interaction.createdAt).toBeLessThan(ACKNOWLEDGE_MS);
      }
      return pressed;
    });
    await retitled(discord, choices, picked);
    const [beside] = await discord.until(() => toms.followUps().length > 0 && toms.followUps());
    expect(beside && { title: titleOf(beside), reader: beside.ephemeralFor }).toEqual({ title: other, reader: tom.id });
    expect(mias.followUps()).toEqual([]);
    expect(titleOf(choices)).toBe(picked);
  });

  it('makes Share acknowledge in time, and then post for all, beside the answer of the asker’s own', async () => {
    const mia = newcomer(discord);
    const answer = await mia.slash(discord.generalId, 'ask', { question: WINDOWS_ON_LINUX }).reply();
    const before = snapshot(answer);
    const pressed = await locked('turn', async () => {
      const shares = press(mia, answer, 'Share');
      expect((await shares.acknowledged).type).toBe(CALLBACK_DEFERRED_UPDATE);
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
    const asked = await locked('turn', async () => {
      const handle = mia.slash(threadId, 'ask', { question: WINDOWS_ON_LINUX, private: false });
      expect((await handle.acknowledged).type).toBe(CALLBACK_DEFERRED_REPLY);
      discord.world.setThread(threadId, { locked: true });
      return handle;
    });
    const [answer] = await discord.until(() => asked.followUps().length > 0 && asked.followUps());
    expect(answer && { title: titleOf(answer), reader: answer.ephemeralFor }).toEqual({ title: WINDOWS_ON_LINUX, reader: mia.id });
    expect(asked.message()).toBeNull();
  });

  it('delays a mention’s answer, and no other one’s autocomplete', async () => {
    const mia = newcomer(discord);
    const question = await locked('turn', async () => {
      const asked = mention(discord, mia, discord.randomId, WINDOWS_ON_LINUX);
      const choices = await mia.autocomplete(discord.generalId, 'ask', { question: 'windows' }, 'question').choices();
      expect(choices.length).toBeGreaterThan(0);
      return asked;
    });
    expect(titleOf(await answerTo(discord, question))).toBe(WINDOWS_ON_LINUX);
  });
});

describe('a database that goes away', () => {
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

  it('leaves mentions and commands with an apology, and the next ones are answered', async () => {
    const [mia, tom, before] = [newcomer(discord), newcomer(discord), logged(bot, 'handler-failed')];
    await away(async () => {
      const question = mention(discord, mia, discord.randomId, WINDOWS_ON_LINUX);
      const asked = tom.slash(discord.randomId, 'ask', { question: WINDOWS_ON_LINUX });
      expect((await answerTo(discord, question)).content).toBe(SOMETHING_FAILED);
      expect((await asked.reply()).content).toBe(SOMETHING_FAILED);
      await vi.waitFor(() => expect(logged(bot, 'handler-failed')).toBe(before + 2));
      await bot.tickTips();
      expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
    });
    const question = mention(discord, newcomer(discord), discord.randomId, WINDOWS_ON_LINUX);
    expect(titleOf(await answerTo(discord, question))).toBe(WINDOWS_ON_LINUX);
    expect(titleOf(await tom.slash(discord.randomId, 'ask', { question: WINDOWS_ON_LINUX }).reply())).toBe(WINDOWS_ON_LINUX);
  });

  it('is noted, and no password is in the log', () => {
    expect(logged(bot, 'database-connection-lost')).toBeGreaterThan(0);
    expect(JSON.stringify(bot.log)).not.toContain(new URL(url).password);
  });
});

describe('a database that is slow and then fails', () => {
  it('turns "thinking" into an apology, and leaves an answer whose button was pressed as it is', async () => {
    const [mia, tom] = [newcomer(discord), newcomer(discord)];
    const answer = await mia.slash(discord.generalId, 'ask', { question: WINDOWS_ON_LINUX }).reply();
    const before = structuredClone(answer);
    await beside.query('begin; lock table turn in access exclusive mode');
    const pressed = press(mia, answer, 'Why');
    const asked = tom.slash(discord.generalId, 'ask', { question: WINDOWS_ON_LINUX, private: false });
    expect((await pressed.acknowledged).type).toBe(CALLBACK_DEFERRED_UPDATE);
    expect((await asked.acknowledged).type).toBe(CALLBACK_DEFERRED_REPLY);
    await beside.query('alter table turn rename to turn_away; commit');
    expect((await asked.reply()).content).toBe(SOMETHING_FAILED);
    expect(asked.followUps()).toEqual([]);
    const [apology] = await discord.until(() => pressed.followUps().length > 0 && pressed.followUps());
    expect(apology).toMatchObject({ content: SOMETHING_FAILED, ephemeralFor: mia.id });
    expect(discord.world.messages.get(answer.id)).toEqual(before);
    await beside.query('alter table turn_away rename to turn');
  });
});
