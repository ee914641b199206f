import { apiError } from '../api-error.js';
import { number } from '../json.js';
import { channelJson, channelsIn, guildJson, roleJson, threadMemberJson, threadsFor } from '../wire/guild.js';
import { memberJson } from '../wire/people.js';
import { channelOf, demand, guildOf } from '../world/ground.js';
import type { Guild } from '../world/state.js';
import { type BotCall, bot, ok, param, type Route } from './route.js';

/** Finds the guild of the path as the bot may see it. */
function ownGuild(call: BotCall): Guild {
  const guild = guildOf(call.ground, param(call, 'guild_id'));
  if (!guild.members.has(call.botId)) throw apiError(call.ground.guilds.has(guild.id) ? 50001 : 10004);
  return guild;
}

/** Routes about guilds, their channels, roles and members, and about one channel. */
export const guildRoutes: readonly Route[] = [
  bot('GET /guilds/{guild_id}', (call) => ok(guildJson(ownGuild(call)))),
  bot('GET /guilds/{guild_id}/channels', (call) =>
    ok(channelsIn(call.ground, ownGuild(call).id).map((channel) => channelJson(call.ground, channel, call.botId))),
  ),
  bot('GET /guilds/{guild_id}/threads/active', (call) => {
    const threads = threadsFor(call.ground, ownGuild(call).id, call.botId);
    const mine = threads.flatMap((channel) => {
      const joined = channel.thread?.memberIds.get(call.botId);
      return joined === undefined ? [] : [threadMemberJson(channel.id, call.botId, joined)];
    });
    return ok({ threads: threads.map((thread) => channelJson(call.ground, thread, call.botId)), members: mine, has_more: false });
  }),
  bot('GET /guilds/{guild_id}/roles', (call) => ok([...ownGuild(call).roles.values()].map(roleJson))),
  bot('GET /guilds/{guild_id}/members', (call) => {
    const guild = ownGuild(call);
    if (!call.application.privileged.members) throw apiError(50001);
    const limit = number(call.query.get('limit')) ?? 1;
    return ok([...guild.members.values()].slice(0, limit).map((member) => memberJson(call.ground, member)));
  }),
  bot('GET /guilds/{guild_id}/members/{user_id}', (call) => {
    const member = ownGuild(call).members.get(param(call, 'user_id'));
    if (!member) throw apiError(10007);
    return ok(memberJson(call.ground, member));
  }),
  bot('GET /channels/{channel_id}', (call) => {
    const channel = channelOf(call.ground, param(call, 'channel_id'));
    demand(call.ground, call.botId, channel);
    return ok(channelJson(call.ground, channel, call.botId));
  }),
];
