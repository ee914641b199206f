import { join } from 'node:path';
import Libsql from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SOMETHING_FAILED } from '../../src/discord/context.js';
import { type BotProcess, startProcess } from '../support/bot-process.js';
import { ask, newcomer, press, titleOf } from '../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../support/discord.js';
import { removeFolder, writeFolder } from '../support/knowledge-folder.js';
import { answerTo, mention, WHAT_IS_A_KERNEL, WINDOWS_ON_LINUX } from '../support/mentions.js';
import { expectDecent } from '../support/mishaps.js';

/** A word that people write and that no log may hold. */
const PLANTED = 'zanzibarquux';
const POST = 'POST /channels/{channel_id}/messages';

let discord: TestDiscord;
let bot: BotProcess;
let folder: string;
let file: string;
beforeAll(async () => {
  discord = await discordWithGuild({ clock: { now: Date.now, forward: () => {} } });
  folder = writeFolder();
  file = join(folder, 'dockmaster.sqlite');
  bot = startProcess(discord, { DATABASE_URL: `file:${file}` });
  await bot.started();
});
afterAll(async () => {
  bot.kill('SIGTERM');
  expect(await bot.ended).toEqual({ code: 0, signal: null });
  expectDecent(discord);
  await discord.close();
  removeFolder(folder);
});

/** Events as no server should send them; "here" and "guild" stand for a channel and a server that exist. */
function malformed(here: string, guild: string): readonly (readonly [event: string, data: unknown])[] {
  const author = { id: '1', username: PLANTED, discriminator: '0', avatar: null };
  const message = {
    id: '2',
    channel_id: here,
    guild_id: guild,
    author,
    content: `<@${discord.botId}> ${PLANTED}`,
    timestamp: new Date().toISOString(),
  };
  const mentions = [{ id: discord.botId, username: 'bot', discriminator: '0', avatar: null }];
  const interaction = { id: '3', application_id: discord.botId, token: PLANTED, version: 1, channel_id: here, guild_id: guild };
  const member = { user: author, roles: [], permissions: '0', joined_at: null };
  const nameless = [
    ...['MESSAGE_CREATE', 'MESSAGE_UPDATE', 'MESSAGE_DELETE', 'MESSAGE_DELETE_BULK', 'INTERACTION_CREATE', 'GUILD_CREATE', 'GUILD_DELETE'],
    ...['GUILD_UPDATE', 'CHANNEL_CREATE', 'CHANNEL_UPDATE', 'CHANNEL_DELETE', 'THREAD_CREATE', 'THREAD_LIST_SYNC', 'GUILD_ROLE_UPDATE'],
    ...['GUILD_MEMBER_UPDATE', 'TYPING_START', 'USER_UPDATE', 'RESUMED', 'NO_SUCH_EVENT'],
  ];
  return [
    ...nameless.flatMap((event) => [null, {}, [], 'text'].map((data) => [event, data] as const)),
    ...['components', 'embeds', 'thread', 'application', 'message_reference', 'author', 'content', 'mentions', 'type', 'timestamp'].map(
      (field) => ['MESSAGE_CREATE', { ...message, mentions, [field]: null }] as const,
    ),
    ['MESSAGE_CREATE', { ...message, mentions, content: { text: PLANTED } }],
    ['MESSAGE_CREATE', { ...message, mentions, author: undefined }],
    ['MESSAGE_CREATE', { ...message, mentions, channel_id: '404' }],
    ['MESSAGE_UPDATE', { id: '2', channel_id: here, content: PLANTED, embeds: null }],
    ['MESSAGE_UPDATE', { id: null, channel_id: here, author: null, edited_timestamp: PLANTED }],
    ['MESSAGE_DELETE', { id: null, channel_id: here }],
    ['MESSAGE_DELETE_BULK', { ids: null, channel_id: here, guild_id: guild }],
    ['INTERACTION_CREATE', { ...interaction, type: 2, member, entitlements: [], authorizing_integration_owners: {} }],
    ['INTERACTION_CREATE', { ...interaction, type: 2, data: null, member, entitlements: [] }],
    ['INTERACTION_CREATE', { ...interaction, type: 3, data: { custom_id: PLANTED, component_type: 2 }, member, entitlements: [] }],
    ['INTERACTION_CREATE', { ...interaction, type: 5, data: { custom_id: PLANTED, components: null }, member, entitlements: [] }],
    ['INTERACTION_CREATE', { ...interaction, type: 99, data: {}, member, entitlements: [] }],
    ['INTERACTION_CREATE', { ...interaction, type: 2, data: { id: '4', name: 'ask', type: 1 }, member: null, entitlements: null }],
  ];
}

describe('malformed events', () => {
  it('end nothing: the next question, edit and command are answered', async () => {
    const events = malformed(discord.randomId, discord.guildId);
    for (const [event, data] of events) discord.faults.dispatch(event, data, discord.guildId);
    const mia = newcomer(discord);
    const question = mention(discord, mia, discord.generalId, WINDOWS_ON_LINUX);
    const answer = await answerTo(discord, question);
    expect(titleOf(answer)).toBe(WINDOWS_ON_LINUX);
    mia.edit(question.id, `<@${discord.botId}> ${WHAT_IS_A_KERNEL}`);
    await discord.until(() => titleOf(answer) === WHAT_IS_A_KERNEL);
    expect(titleOf(await ask(newcomer(discord), discord.generalId, WINDOWS_ON_LINUX))).toBe(WINDOWS_ON_LINUX);
    expect(await bot.status('/healthz')).toBe(200);
    expect(await bot.status('/readyz')).toBe(200);
    // Otherwise none of them was malformed.
    expect(bot.log.filter(({ event }) => event === 'unhandled-rejection').length).toBeGreaterThan(10);
    expect(bot.log.filter(({ event }) => event === 'handler-failed').length).toBeGreaterThan(0);
  });
});

describe('the log', () => {
  it('is made of JSON lines and holds no word that people wrote and no token', async () => {
    discord.world.addChannel(discord.guildId, { name: PLANTED });
    const mia = discord.as(discord.world.addUser({ username: PLANTED, globalName: PLANTED }).id);
    discord.world.join(discord.guildId, mia.id);
    const dm = mia.directMessages(discord.botId).id;

    await answerTo(discord, mention(discord, mia, discord.generalId, PLANTED));
    await answerTo(discord, mia.send(dm, `${PLANTED} ${WINDOWS_ON_LINUX}`));
    await mia.autocomplete(discord.generalId, 'ask', { question: PLANTED }, 'question').choices();
    const answer = await ask(newcomer(discord), discord.generalId, `${PLANTED} ${WINDOWS_ON_LINUX}`, false);
    const opened = press(newcomer(discord), answer, 'Another question');
    await opened.modal();

    // Refused, failing and late: what is logged of these could hold the body of the request.
    const refused = newcomer(discord);
    discord.faults.fail(POST, { status: 400, code: 50_035, message: 'Invalid Form Body' });
    const apology = await answerTo(discord, mention(discord, refused, discord.generalId, PLANTED));
    expect(apology.content).toBe(SOMETHING_FAILED);
    discord.faults.fail(POST, { times: 4 });
    await answerTo(discord, mention(discord, newcomer(discord), discord.randomId, PLANTED));
    const database = new Libsql(file);
    database.exec('alter table answer rename to answer_away');
    await ask(newcomer(discord), discord.generalId, PLANTED);
    await bot.logged('database-unavailable');
    database.exec('pragma busy_timeout = 5000; alter table answer_away rename to answer');
    database.close();

    expect(bot.log.some(({ event }) => event === 'handler-failed')).toBe(true);
    expect(bot.log.length).toBeGreaterThan(20);
    const secrets = [PLANTED, discord.token, ...discord.interactions.all.map(({ token }) => token)];
    expect(bot.out.split('\n').filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([]);
    expect(bot.err).toBe('');
  });
});
