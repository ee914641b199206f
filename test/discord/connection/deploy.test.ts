import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { REST } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../../src/discord/commands/command.js';
import { commandsOf } from '../../../src/discord/commands/index.js';
import { deployCommands } from '../../../src/discord/connection/deploy.js';

type Json = Record<string, unknown>;
const COMMANDS = commandsOf('Test bot');
const APPLICATION_ID = '201234567890123456';

/** A server that answers with a list of commands and notes what it is sent. */
let server: Server;
let present: readonly unknown[] = [];
let received: { readonly method: string | undefined; readonly url: string | undefined; readonly body: string }[] = [];
let rest: REST;
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      received.push({ method: request.method, url: request.url, body });
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(present));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  rest = new REST({ api: `http://127.0.0.1:${port}/api` }).setToken('any');
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const commands = (): Json[] => structuredClone(COMMANDS.map(({ data }) => ({ ...data }) as unknown as Json));

/** A command as Discord's documentation shows it in answers: with ids, with every default it fills in, without an option's "false". */
function asDiscordAnswers(command: Json): Json {
  const options = (Array.isArray(command.options) ? command.options : []).map(({ required, autocomplete, ...option }: Json) => ({
    ...(required === true && { required }),
    ...(autocomplete === true && { autocomplete }),
    ...option,
    name_localizations: null,
    description_localizations: null,
  }));
  const answered: Json = {
    id: '301234567890123456',
    application_id: APPLICATION_ID,
    version: '401234567890123456',
    ...command,
    type: command.type ?? 1,
    description: command.description ?? '',
    default_member_permissions: command.default_member_permissions ?? null,
    dm_permission: true,
    nsfw: command.nsfw ?? false,
    name_localizations: command.name_localizations ?? null,
    description_localizations: null,
    integration_types: [...(command.integration_types as number[])].reverse(),
    contexts: [...(command.contexts as number[])].reverse(),
    ...(options.length > 0 ? { options } : { options: undefined }),
  };
  // Keys come in any order.
  return Object.fromEntries(Object.entries(answered).reverse());
}

async function deploy(there: readonly unknown[], wanted: readonly Command[] = COMMANDS): Promise<string> {
  present = there;
  received = [];
  return deployCommands(rest, APPLICATION_ID, wanted);
}
const methods = (): unknown[] => received.map(({ method }) => method);

describe('deploying the commands', () => {
  it('changes nothing where Discord has them: ids, defaults and every order that means nothing are left aside', async () => {
    expect(await deploy(commands().map(asDiscordAnswers).reverse())).toBe('unchanged');
    expect(methods()).toEqual(['GET']);
    expect(received[0]?.url).toBe(`/api/v10/applications/${APPLICATION_ID}/commands?with_localizations=true`);
  });

  it('changes nothing either where Discord leaves out what is a default', async () => {
    const bare = commands().map(({ nsfw: _, ...command }) => command);
    expect(await deploy(bare)).toBe('unchanged');
  });

  it('replaces all where Discord has none, in one request', async () => {
    expect(await deploy([])).toBe('deployed');
    expect(methods()).toEqual(['GET', 'PUT']);
    expect(JSON.parse(received[1]?.body ?? '')).toEqual(JSON.parse(JSON.stringify(COMMANDS.map(({ data }) => data))));
  });

  it('replaces all where Discord answers something else than a list', async () => {
    expect(await deploy({ message: 'odd' } as unknown as unknown[])).toBe('deployed');
  });

  const named = (list: readonly Json[], name: string): Json => {
    const found = list.find((one) => one.name === name);
    if (!found) throw new Error(`nothing is named ${name}`);
    return found;
  };
  const optionsOf = (command: Json): Json[] => command.options as Json[];
  const CHANGES: readonly (readonly [what: string, change: (list: Json[]) => void])[] = [
    ['a command is missing', (list) => void list.pop()],
    ['a command is there that is gone', (list) => void list.push({ ...list[0], name: 'older' })],
    ['a command has another name', (list) => Object.assign(named(list, 'tip'), { name: 'hint' })],
    ['a command has another description', (list) => Object.assign(named(list, 'tip'), { description: 'Other' })],
    ['a command has another type', (list) => Object.assign(named(list, 'tip'), { type: 2 })],
    ['a command can be used in fewer places', (list) => Object.assign(named(list, 'ask'), { contexts: [0] })],
    ['a command can be installed by fewer', (list) => Object.assign(named(list, 'ask'), { integration_types: [0] })],
    ['a command is for others', (list) => Object.assign(named(list, 'settings'), { default_member_permissions: null })],
    ['a command is marked as not safe for work', (list) => Object.assign(named(list, 'tip'), { nsfw: true })],
    ['a command has a translated name', (list) => Object.assign(named(list, 'tip'), { name_localizations: { de: 'tipp' } })],
    ['an option is missing', (list) => void optionsOf(named(list, 'settings')).pop()],
    ['the options come in another order', (list) => void optionsOf(named(list, 'settings')).reverse()],
    ['an option has another description', (list) => Object.assign(optionsOf(named(list, 'ask'))[0] ?? {}, { description: 'Other' })],
    ['an option is not required', (list) => Object.assign(optionsOf(named(list, 'ask'))[0] ?? {}, { required: false })],
    ['an option offers nothing while one types', (list) => Object.assign(optionsOf(named(list, 'ask'))[0] ?? {}, { autocomplete: false })],
    ['an option may be longer', (list) => Object.assign(optionsOf(named(list, 'ask'))[0] ?? {}, { max_length: 6_000 })],
    ['an option has another type', (list) => Object.assign(optionsOf(named(list, 'ask'))[1] ?? {}, { type: 3 })],
    [
      'an option takes other channels',
      (list) => Object.assign(named(optionsOf(named(list, 'settings')), 'tip-channel'), { channel_types: [0] }),
    ],
    ['an option has another bound', (list) => Object.assign(named(optionsOf(named(list, 'settings')), 'cooldown'), { max_value: 5 })],
    [
      'a choice is called otherwise',
      (list) => Object.assign((named(optionsOf(named(list, 'settings')), 'reply-in').choices as Json[])[0] ?? {}, { name: 'Other' }),
    ],
    ['a choice is missing', (list) => void (named(optionsOf(named(list, 'settings')), 'reply-in').choices as Json[]).pop()],
  ];

  it.each(CHANGES)('replaces all where %s', async (_, change) => {
    const list = commands();
    change(list);
    expect(await deploy(list.map(asDiscordAnswers))).toBe('deployed');
    expect(methods()).toEqual(['GET', 'PUT']);
  });
});
