import { apiError } from '../api-error.js';
import { GATEWAY_PATH } from '../gateway/handshake.js';
import { text, texts } from '../json.js';
import { channelJson } from '../wire/guild.js';
import { applicationJson, ownUserJson, userJson } from '../wire/people.js';
import { directMessages } from '../world/channels.js';
import { userOf } from '../world/ground.js';
import { bot, NOTHING, ok, open, param, type Route } from './route.js';

/** How many sessions a bot may start in a day. */
const SESSIONS_A_DAY = 1000;
const DAY_MS = 86_400_000;

/** Routes about the bot itself, its application, other users, and how to reach the gateway. */
export const accountRoutes: readonly Route[] = [
  open('GET /gateway', ({ host }) => ok({ url: `ws://${host}${GATEWAY_PATH}` })),
  bot('GET /gateway/bot', ({ host, gatewayInfo }) =>
    ok({
      url: `ws://${host}${GATEWAY_PATH}`,
      shards: gatewayInfo.shards,
      session_start_limit: {
        total: SESSIONS_A_DAY,
        remaining: SESSIONS_A_DAY - 1,
        reset_after: DAY_MS,
        max_concurrency: gatewayInfo.maxConcurrency,
      },
    }),
  ),
  bot('GET /applications/@me', ({ ground, application }) => ok(applicationJson(ground, application))),
  bot('GET /oauth2/applications/@me', ({ ground, application }) => ok(applicationJson(ground, application))),
  bot('GET /users/@me', ({ ground, botId }) => ok(ownUserJson(userOf(ground, botId)))),
  bot('POST /users/@me/channels', ({ ground, botId, body }) => {
    const recipientId = text(body.recipient_id) ?? texts(body.recipients)[0] ?? '';
    if (recipientId === botId || !ground.users.has(recipientId)) throw apiError(10013);
    return ok(channelJson(ground, directMessages(ground, botId, recipientId), botId));
  }),
  bot('DELETE /users/@me/guilds/{guild_id}', (call) => {
    const guild = call.ground.guilds.get(param(call, 'guild_id'));
    if (!guild?.members.delete(call.botId)) throw apiError(10004);
    call.ground.changes.emit({ kind: 'member-left', guild, userId: call.botId });
    return NOTHING;
  }),
  bot('GET /users/{user_id}', (call) => ok(userJson(userOf(call.ground, param(call, 'user_id'))))),
];
