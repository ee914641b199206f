import { number, record, texts } from '../json.js';
import { changeOf, draftOf } from '../message-body.js';
import { messageJson } from '../wire/message.js';
import { userJson } from '../wire/people.js';
import { channelOf, demand, may, messageOf, messagesOf, userOf } from '../world/ground.js';
import { ALLOW_ALL } from '../world/mentions.js';
import { edit, post, remove, removeBulk } from '../world/messages.js';
import { addReaction, emojiOf, removeReaction } from '../world/reactions.js';
import type { Message } from '../world/state.js';
import { type BotCall, bot, NOTHING, ok, param, type Route } from './route.js';

const shown = (call: BotCall, message: Message): unknown => messageJson(call.ground, message, call.botId, call.readsAll);

/** How many messages a page holds unless the request says otherwise, and at most. */
const PAGE = 50;
const LARGEST_PAGE = 100;

/** Picks the page of messages that `before`, `after`, `around` and `limit` ask for; the newest first. */
function page(all: readonly Message[], query: URLSearchParams): readonly Message[] {
  const limit = Math.min(LARGEST_PAGE, Math.max(1, number(query.get('limit')) ?? PAGE));
  const place = (name: string): bigint | null => (/^\d+$/.test(query.get(name) ?? '') ? BigInt(query.get(name) ?? 0) : null);
  const [before, after, around] = [place('before'), place('after'), place('around')];
  if (around !== null) {
    const half = Math.floor(limit / 2);
    const earlier = all.filter(({ id }) => BigInt(id) < around).slice(-half);
    const later = all.filter(({ id }) => BigInt(id) >= around).slice(0, limit - earlier.length);
    return [...earlier, ...later].reverse();
  }
  if (after !== null)
    return all
      .filter(({ id }) => BigInt(id) > after)
      .slice(0, limit)
      .reverse();
  return (before === null ? all : all.filter(({ id }) => BigInt(id) < before)).slice(-limit).reverse();
}

const REACTIONS = '/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}';

const reactionPlace = (call: BotCall) => ({
  channelId: param(call, 'channel_id'),
  messageId: param(call, 'message_id'),
  emoji: emojiOf(param(call, 'emoji_name')),
});

/** Routes about the messages of a channel and their reactions. */
export const messageRoutes: readonly Route[] = [
  bot('GET /channels/{channel_id}/messages', (call) => {
    const channel = channelOf(call.ground, param(call, 'channel_id'));
    demand(call.ground, call.botId, channel);
    // Without READ_MESSAGE_HISTORY Discord answers with an empty list (documentation: get channel messages).
    if (!may(call.ground, call.botId, channel, 'readMessageHistory')) return ok([]);
    return ok(page(messagesOf(call.ground, channel.id), call.query).map((message) => shown(call, message)));
  }),
  bot('POST /channels/{channel_id}/messages', (call) => {
    const channelId = param(call, 'channel_id');
    const { files } = call;
    const draft = draftOf(call.body, { files, nextId: call.ground.nextId, channelId, otherwise: ALLOW_ALL });
    return ok(shown(call, post(call.ground, call.botId, channelId, draft)));
  }),
  bot('POST /channels/{channel_id}/messages/bulk-delete', (call) => {
    removeBulk(call.ground, call.botId, param(call, 'channel_id'), texts(record(call.json).messages));
    return NOTHING;
  }),
  bot('GET /channels/{channel_id}/messages/{message_id}', (call) => {
    const channel = channelOf(call.ground, param(call, 'channel_id'));
    demand(call.ground, call.botId, channel, 'readMessageHistory');
    return ok(shown(call, messageOf(call.ground, channel.id, param(call, 'message_id'))));
  }),
  bot('PATCH /channels/{channel_id}/messages/{message_id}', (call) => {
    const [channelId, messageId] = [param(call, 'channel_id'), param(call, 'message_id')];
    const message = messageOf(call.ground, channelOf(call.ground, channelId).id, messageId);
    const change = changeOf(call.body, message, { files: call.files, nextId: call.ground.nextId, otherwise: ALLOW_ALL });
    return ok(shown(call, edit(call.ground, call.botId, channelId, messageId, change)));
  }),
  bot('DELETE /channels/{channel_id}/messages/{message_id}', (call) => {
    remove(call.ground, call.botId, param(call, 'channel_id'), param(call, 'message_id'));
    return NOTHING;
  }),
  bot(`GET ${REACTIONS}`, (call) => {
    const { channelId, messageId, emoji } = reactionPlace(call);
    demand(call.ground, call.botId, channelOf(call.ground, channelId), 'readMessageHistory');
    const found = messageOf(call.ground, channelId, messageId).reactions.find((reaction) => reaction.emoji.name === emoji.name);
    return ok([...(found?.userIds ?? [])].map((id) => userJson(userOf(call.ground, id))));
  }),
  bot(`PUT ${REACTIONS}/@me`, (call) => {
    const { channelId, messageId, emoji } = reactionPlace(call);
    addReaction(call.ground, call.botId, channelId, messageId, emoji);
    return NOTHING;
  }),
  bot(`DELETE ${REACTIONS}/@me`, (call) => {
    removeReaction(call.ground, call.botId, call.botId, reactionPlace(call));
    return NOTHING;
  }),
  bot(`DELETE ${REACTIONS}/{user_id}`, (call) => {
    removeReaction(call.ground, call.botId, param(call, 'user_id'), reactionPlace(call));
    return NOTHING;
  }),
  bot('POST /channels/{channel_id}/typing', (call) => {
    const channel = channelOf(call.ground, param(call, 'channel_id'));
    demand(call.ground, call.botId, channel, channel.thread ? 'sendMessagesInThreads' : 'sendMessages');
    call.ground.changes.emit({ kind: 'typing', channel, userId: call.botId });
    return NOTHING;
  }),
];
