/** Keeps account of the servers the bot is in, so that the data of those it left can be erased after a grace time. */
import { type Client, Events, GatewayDispatchEvents, type GatewayReadyDispatch, type Guild, ShardClientUtil } from 'discord.js';
import type { BotContext } from '../context.js';

/** Whether this process looks after a server, or would if the bot were in it: another one looks after those of its own shards. */
export function isOwnGuild(client: Client<true>, guildId: string): boolean {
  const shards = client.ws.shards;
  return shards.has(ShardClientUtil.shardIdForGuildId(guildId, client.options.shardCount ?? shards.size));
}

/** Compares what is kept with the servers the bot is in, for it may have been added or removed while no process ran. */
export async function reconcileGuilds({ store, now, log }: BotContext, client: Client<true>): Promise<void> {
  const present = client.guilds.cache;
  await store.guildsJoined([...present.keys()]);
  for (const id of await store.guilds()) {
    if (present.has(id) || !isOwnGuild(client, id)) continue;
    log.info('guild-left-meanwhile', { guildId: id });
    await store.guildLeft(id, now());
  }
}

/** Tells of each session that begins anew, with the ids of the servers in it. */
export function onNewSession(client: Client, begun: (guildIds: readonly string[], shardId: number) => void): void {
  client.on(Events.Raw, (packet: unknown, shardId: number) => {
    const { t, d } = packet as Partial<GatewayReadyDispatch>;
    if (t === GatewayDispatchEvents.Ready && Array.isArray(d?.guilds))
      begun(
        d.guilds.map(({ id }) => id),
        shardId,
      );
  });
}

/** Notes the servers that are missing from a new session: the bot was removed while the connection was down, and discord.js keeps them. */
export async function guildsOfSession(context: BotContext, client: Client, guildIds: readonly string[], shardId: number): Promise<void> {
  const present = new Set(guildIds);
  for (const guild of client.guilds.cache.filter(({ id, shardId: own }) => own === shardId && !present.has(id)).values()) {
    client.guilds.cache.delete(guild.id);
    await guildLeft(context, guild);
  }
}

export async function guildJoined({ store, log }: BotContext, { id }: Guild): Promise<void> {
  log.info('guild-joined', { guildId: id });
  await store.guildsJoined([id]);
}

/** Discord says "deleted" of a server that it cannot reach as well; discord.js reports those apart. */
export async function guildLeft({ store, now, log }: BotContext, { id }: Guild): Promise<void> {
  log.info('guild-left', { guildId: id });
  await store.guildLeft(id, now());
}
