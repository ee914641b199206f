import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Handle } from '../../src/playground/people/handle.js';
import { discordWithGuild, rest, type TestDiscord } from '../support/discord.js';

let discord: TestDiscord;
const COMMANDS = [
  { name: 'ask', description: 'Asks', options: [{ type: 3, name: 'question', description: 'What', autocomplete: true }] },
  {
    name: 'set',
    description: 'Sets',
    options: [
      {
        type: 1,
        name: 'number',
        description: 'A number',
        options: [{ type: 4, name: 'value', description: 'V', required: true, min_value: 1, max_value: 9 }],
      },
      { type: 2, name: 'tips', description: 'Tips', options: [{ type: 1, name: 'off', description: 'Off' }] },
    ],
  },
  { name: 'about', description: 'About a user', options: [{ type: 6, name: 'user', description: 'Who', required: true }] },
  { name: 'admin', description: 'For managers', default_member_permissions: '32' },
  { name: 'everywhere', description: 'Everywhere', integration_types: [0, 1], contexts: [0, 1, 2] },
  { name: 'guilds-only', description: 'In guilds', contexts: [0] },
  { name: 'Explain this', type: 3 },
];
beforeAll(async () => {
  discord = await discordWithGuild();
  const { status, body } = await rest(discord, 'PUT', `/applications/${discord.botId}/commands`, COMMANDS);
  expect([status, body.length]).toEqual([200, COMMANDS.length]);
});
afterAll(() => discord.close());

const NO_TOKEN = {};
const callback = ({ interaction }: Handle, type: number, data?: object, query = '') =>
  rest(
    discord,
    'POST',
    `/interactions/${interaction.id}/${interaction.token}/callback${query}`,
    { type, ...(data ? { data } : {}) },
    NO_TOKEN,
  );
const webhook = ({ interaction }: Handle, method: string, path = '', body?: object) =>
  rest(discord, method, `/webhooks/${interaction.applicationId}/${interaction.token}${path}`, body, NO_TOKEN);
const ORIGINAL = '/messages/%40original';
const refusal = ({ status, body }: { status: number; body: { code: number } | undefined }) => [status, body?.code];
const ask = (): Handle => discord.as(discord.memberId).slash(discord.generalId, 'ask', { question: 'why' });
const stateViolations = () => discord.violations.filter(({ kind }) => kind === 'response' || kind === 'playground');

const BUTTON = { type: 1, components: [{ type: 2, style: 1, label: 'More', custom_id: 'more' }] };
async function clicked(flags = 0): Promise<Handle> {
  const asked = ask();
  await callback(asked, 4, { content: 'first', components: [BUTTON], flags });
  return discord.as(discord.memberId).click((await asked.reply()).id, 'more');
}

describe('a command', () => {
  it('is answered at once, with the message in the response when asked for', async () => {
    const handle = ask();
    const { status, body } = await callback(handle, 4, { content: 'because' }, '?with_response=true');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      interaction: { id: handle.id, type: 2, response_message_loading: false, response_message_ephemeral: false },
      resource: {
        type: 4,
        message: { content: 'because', type: 20, interaction_metadata: { id: handle.id, type: 2 }, webhook_id: discord.botId },
      },
    });
    expect(await handle.reply()).toMatchObject({ content: 'because', authorId: discord.botId });
    expect((await handle.acknowledged).type).toBe(4);
  });

  it('is announced and then filled in', async () => {
    const handle = ask();
    expect((await callback(handle, 5)).status).toBe(204);
    expect(handle.message()).toMatchObject({ content: '', flags: 128 });
    const { body } = await webhook(handle, 'PATCH', ORIGINAL, { content: 'done' });
    expect(body).toMatchObject({ content: 'done', flags: 0, edited_timestamp: null });
    expect((await handle.reply()).content).toBe('done');
  });

  it('that is announced gives its place to the first follow-up', async () => {
    const handle = ask();
    await callback(handle, 5);
    const { body } = await webhook(handle, 'POST', '', { content: 'follow' });
    expect(body.id).toBe(handle.message()?.id);
    const second = await webhook(handle, 'POST', '', { content: 'second' });
    expect(second.body.id).not.toBe(body.id);
    expect(handle.followUps().map(({ content }) => content)).toEqual(['second']);
  });

  it('answered for one person alone stays hidden from all others, also after an edit', async () => {
    const handle = ask();
    await callback(handle, 5, { flags: 64 });
    await webhook(handle, 'PATCH', ORIGINAL, { content: 'secret' });
    const { id } = await handle.reply();
    const sees = (userId: string) =>
      discord
        .as(userId)
        .read(discord.generalId)
        .some((message) => message.id === id);
    expect([sees(discord.memberId), sees(discord.ownerId)]).toEqual([true, false]);
    expect(discord.world.messagesIn(discord.generalId).some((message) => message.id === id)).toBe(false);
    expect(refusal(await rest(discord, 'GET', `/channels/${discord.generalId}/messages/${id}`))).toEqual([404, 10008]);
    expect((await webhook(handle, 'GET', ORIGINAL)).body).toMatchObject({ id, flags: 64, content: 'secret' });
    expect(() => discord.as(discord.ownerId).click(id, 'x')).toThrow('Unknown Message');
  });

  it('takes the last moment of three seconds, and no later one', async () => {
    const [inTime, late] = [ask(), ask()];
    discord.clock.forward(3000);
    expect((await callback(inTime, 4, { content: 'x' })).status).toBe(204);
    discord.clock.forward(1);
    expect(refusal(await callback(late, 4, { content: 'x' }))).toEqual([404, 10062]);
  });

  it('is acknowledged once', async () => {
    const handle = ask();
    await callback(handle, 5);
    expect(refusal(await callback(handle, 4, { content: 'again' }))).toEqual([400, 40060]);
  });

  it('has no messages before its first answer', async () => {
    const handle = ask();
    expect(refusal(await webhook(handle, 'PATCH', ORIGINAL, { content: 'x' }))).toEqual([404, 10015]);
    expect(refusal(await webhook(handle, 'POST', '', { content: 'x' }))).toEqual([404, 10015]);
  });

  it('has a token for fifteen minutes', async () => {
    const handle = ask();
    await callback(handle, 4, { content: 'x' });
    discord.clock.forward(15 * 60_000);
    expect((await webhook(handle, 'PATCH', ORIGINAL, { content: 'y' })).status).toBe(200);
    discord.clock.forward(1);
    expect(refusal(await webhook(handle, 'PATCH', ORIGINAL, { content: 'z' }))).toEqual([401, 50027]);
  });

  it('is unknown with a wrong token or id', async () => {
    const { interaction } = ask();
    const answer = { type: 4, data: { content: 'x' } };
    expect(refusal(await rest(discord, 'POST', `/interactions/${interaction.id}/wrong/callback`, answer, NO_TOKEN))).toEqual([404, 10062]);
    expect(
      refusal(await rest(discord, 'POST', `/interactions/123456789012345678/${interaction.token}/callback`, answer, NO_TOKEN)),
    ).toEqual([404, 10062]);
    expect(refusal(await rest(discord, 'GET', `/webhooks/${discord.botId}/wrong/messages/@original`, undefined, NO_TOKEN))).toEqual([
      404, 10015,
    ]);
  });

  it.each([6, 7, 8])('refuses a callback of type %d', async (type) => {
    expect(refusal(await callback(ask(), type, type === 8 ? { choices: [] } : { content: 'x' }))).toEqual([400, 50035]);
  });

  it('whose message is removed has none any more', async () => {
    const handle = ask();
    await callback(handle, 4, { content: 'x' });
    expect((await webhook(handle, 'DELETE', ORIGINAL)).status).toBe(204);
    expect(refusal(await webhook(handle, 'GET', ORIGINAL))).toEqual([404, 10008]);
    expect(handle.message()).toBeNull();
  });

  it('edits and removes its follow-ups by id', async () => {
    const handle = ask();
    await callback(handle, 4, { content: 'x' });
    const { body } = await webhook(handle, 'POST', '', { content: 'f' });
    expect((await webhook(handle, 'PATCH', `/messages/${body.id}`, { content: 'g' })).body.content).toBe('g');
    expect((await webhook(handle, 'DELETE', `/messages/${body.id}`)).status).toBe(204);
    expect(refusal(await webhook(handle, 'PATCH', `/messages/${body.id}`, { content: 'h' }))).toEqual([404, 10008]);
  });

  it('notifies users by default, and with its own allowed_mentions nobody', async () => {
    const text = `@everyone <@${discord.ownerId}>`;
    const [loud, quiet] = [ask(), ask()];
    await callback(loud, 4, { content: text });
    await callback(quiet, 4, { content: text, allowed_mentions: { parse: [] } });
    expect((await loud.reply()).pinged).toEqual([discord.ownerId]);
    expect((await quiet.reply()).pinged).toEqual([]);
  });
});

describe('what a person fills in', () => {
  const member = () => discord.as(discord.memberId);

  it('arrives with subcommands, types and resolved users', () => {
    expect(member().slash(discord.generalId, 'set number', { value: 3 }).interaction.data).toMatchObject({
      name: 'set',
      type: 1,
      options: [{ name: 'number', type: 1, options: [{ name: 'value', type: 4, value: 3 }] }],
    });
    expect(member().slash(discord.generalId, 'set tips off').interaction.data).toMatchObject({
      options: [{ name: 'tips', type: 2, options: [{ name: 'off', type: 1, options: [] }] }],
    });
    expect(member().slash(discord.generalId, 'about', { user: discord.ownerId }).interaction.data).toMatchObject({
      resolved: { users: { [discord.ownerId]: { username: 'olga' } }, members: { [discord.ownerId]: { nick: null } } },
    });
  });

  it.each([
    ['set', {}, 'needs a subcommand'],
    ['set nothing', {}, 'no subcommand'],
    ['set number', {}, 'required'],
    ['set number', { value: 10 }, '“value” must be from 1 to 9.'],
    ['set number', { value: 'x' }, '“value” must be a number'],
    ['ask', { other: 'x' }, 'no option “other”'],
    ['unknown', {}, 'There is no command “unknown” for you here'],
  ])('is refused as the client would: /%s %j', (name, values, text) => {
    expect(() => member().slash(discord.generalId, name, values)).toThrow(text);
  });

  it('is offered only to whom the default permissions allow', () => {
    expect(member().commands(discord.generalId)).not.toContain('admin');
    expect(discord.as(discord.ownerId).commands(discord.generalId)).toContain('admin');
  });
});

describe('typing in an option', () => {
  it('gets choices', async () => {
    const handle = discord.as(discord.memberId).autocomplete(discord.generalId, 'ask', { question: 'wh' }, 'question');
    expect(handle.interaction.data).toMatchObject({ options: [{ name: 'question', value: 'wh', focused: true }] });
    expect((await callback(handle, 8, { choices: [{ name: 'why', value: 'why?' }] })).status).toBe(204);
    expect(await handle.choices()).toEqual([{ name: 'why', value: 'why?' }]);
  });

  it('is not answered with a message', async () => {
    const handle = discord.as(discord.memberId).autocomplete(discord.generalId, 'ask', { question: '' }, 'question');
    expect(refusal(await callback(handle, 4, { content: 'x' }))).toEqual([400, 50035]);
  });
});

describe('a button', () => {
  it('updates its message, and @original stands for it', async () => {
    const handle = await clicked();
    await callback(handle, 7, { content: 'second', components: [] });
    expect(await handle.reply()).toMatchObject({ content: 'second', components: [] });
    await webhook(handle, 'PATCH', ORIGINAL, { content: 'third' });
    expect(handle.message()?.content).toBe('third');
  });

  it('announces an update that comes later', async () => {
    const handle = await clicked();
    discord.clock.forward(10);
    await callback(handle, 6);
    const update = handle.reply();
    await webhook(handle, 'PATCH', ORIGINAL, { content: 'later' });
    expect((await update).content).toBe('later');
  });

  it('is answered with a new message that refers to its own', async () => {
    const handle = await clicked();
    const { body } = await callback(handle, 4, { content: 'new' }, '?with_response=true');
    expect(body.resource.message).toMatchObject({ type: 19, message_reference: { message_id: handle.interaction.sourceMessageId } });
  });

  it('on a message for one person is pressed by that person alone and updates that message', async () => {
    const handle = await clicked(64);
    await callback(handle, 7, { content: 'still secret' });
    expect(await handle.reply()).toMatchObject({ content: 'still secret', ephemeralFor: discord.memberId });
  });

  it('that is not there, or is disabled, cannot be pressed', async () => {
    const asked = ask();
    await callback(asked, 4, { content: 'x', components: [{ type: 1, components: [{ ...BUTTON.components[0], disabled: true }] }] });
    const { id } = await asked.reply();
    expect(() => discord.as(discord.memberId).click(id, 'more')).toThrow('This button cannot be pressed.');
    expect(() => discord.as(discord.memberId).click(id, 'less')).toThrow('This button is no longer there.');
  });
});

describe('a select', () => {
  it('sends what was chosen from what is offered', async () => {
    const asked = ask();
    const options = ['a', 'b'].map((value) => ({ label: value, value }));
    await callback(asked, 4, { content: 'x', components: [{ type: 1, components: [{ type: 3, custom_id: 'pick', options }] }] });
    const { id } = await asked.reply();
    const member = discord.as(discord.memberId);
    expect(member.select(id, 'pick', ['b']).interaction.data).toMatchObject({ component_type: 3, custom_id: 'pick', values: ['b'] });
    expect(() => member.select(id, 'pick', ['c'])).toThrow('no longer offers');
    expect(() => member.select(id, 'pick', ['a', 'b'])).toThrow('Choose 1.');
  });
});

describe('a form', () => {
  const FORM = {
    custom_id: 'form',
    title: 'Form',
    components: [{ type: 18, label: 'Text', component: { type: 4, custom_id: 'text', style: 1, max_length: 5 } }],
  };

  it('is shown, filled in and answered', async () => {
    const opener = ask();
    expect((await callback(opener, 9, FORM)).status).toBe(204);
    expect(await opener.modal()).toMatchObject({ title: 'Form' });
    const member = discord.as(discord.memberId);
    expect(() => member.submit(opener, { text: 'too long' })).toThrow('“Text” must be from 1 to 5 characters long; this has 8.');
    expect(() => member.submit(opener, { text: 'x', other: 'x' })).toThrow('no field “other”');
    const sent = member.submit(opener, { text: 'short' });
    expect(sent.interaction.data).toMatchObject({
      custom_id: 'form',
      components: [{ type: 18, component: { custom_id: 'text', value: 'short' } }],
    });
    await callback(sent, 4, { content: 'thanks' }, '?with_response=true');
    expect((await sent.reply()).content).toBe('thanks');
  });

  it('does not open another form, and updates only a message that it came from', async () => {
    const opener = ask();
    await callback(opener, 9, FORM);
    const sent = discord.as(discord.memberId).submit(opener, { text: 'x' });
    expect(refusal(await callback(sent, 9, FORM))).toEqual([400, 50035]);
    expect(refusal(await callback(sent, 7, { content: 'x' }))).toEqual([400, 50035]);
    const fromButton = await clicked();
    await callback(fromButton, 9, FORM);
    const second = discord.as(discord.memberId).submit(fromButton, { text: 'x' });
    expect((await callback(second, 7, { content: 'updated' }, '?with_response=true')).body.resource.message.content).toBe('updated');
  });
});

describe('a command on a message', () => {
  it('brings the whole text, whatever the intents', () => {
    const { id } = discord.as(discord.ownerId).send(discord.generalId, 'a question among people');
    const { interaction } = discord.as(discord.memberId).messageCommand('Explain this', id);
    expect(interaction.data).toMatchObject({
      type: 3,
      target_id: id,
      resolved: { messages: { [id]: { content: 'a question among people' } } },
    });
  });
});

describe('an application that only its user has installed', () => {
  let foreignId: string;
  beforeAll(() => {
    const guild = discord.world.addGuild({ name: 'Elsewhere', ownerId: discord.ownerId });
    discord.world.join(guild.id, discord.memberId);
    foreignId = discord.world.addChannel(guild.id, { name: 'foreign' }).id;
  });

  it('is offered nowhere before, and then where its command says', () => {
    const member = discord.as(discord.memberId);
    expect(member.commands(foreignId)).toEqual([]);
    discord.world.install(discord.botId, discord.memberId);
    expect(member.commands(foreignId)).toEqual(['everywhere']);
    expect(discord.as(discord.ownerId).commands(foreignId)).toEqual([]);
  });

  it('answers there with at most five follow-ups', async () => {
    const handle = discord.as(discord.memberId).slash(foreignId, 'everywhere');
    expect(handle.interaction).toMatchObject({ context: 0, owners: { 1: discord.memberId } });
    await callback(handle, 4, { content: 'x' });
    const statuses = [];
    for (let n = 1; n <= 6; n += 1) statuses.push(refusal(await webhook(handle, 'POST', '', { content: `${n}` })));
    expect(statuses).toEqual([...Array(5).fill([200, undefined]), [400, 40094]]);
  });

  it('answers for the person alone where the guild wants it so', async () => {
    discord.world.setOverwrite(foreignId, discord.memberId, { deny: ['useExternalApps'] });
    const handle = discord.as(discord.memberId).slash(foreignId, 'everywhere');
    await callback(handle, 4, { content: 'x' });
    expect((await handle.reply()).ephemeralFor).toBe(discord.memberId);
    discord.world.setOverwrite(foreignId, discord.memberId, {});
  });

  it('has no access to the channel', async () => {
    expect(refusal(await rest(discord, 'POST', `/channels/${foreignId}/messages`, { content: 'x' }))).toEqual([403, 50001]);
  });

  it("works between two people (context 2) and in the bot's direct messages (context 1)", () => {
    const member = discord.as(discord.memberId);
    const between = member.directMessages(discord.ownerId).id;
    const withBot = member.directMessages(discord.botId).id;
    expect(member.slash(between, 'everywhere').interaction).toMatchObject({ context: 2, owners: { 1: discord.memberId }, guildId: null });
    expect(member.slash(withBot, 'everywhere').interaction).toMatchObject({ context: 1, owners: { 0: '0', 1: discord.memberId } });
    expect(member.commands(withBot)).toContain('ask');
    expect(member.commands(withBot)).not.toContain('guilds-only');
    expect(member.commands(between)).not.toContain('ask');
  });
});

it('none of the answers above broke the official schemas', () => {
  expect(stateViolations()).toEqual([]);
});
