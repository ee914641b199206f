import {
  ActionRowBuilder,
  ApplicationCommandType,
  ApplicationIntegrationType,
  AutocompleteInteraction,
  ButtonBuilder,
  ButtonInteraction,
  ButtonStyle,
  ChatInputCommandInteraction,
  Client,
  ClientApplication,
  ContainerBuilder,
  ContextMenuCommandBuilder,
  EmbedBuilder,
  InteractionContextType,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  SectionBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  type TextChannel,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  ThumbnailBuilder,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { found } from './planted.js';

interface Sent {
  readonly operation: string;
  readonly body: unknown;
}

const ID = '100000000000000001';
const USER = { id: ID, username: 'member', discriminator: '0', avatar: null };
const MESSAGE = {
  id: ID,
  channel_id: ID,
  type: 0,
  content: '',
  author: USER,
  embeds: [],
  attachments: [],
  mentions: [],
  mention_roles: [],
};

/** Names the operation of a request by its path, most literal first. */
const PATHS: readonly (readonly [path: RegExp, template: string])[] = [
  [/^\/interactions\/\d+\/[^/]+\/callback$/, '/interactions/{interaction_id}/{interaction_token}/callback'],
  [/^\/webhooks\/\d+\/[^/]+\/messages\/(@|%40)original$/, '/webhooks/{webhook_id}/{webhook_token}/messages/@original'],
  [/^\/webhooks\/\d+\/[^/]+$/, '/webhooks/{webhook_id}/{webhook_token}'],
  [/^\/channels\/\d+\/messages\/\d+\/reactions\/[^/]+\/@me$/, '/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me'],
  [/^\/channels\/\d+\/messages\/\d+\/threads$/, '/channels/{channel_id}/messages/{message_id}/threads'],
  [/^\/channels\/\d+\/messages\/\d+$/, '/channels/{channel_id}/messages/{message_id}'],
  [/^\/channels\/\d+\/(messages|threads|typing)$/, '/channels/{channel_id}/$1'],
  [/^\/channels\/\d+$/, '/channels/{channel_id}'],
  [/^\/applications\/\d+\/commands$/, '/applications/{application_id}/commands'],
  [/^\/applications\/\d+\/guilds\/\d+\/commands$/, '/applications/{application_id}/guilds/{guild_id}/commands'],
  [/^\/users\/@me\/channels$/, '/users/@me/channels'],
];

function operationOf(method: string, url: string): string {
  const path = new URL(url).pathname.replace('/api/v10', '');
  const [pattern, template = path] = PATHS.find(([known]) => known.test(path)) ?? [];
  return `${method} ${pattern ? path.replace(pattern, template) : path}`;
}

/** Reads a body as the server would: an upload keeps its JSON part in a form field. */
function bodyOf(body: unknown): unknown {
  const json = body instanceof FormData ? body.get('payload_json') : body;
  return typeof json === 'string' ? JSON.parse(json) : undefined;
}

function answerTo(method: string, operation: string): Response {
  if (operation.endsWith('/callback') || operation.endsWith('/@me') || operation.endsWith('/typing'))
    return new Response(null, { status: 204 });
  if (operation.endsWith('commands')) return Response.json([]);
  const channel = { id: ID, type: operation.startsWith('POST /users') ? 1 : 0, name: 'general', recipients: [USER], guild_id: ID };
  const isChannel = /(threads|@me\/channels|\{channel_id\})$/.test(operation);
  return Response.json(isChannel ? channel : MESSAGE, { status: method === 'POST' && operation.endsWith('threads') ? 201 : 200 });
}

/** A real client whose requests end here. */
async function recordingClient(options: { readonly enforceNonce?: boolean } = {}) {
  const sent: Sent[] = [];
  const client = new Client({
    intents: [],
    allowedMentions: { parse: [], repliedUser: false },
    ...options,
    rest: {
      makeRequest: async (url, init) => {
        const operation = operationOf(init.method ?? 'GET', url);
        sent.push({ operation, body: bodyOf(init.body) });
        return answerTo(init.method ?? 'GET', operation);
      },
    },
  });
  client.rest.setToken('token');
  Reflect.set(client, 'user', { id: '100000000000000002' });
  const application: ClientApplication = Reflect.construct(ClientApplication, [client, { id: ID }]);
  Reflect.set(client, 'application', application);
  const channel = await client.channels.fetch(ID, { allowUnknownGuild: true });
  const interaction = (type: number, data: object) => ({
    id: ID,
    application_id: ID,
    token: 'token',
    type,
    data,
    user: USER,
    channel: { id: ID, type: 0 },
    entitlements: [],
    authorizing_integration_owners: {},
    locale: 'en-US',
    message: MESSAGE,
  });
  const slash = { id: ID, name: 'ask', type: 1, options: [] };
  sent.length = 0;
  return {
    sent,
    client,
    channel: channel as TextChannel,
    slash: (): ChatInputCommandInteraction => Reflect.construct(ChatInputCommandInteraction, [client, interaction(2, slash)]),
    button: (): ButtonInteraction => Reflect.construct(ButtonInteraction, [client, interaction(3, { component_type: 2, custom_id: 'a' })]),
    typed: (): AutocompleteInteraction => Reflect.construct(AutocompleteInteraction, [client, interaction(4, slash)]),
    commands: application.commands,
  };
}

type Recording = Awaited<ReturnType<typeof recordingClient>>;

const embed = new EmbedBuilder()
  .setTitle('What is a container?')
  .setURL('https://example.org/containers')
  .setDescription('A process with a view of its own.')
  .setColor(0x2496ed)
  .setTimestamp(new Date(0))
  .setAuthor({ name: 'Docs', url: 'https://example.org', iconURL: 'https://example.org/icon.png' })
  .setFooter({ text: 'Sources', iconURL: 'attachment://icon.png' })
  .setThumbnail('attachment://icon.png')
  .addFields({ name: 'Why', value: 'Because', inline: true });

const buttons = new ActionRowBuilder<ButtonBuilder>().addComponents(
  new ButtonBuilder().setCustomId('more:why').setLabel('Why?').setStyle(ButtonStyle.Secondary).setEmoji('🐳'),
  new ButtonBuilder().setURL('https://example.org').setLabel('Read').setStyle(ButtonStyle.Link),
);
const menu = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
  new StringSelectMenuBuilder()
    .setCustomId('topics')
    .setPlaceholder('Choose a topic')
    .addOptions(
      { label: 'Networks', value: 'networks', description: 'How packets find their way' },
      { label: 'Volumes', value: 'volumes' },
    ),
);
const newStyle = new ContainerBuilder()
  .setAccentColor(0x2496ed)
  .addTextDisplayComponents(new TextDisplayBuilder().setContent('# Containers'))
  .addSectionComponents(
    new SectionBuilder()
      .addTextDisplayComponents(new TextDisplayBuilder().setContent('A process'))
      .setThumbnailAccessory(new ThumbnailBuilder().setURL('https://example.org/a.png')),
  )
  .addSeparatorComponents((separator) => separator.setDivider(true))
  .addActionRowComponents(buttons);
const modal = new ModalBuilder()
  .setCustomId('follow-up')
  .setTitle('Ask a follow-up')
  .addLabelComponents(
    new LabelBuilder()
      .setLabel('Your question')
      .setDescription('In your own words')
      .setTextInputComponent(new TextInputBuilder().setCustomId('question').setStyle(TextInputStyle.Paragraph).setMaxLength(300)),
  );

const ask = new SlashCommandBuilder()
  .setName('ask')
  .setNameLocalizations({ de: 'frage', 'en-US': 'ask' })
  .setDescription('Asks a question')
  .setDescriptionLocalizations({ de: 'Stellt eine Frage' })
  .setIntegrationTypes(ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall)
  .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel)
  .addStringOption((option) =>
    option.setName('question').setDescription('What to ask').setRequired(true).setMaxLength(300).setAutocomplete(true),
  )
  .addBooleanOption((option) => option.setName('private').setDescription('Only you see the answer'));
const settings = new SlashCommandBuilder()
  .setName('settings')
  .setDescription('Changes the settings')
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
  .addSubcommand((sub) => sub.setName('show').setDescription('Shows the settings'))
  .addSubcommandGroup((group) =>
    group
      .setName('tips')
      .setDescription('The daily tip')
      .addSubcommand((sub) =>
        sub
          .setName('on')
          .setDescription('Sends a tip every day')
          .addChannelOption((option) => option.setName('channel').setDescription('Where').setRequired(true))
          .addIntegerOption((option) =>
            option.setName('hour').setDescription('When').setMinValue(0).setMaxValue(23).addChoices({ name: 'Noon', value: 12 }),
          ),
      ),
  );
const aboutThis = new ContextMenuCommandBuilder().setName('Ask the bot about this').setType(ApplicationCommandType.Message);

const SENT: readonly (readonly [name: string, operation: string, send: (from: Recording) => Promise<unknown>])[] = [
  ['a plain message', 'POST /channels/{channel_id}/messages', ({ channel }) => channel.send('hello')],
  [
    'an answer with everything',
    'POST /channels/{channel_id}/messages',
    ({ channel }) =>
      channel.send({
        content: 'hello',
        embeds: [embed],
        components: [buttons, menu],
        files: [{ name: 'icon.png', attachment: Buffer.from('x') }],
        reply: { messageReference: ID },
      }),
  ],
  [
    'a message with a nonce',
    'POST /channels/{channel_id}/messages',
    ({ channel }) => channel.send({ content: 'hello', nonce: ID, enforceNonce: true }),
  ],
  [
    'an upload alone',
    'POST /channels/{channel_id}/messages',
    ({ channel }) => channel.send({ files: [{ name: 'a.txt', attachment: Buffer.from('x') }] }),
  ],
  [
    'new components',
    'POST /channels/{channel_id}/messages',
    ({ channel }) => channel.send({ flags: MessageFlags.IsComponentsV2, components: [newStyle] }),
  ],
  [
    'a reply',
    'POST /channels/{channel_id}/messages',
    ({ channel }) => channel.send({ content: 'hello', reply: { messageReference: ID, failIfNotExists: false } }),
  ],
  [
    'an edit',
    'PATCH /channels/{channel_id}/messages/{message_id}',
    ({ channel }) => channel.messages.edit(ID, { content: null, embeds: [embed], components: [] }),
  ],
  [
    'a thread of a message',
    'POST /channels/{channel_id}/messages/{message_id}/threads',
    ({ channel }) => channel.threads.create({ name: 'A question', startMessage: ID, autoArchiveDuration: 60 }),
  ],
  ['a thread of its own', 'POST /channels/{channel_id}/threads', ({ channel }) => channel.threads.create({ name: 'A question' })],
  [
    'a reaction',
    'PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me',
    ({ channel }) => channel.messages.react(ID, '👍'),
  ],
  ['a typing', 'POST /channels/{channel_id}/typing', ({ channel }) => channel.sendTyping()],
  ['a private message', 'POST /users/@me/channels', ({ client }) => client.users.createDM(ID)],
  [
    'an answer',
    'POST /interactions/{interaction_id}/{interaction_token}/callback',
    ({ slash }) => slash().reply({ content: 'hello', embeds: [embed], components: [buttons], flags: MessageFlags.Ephemeral }),
  ],
  [
    'a deferred answer',
    'POST /interactions/{interaction_id}/{interaction_token}/callback',
    ({ slash }) => slash().deferReply({ flags: MessageFlags.Ephemeral }),
  ],
  [
    'an answer of new components',
    'POST /interactions/{interaction_id}/{interaction_token}/callback',
    ({ slash }) => slash().reply({ flags: MessageFlags.IsComponentsV2, components: [newStyle] }),
  ],
  ['a modal', 'POST /interactions/{interaction_id}/{interaction_token}/callback', ({ button }) => button().showModal(modal)],
  [
    'an update',
    'POST /interactions/{interaction_id}/{interaction_token}/callback',
    ({ button }) => button().update({ content: 'hello', components: [] }),
  ],
  ['a deferred update', 'POST /interactions/{interaction_id}/{interaction_token}/callback', ({ button }) => button().deferUpdate()],
  [
    'suggestions',
    'POST /interactions/{interaction_id}/{interaction_token}/callback',
    ({ typed }) => typed().respond([{ name: 'What is a container?', value: 'container' }]),
  ],
  [
    'an edited answer',
    'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original',
    async ({ slash }) => {
      const interaction = slash();
      await interaction.deferReply();
      await interaction.editReply({ content: 'hello', embeds: [embed], components: [menu] });
    },
  ],
  [
    'a follow-up',
    'POST /webhooks/{webhook_id}/{webhook_token}',
    async ({ slash }) => {
      const interaction = slash();
      await interaction.reply('hello');
      await interaction.followUp({ content: 'more', flags: MessageFlags.Ephemeral });
    },
  ],
  ['commands of builders', 'PUT /applications/{application_id}/commands', ({ commands }) => commands.set([ask, settings, aboutThis])],
  [
    'commands as plain data',
    'PUT /applications/{application_id}/commands',
    ({ commands }) =>
      commands.set([ask.toJSON(), settings.toJSON(), { name: 'tip', description: 'A tip', defaultMemberPermissions: null }]),
  ],
  ['commands of a guild', 'PUT /applications/{application_id}/guilds/{guild_id}/commands', ({ commands }) => commands.set([ask], ID)],
];

describe('what the real client sends', () => {
  it.each(SENT)('is accepted, every part of it: %s', async (_, operation, send) => {
    const recording = await recordingClient();
    // What the client makes of the answer, which lacks a guild, is of no interest here.
    await send(recording).catch(() => undefined);
    expect(recording.sent.map((request) => request.operation)).toContain(operation);
    expect(recording.sent.flatMap(({ operation: name, body }) => found(name, body).map((fault) => `${name}: ${fault}`))).toEqual([]);
  });

  it('is accepted from a client that makes a nonce for every message, answers to interactions included', async () => {
    const { sent, channel, slash } = await recordingClient({ enforceNonce: true });
    await channel.send('hello');
    await slash().reply('hello');
    expect(sent.map(({ body }) => JSON.stringify(body).includes('"enforce_nonce":true'))).toEqual([true, true]);
    expect(sent.flatMap(({ operation, body }) => found(operation, body))).toEqual([]);
  });

  it('is refused where the builders let a mistake pass', async () => {
    const { sent, channel } = await recordingClient();
    const twin = () => new ButtonBuilder().setCustomId('twin').setLabel('Twin').setStyle(ButtonStyle.Primary);
    await channel.send({
      embeds: [new EmbedBuilder().setColor(5)],
      components: [new ActionRowBuilder<ButtonBuilder>().addComponents(twin(), twin())],
    });
    expect(sent.flatMap(({ operation, body }) => found(operation, body))).toEqual([
      'embeds.0.description BASE_TYPE_REQUIRED',
      'components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ]);
  });
});
