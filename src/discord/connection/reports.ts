/** What the client and Discord say of the connection, for the log and the metrics, and what of it ends the bot. */
import { type Client, Events, RESTEvents } from 'discord.js';
import type { Log, Metrics } from '../../core/ports.js';
import type { SparseLog } from '../../core/sparse-log.js';
import { NOT_A_TOKEN } from './connection-error.js';

interface Reporters {
  readonly log: Log;
  /** For what may come with every request. */
  readonly sparse: SparseLog;
  readonly metrics: Metrics;
  /** Called with a reason why the bot cannot go on. */
  readonly fatal: (reason: string) => void;
}

/** Listens to a client, for as long as it lives. */
export function reportConnection(client: Client, { log, sparse, metrics, fatal }: Reporters): void {
  // Without this listener an error of the client would end the process.
  client.on(Events.Error, (error) => {
    log.error('client-error', error);
    metrics.handled('client', 'failed');
  });
  client.on(Events.Warn, (message) => log.warn('client-warning', { message }));
  client.on(Events.ShardError, (error, shard) => log.error('shard-error', error, { shard }));
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    log.warn('shard-disconnected', { code, shard });
    // discord.js reports only those closes that it does not come back from.
    fatal(
      code === AUTHENTICATION_FAILED
        ? NOT_A_TOKEN
        : `Discord closed the connection for good, with code ${code}: ${CLOSE_REASONS[code] ?? 'start the bot again'}.`,
    );
  });
  client.on(Events.ShardReconnecting, (shard) => log.info('shard-reconnecting', { shard }));
  client.on(Events.ShardResume, (shard, replayed) => log.info('shard-resumed', { shard, replayed }));
  client.rest.on(RESTEvents.Response, ({ data, method, route }, { status }) => {
    if (status < 400) return;
    metrics.discordError(status);
    log.debug('request-refused', { status, method, route });
    // discord.js forgets the token now, so every later request would fail.
    if (status === 401 && data.auth !== false) fatal(NOT_A_TOKEN);
  });
  client.rest.on(RESTEvents.RateLimited, ({ route, global, timeToReset }) => sparse.warn('rate-limited', { route, global, timeToReset }));
  client.rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) =>
    sparse.warn('many-refused-requests', { count, remainingTime }),
  );
}

/** Close code of the gateway: the token was refused. */
const AUTHENTICATION_FAILED = 4_004;
/** What the other close codes ask for; source: Discord's documentation, "Gateway Close Event Codes". */
const CLOSE_REASONS: Readonly<Record<number, string>> = {
  4010: 'SHARDS or SHARD_COUNT is not right',
  4011: 'the bot is in too many servers for this number of shards; raise SHARD_COUNT, or leave SHARDS=auto',
  4012: 'this version of the program is too old for Discord; update it',
  4013: 'the program asked for events that do not exist; update it',
  4014: 'the program asked for events that this bot may not have; see its Privileged Gateway Intents in the developer portal',
};

/**
 * Makes the client forget until when Discord's limits hold, for it reckons by the clock on the wall: one that was set back by an hour would
 * hold up every request for that hour. A limit that does hold, Discord says again.
 */
export function forgetLimits({ rest }: Client): void {
  rest.globalReset = -1;
  rest.globalRemaining = rest.options.globalRequestsPerSecond;
  // Requests that wait in a handler look at its `reset` when they wake up.
  for (const handler of rest.handlers.values()) Reflect.set(handler, 'reset', -1);
}
