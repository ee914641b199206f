import { chmodSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/core/errors.js';
import { startBot } from '../../support/bot.js';
import { closeClean } from '../../support/conversation.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';
import { removeFolder, writeFolder } from '../../support/knowledge-folder.js';
import { answerTo, mention, WINDOWS_ON_LINUX } from '../../support/mentions.js';
import { expectDecent } from '../../support/mishaps.js';

let discord: TestDiscord;
let folder: string;
beforeAll(async () => {
  discord = await discordWithGuild();
  folder = writeFolder({
    'faulty/kernel.md': '---\nquestion: What is a kernel?\nclaims: [no-such-claim]\n---\nA core.\n',
    'closed/kernel.md': '',
  });
});
afterEach(() => discord.faults.clear());
afterAll(async () => {
  // 0: Discord answers 401 without a code of its own.
  expectDecent(discord, [0]);
  await discord.close();
  removeFolder(folder);
});

/** Starts the bot in vain, and returns what the operator is told. */
async function refusal(environment: Readonly<Record<string, string>>): Promise<string> {
  const error = await startBot(discord, environment).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ConfigError)) throw new Error(`expected a fault of the configuration, got ${String(error)}`);
  return error.message;
}

describe('a start is refused with words that say what to do', () => {
  it.each([
    ['that Discord does not know', 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.swordfish-swordfish-swordfish'],
    ['that was pasted with quotes', '“swordfish”'],
    ['that is none', 'swordfish'],
  ])('for a token %s', async (_, token) => {
    const text = await refusal({ DISCORD_TOKEN: token });
    expect(text).toMatch(/^DISCORD_TOKEN is not a bot token/);
    expect(text).toContain('https://discord.com/developers/applications');
    expect(text).not.toContain('swordfish');
  });

  it('where nobody listens at Discord’s address', async () => {
    const text = await refusal({ DISCORD_API_URL: 'http://127.0.0.1:1/api' });
    expect(text).toContain('cannot connect to Discord at http://127.0.0.1:1/api');
    expect(text).toContain('DISCORD_API_URL');
  });

  it.each([
    ['GET /gateway/bot', 'fails', () => discord.faults.fail('GET /gateway/bot', { status: 503, times: 4 })],
    ['GET /gateway/bot', 'shuts the address out', () => discord.faults.ban('GET /gateway/bot')],
    ['commands', 'fails', () => discord.faults.fail('GET /applications/{application_id}/commands', { times: 4 })],
  ])('where Discord’s %s %s', async (_, __, fault) => {
    fault();
    expect(await refusal({})).toContain(`cannot connect to Discord at ${discord.url}`);
  });

  it('where the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    expect(await refusal({ HTTP_PORT: String(port) })).toContain(`HTTP_PORT: port ${port}`);
    await new Promise((resolve) => other.close(resolve));
  });

  it('where the database is newer than the program', async () => {
    const file = join(folder, 'newer.sqlite');
    const database = new Libsql(file);
    database.exec('create table dockmaster_schema (version integer not null primary key); insert into dockmaster_schema values (4711)');
    database.close();
    const text = await refusal({ DATABASE_URL: `file:${file}` });
    expect(text).toContain('newer than this program');
    expect(text).toContain('4711');
  });

  it('where the database cannot be reached, without its password', async () => {
    const text = await refusal({ DATABASE_URL: 'postgres://dockmaster:swordfish@127.0.0.1:1/dockmaster' });
    expect(text).toContain('Cannot connect to PostgreSQL at 127.0.0.1:1');
    expect(text).toContain('DATABASE_URL');
    expect(text).not.toContain('swordfish');
  });

  it('where the knowledge folder is missing', async () => {
    expect(await refusal({ KNOWLEDGE_DIR: join(folder, 'nowhere') })).toContain(join(folder, 'nowhere'));
  });

  it('where the knowledge has a fault', async () => {
    const text = await refusal({ KNOWLEDGE_DIR: join(folder, 'faulty') });
    expect(text).toContain('kernel.md:3');
    expect(text).toContain('no-such-claim');
  });

  // The superuser may read everything.
  it.skipIf(process.getuid?.() === 0)('where the knowledge folder cannot be read', async () => {
    chmodSync(join(folder, 'closed'), 0o000);
    expect(await refusal({ KNOWLEDGE_DIR: join(folder, 'closed') })).toContain(join(folder, 'closed'));
    chmodSync(join(folder, 'closed'), 0o700);
  });
});

describe('a refused start', () => {
  it('leaves nothing open: the next one takes the same port and database, and answers', async () => {
    const probe = createServer();
    await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    const environment = { HTTP_PORT: String(port), DATABASE_URL: `file:${join(folder, 'dockmaster.sqlite')}` };
    await refusal({ ...environment, KNOWLEDGE_DIR: join(folder, 'nowhere') });
    discord.faults.ban('GET /gateway/bot');
    await refusal(environment);
    discord.faults.fail('GET /applications/{application_id}/commands', { times: 4 });
    await refusal(environment);
    await discord.until(() => discord.sessions.length === 0);
    const own = await discordWithGuild();
    const bot = await startBot(own, environment);
    await answerTo(own, mention(own, own.as(own.memberId), own.generalId, WINDOWS_ON_LINUX));
    await closeClean(own, bot);
  });
});
