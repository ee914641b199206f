import { apiError } from '../api-error.js';
import { number, text } from '../json.js';
import { channelJson, threadMemberJson } from '../wire/guild.js';
import {
  addThreadMember,
  changeThread,
  removeThreadMember,
  type ThreadDraft,
  threadInChannel,
  threadOf,
  threadOnMessage,
} from '../world/threads.js';
import { type BotCall, bot, NOTHING, ok, param, type Route } from './route.js';

const draft = ({ body }: BotCall, type: number | undefined): ThreadDraft => ({
  name: text(body.name) ?? '',
  autoArchiveMinutes: number(body.auto_archive_duration),
  // A thread without a message is private unless the request says otherwise (documentation: start thread without message).
  private: type === 12 || type === undefined,
});

const flag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

const MEMBERS = '/channels/{channel_id}/thread-members';

/** Routes about threads and their members. */
export const threadRoutes: readonly Route[] = [
  bot('POST /channels/{channel_id}/messages/{message_id}/threads', (call) => {
    const thread = threadOnMessage(call.ground, call.botId, param(call, 'channel_id'), param(call, 'message_id'), draft(call, 11));
    return { status: 201, body: channelJson(call.ground, thread, call.botId) };
  }),
  bot('POST /channels/{channel_id}/threads', (call) => {
    const thread = threadInChannel(call.ground, call.botId, param(call, 'channel_id'), draft(call, number(call.body.type)));
    return { status: 201, body: channelJson(call.ground, thread, call.botId) };
  }),
  bot('PATCH /channels/{channel_id}', (call) => {
    const { body } = call;
    const change = { name: text(body.name), archived: flag(body.archived), locked: flag(body.locked) };
    return ok(channelJson(call.ground, changeThread(call.ground, call.botId, param(call, 'channel_id'), change), call.botId));
  }),
  bot(`GET ${MEMBERS}`, (call) => {
    const { id, thread } = threadOf(call.ground, call.botId, param(call, 'channel_id'));
    return ok([...thread.memberIds].map(([userId, joinedAt]) => threadMemberJson(id, userId, joinedAt)));
  }),
  bot(`PUT ${MEMBERS}/@me`, (call) => {
    addThreadMember(call.ground, call.botId, param(call, 'channel_id'), call.botId);
    return NOTHING;
  }),
  bot(`DELETE ${MEMBERS}/@me`, (call) => {
    removeThreadMember(call.ground, call.botId, param(call, 'channel_id'), call.botId);
    return NOTHING;
  }),
  bot(`GET ${MEMBERS}/{user_id}`, (call) => {
    const { id, thread } = threadOf(call.ground, call.botId, param(call, 'channel_id'));
    const userId = param(call, 'user_id') === '@me' ? call.botId : param(call, 'user_id');
    const joinedAt = thread.memberIds.get(userId);
    if (joinedAt === undefined) throw apiError(10007);
    return ok(threadMemberJson(id, userId, joinedAt));
  }),
  bot(`PUT ${MEMBERS}/{user_id}`, (call) => {
    addThreadMember(call.ground, call.botId, param(call, 'channel_id'), param(call, 'user_id'));
    return NOTHING;
  }),
  bot(`DELETE ${MEMBERS}/{user_id}`, (call) => {
    removeThreadMember(call.ground, call.botId, param(call, 'channel_id'), param(call, 'user_id'));
    return NOTHING;
  }),
];
