import * as z from 'zod';
import type { Schema } from './bodies/shape.js';
import { official } from './schema.js';
import * as verdicts from './verdicts.js';

/** What is known about one operation of the API. */
export interface Operation {
  /** What the request carries; without it the body is not looked at. */
  readonly body?: Schema;
  /** The rules by hand. */
  readonly judge?: verdicts.Judge;
  /** Keys that Discord or its documentation has and the specification has not. */
  readonly extras?: readonly RegExp[];
  /** Status of a good answer -> its schema, or null where the answer has no body. */
  readonly answers: Readonly<Record<number, Schema | null>>;
}

const one = official;
const list = (name: string): Schema => z.array(one(name));
const listOrNull = (name: string): Schema => z.nullable(list(name));
const either = (...names: readonly string[]): Schema => z.union(names.map(one));

const NOTHING = { 204: null };
const none: Operation = { answers: NOTHING };
const gives = (schema: Schema, status = 200): Operation => ({ answers: { [status]: schema } });

const CHANNEL_TYPES = ['GuildChannelResponse', 'PrivateChannelResponse', 'PrivateGroupChannelResponse', 'ThreadResponse'];
const channel = either(...CHANNEL_TYPES);
const message = one('MessageResponse');
const command = one('ApplicationCommandResponse');
const commands = listOrNull('ApplicationCommandResponse');

/** discord.js puts these into every message body and the last into every emoji, also where the specification does not list them. */
const MESSAGE_EXTRAS = [/^((data|message)\.)?(tts|nonce|enforce_nonce)$/, /\.emoji\.animated$/];
/** Documented for commands, missing from the specification's requests. */
const COMMAND_EXTRAS = [/^(\d+\.)?nsfw$/];
/** discord.js names the type also where the message decides it. */
const THREAD_EXTRAS = [/^type$/];

const newMessage: Operation = {
  body: one('MessageCreateRequest'),
  judge: verdicts.newMessage,
  extras: MESSAGE_EXTRAS,
  answers: { 200: message },
};
const editedMessage: Operation = {
  body: one('MessageEditRequestPartial'),
  judge: verdicts.messageEdit,
  extras: MESSAGE_EXTRAS,
  answers: { 200: message },
};
const webhookMessage: Operation = {
  body: one('IncomingWebhookRequestPartial'),
  judge: verdicts.webhookMessage,
  extras: MESSAGE_EXTRAS,
  answers: { 200: message, ...NOTHING },
};
const editedWebhookMessage: Operation = { ...editedMessage, body: one('IncomingWebhookUpdateRequestPartial') };

const callback: Operation = {
  body: either(
    'ApplicationCommandAutocompleteCallbackRequest',
    'CreateMessageInteractionCallbackRequest',
    'LaunchActivityInteractionCallbackRequest',
    'ModalInteractionCallbackRequest',
    'PongInteractionCallbackRequest',
    'SocialLayerSKUPurchaseEligibilityInteractionCallbackRequest',
    'UpdateMessageInteractionCallbackRequest',
  ),
  judge: verdicts.callback,
  extras: MESSAGE_EXTRAS,
  answers: { 200: one('InteractionCallbackResponse'), ...NOTHING },
};

/** In the specification's path, which the package of schemas leaves out. */
const MAX_ALL_COMMANDS = 130;
const putCommands: Operation = {
  body: z.nullable(z.array(one('ApplicationCommandUpdateRequest')).max(MAX_ALL_COMMANDS)),
  judge: verdicts.commandList,
  extras: COMMAND_EXTRAS,
  answers: { 200: commands },
};
const newCommand: Operation = {
  body: one('ApplicationCommandCreateRequest'),
  judge: verdicts.newCommand,
  extras: COMMAND_EXTRAS,
  answers: { 200: command, 201: command },
};
const editedCommand: Operation = {
  body: one('ApplicationCommandPatchRequestPartial'),
  judge: verdicts.commandEdit,
  extras: COMMAND_EXTRAS,
  answers: { 200: command },
};

const REACTIONS = '/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}';
const GLOBAL_COMMANDS = '/applications/{application_id}/commands';
const GUILD_COMMANDS = '/applications/{application_id}/guilds/{guild_id}/commands';
const WEBHOOK = '/webhooks/{webhook_id}/{webhook_token}';
const MEMBERS = '/channels/{channel_id}/thread-members';

/** The operations that a bot may meet in the playground, named as in the official specification. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  'GET /gateway': gives(one('GatewayResponse')),
  'GET /gateway/bot': gives(one('GatewayBotResponse')),
  'GET /applications/@me': gives(one('PrivateApplicationResponse')),
  'PATCH /applications/@me': { body: one('ApplicationFormPartial'), answers: { 200: one('PrivateApplicationResponse') } },
  'GET /oauth2/applications/@me': gives(one('PrivateApplicationResponse')),
  'GET /users/@me': gives(one('UserPIIResponse')),
  'PATCH /users/@me': { body: one('BotAccountPatchRequest'), answers: { 200: one('UserPIIResponse') } },
  'GET /users/@me/guilds': gives(listOrNull('MyGuildResponse')),
  'DELETE /users/@me/guilds/{guild_id}': none,
  'POST /users/@me/channels': {
    body: one('CreatePrivateChannelRequest'),
    answers: { 200: either('PrivateChannelResponse', 'PrivateGroupChannelResponse') },
  },
  'GET /users/{user_id}': gives(one('UserResponse')),

  [`GET ${GLOBAL_COMMANDS}`]: gives(commands),
  [`PUT ${GLOBAL_COMMANDS}`]: putCommands,
  [`POST ${GLOBAL_COMMANDS}`]: newCommand,
  [`GET ${GLOBAL_COMMANDS}/{command_id}`]: gives(command),
  [`PATCH ${GLOBAL_COMMANDS}/{command_id}`]: editedCommand,
  [`DELETE ${GLOBAL_COMMANDS}/{command_id}`]: none,
  [`GET ${GUILD_COMMANDS}`]: gives(commands),
  [`PUT ${GUILD_COMMANDS}`]: putCommands,
  [`POST ${GUILD_COMMANDS}`]: newCommand,
  [`GET ${GUILD_COMMANDS}/{command_id}`]: gives(command),
  [`PATCH ${GUILD_COMMANDS}/{command_id}`]: editedCommand,
  [`DELETE ${GUILD_COMMANDS}/{command_id}`]: none,

  'POST /interactions/{interaction_id}/{interaction_token}/callback': callback,
  [`GET ${WEBHOOK}`]: gives(either('ApplicationIncomingWebhookResponse', 'ChannelFollowerWebhookResponse', 'GuildIncomingWebhookResponse')),
  [`POST ${WEBHOOK}`]: webhookMessage,
  [`GET ${WEBHOOK}/messages/@original`]: gives(message),
  [`PATCH ${WEBHOOK}/messages/@original`]: editedWebhookMessage,
  [`DELETE ${WEBHOOK}/messages/@original`]: none,
  [`GET ${WEBHOOK}/messages/{message_id}`]: gives(message),
  [`PATCH ${WEBHOOK}/messages/{message_id}`]: editedWebhookMessage,
  [`DELETE ${WEBHOOK}/messages/{message_id}`]: none,

  'GET /channels/{channel_id}': gives(channel),
  'PATCH /channels/{channel_id}': {
    body: either('UpdateDMRequestPartial', 'UpdateGroupDMRequestPartial', 'UpdateGuildChannelRequestPartial', 'UpdateThreadRequestPartial'),
    answers: { 200: channel },
  },
  'DELETE /channels/{channel_id}': gives(channel),
  'GET /channels/{channel_id}/messages': gives(listOrNull('MessageResponse')),
  'POST /channels/{channel_id}/messages': newMessage,
  'GET /channels/{channel_id}/messages/{message_id}': gives(message),
  'PATCH /channels/{channel_id}/messages/{message_id}': editedMessage,
  'DELETE /channels/{channel_id}/messages/{message_id}': none,
  'POST /channels/{channel_id}/messages/{message_id}/crosspost': gives(message),
  'POST /channels/{channel_id}/messages/bulk-delete': {
    body: z.object({ messages: z.array(one('SnowflakeType')).min(2).max(100) }),
    answers: NOTHING,
  },
  'GET /channels/{channel_id}/messages/pins': gives(one('PinnedMessagesResponse')),
  'PUT /channels/{channel_id}/messages/pins/{message_id}': none,
  'DELETE /channels/{channel_id}/messages/pins/{message_id}': none,
  'POST /channels/{channel_id}/messages/{message_id}/threads': {
    body: one('CreateTextThreadWithMessageRequest'),
    extras: THREAD_EXTRAS,
    answers: { 201: one('ThreadResponse') },
  },
  'POST /channels/{channel_id}/threads': {
    body: either('CreateForumThreadRequest', 'CreateTextThreadWithoutMessageRequest'),
    judge: verdicts.threadStart,
    extras: MESSAGE_EXTRAS,
    answers: { 201: one('CreatedThreadResponse') },
  },
  [`GET ${MEMBERS}`]: gives(list('ThreadMemberResponse')),
  [`PUT ${MEMBERS}/@me`]: none,
  [`DELETE ${MEMBERS}/@me`]: none,
  [`GET ${MEMBERS}/{user_id}`]: gives(one('ThreadMemberResponse')),
  [`PUT ${MEMBERS}/{user_id}`]: none,
  [`DELETE ${MEMBERS}/{user_id}`]: none,
  'POST /channels/{channel_id}/typing': { answers: { 200: one('TypingIndicatorResponse'), ...NOTHING } },
  'DELETE /channels/{channel_id}/messages/{message_id}/reactions': none,
  [`GET ${REACTIONS}`]: gives(list('UserResponse')),
  [`DELETE ${REACTIONS}`]: none,
  [`PUT ${REACTIONS}/@me`]: none,
  [`DELETE ${REACTIONS}/@me`]: none,
  [`DELETE ${REACTIONS}/{user_id}`]: none,

  'GET /guilds/{guild_id}': gives(one('GuildWithCountsResponse')),
  'GET /guilds/{guild_id}/channels': gives(z.nullable(z.array(channel))),
  'GET /guilds/{guild_id}/roles': gives(list('GuildRoleResponse')),
  'GET /guilds/{guild_id}/members': gives(list('GuildMemberResponse')),
  'GET /guilds/{guild_id}/members/{user_id}': gives(one('GuildMemberResponse')),
  'GET /guilds/{guild_id}/threads/active': gives(one('ThreadsResponse')),
};
