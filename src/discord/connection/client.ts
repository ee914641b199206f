/** The discord.js client as the bot needs it: no privileged intent, small caches, nobody pinged. */
import { Client, DefaultRestOptions, GatewayIntentBits, Options, Partials, type RESTOptions } from 'discord.js';
import { NO_MENTIONS } from '../interactions/respond.js';

export interface ConnectionOptions {
  /** Discord's API, or one that speaks the same protocol. */
  readonly apiUrl: string;
  /** Ids of the shards this process runs, or as many as Discord recommends. */
  readonly shards: 'auto' | readonly number[];
  /** Shards in all processes; null where this is the only one. */
  readonly shardCount: number | null;
}

/** An event waits until all servers have arrived, but an interaction is lost after three seconds. */
const WAIT_FOR_GUILDS_MS = 2_500;
const REQUEST_TIMEOUT_MS = 15_000;
const CACHED_USERS = 1_000;
/** undici's code for a connection that ended while a request waited for its answer. */
const CONNECTION_BROKEN = 'UND_ERR_SOCKET';

/** Discord's limit of requests, for all processes of a bot together. */
const REQUESTS_PER_SECOND = 50;

/** The part of the bot's servers that this process looks after, 0 to 1. */
export function shareOf({ shards, shardCount }: Pick<ConnectionOptions, 'shards' | 'shardCount'>): number {
  return shards === 'auto' || shardCount === null ? 1 : Math.min(1, shards.length / shardCount);
}

export function createClient({ apiUrl, shards, shardCount }: ConnectionOptions): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Direct messages arrive in channels, edits and deletions concern messages, that the cache does not hold.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: NO_MENTIONS,
    enforceNonce: true,
    failIfNotExists: false,
    waitGuildTimeout: WAIT_FOR_GUILDS_MS,
    rest: {
      ...{ api: apiUrl, timeout: REQUEST_TIMEOUT_MS, makeRequest },
      globalRequestsPerSecond: Math.max(1, Math.floor(REQUESTS_PER_SECOND * shareOf({ shards, shardCount }))),
    },
    shards: shards === 'auto' ? 'auto' : [...shards],
    ...(shardCount !== null && { shardCount }),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildScheduledEventManager: 0,
      GuildInviteManager: 0,
      GuildBanManager: 0,
      AutoModerationRuleManager: 0,
      StageInstanceManager: 0,
      // Its own membership tells the bot what it may do where.
      GuildMemberManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user.id },
      ThreadMemberManager: 0,
      UserManager: { maxSize: CACHED_USERS, keepOverLimit: ({ id, client }) => id === client.user.id },
    }),
  });
}

/**
 * Sends a request once more where the connection broke under it, as one that Discord closes just when it is used again does; discord.js
 * retries other failures, not this one. A request may arrive twice: messages carry a nonce, and a second acknowledgement is refused.
 */
const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
  try {
    return await DefaultRestOptions.makeRequest(url, init);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === CONNECTION_BROKEN)) throw error;
    return DefaultRestOptions.makeRequest(url, init);
  }
};
