/**
 * Edits and deletions in direct messages that this process has not met yet. discord.js makes such a channel from a new message alone and
 * drops the other events without a word, so after a restart an edited question would keep its old answer.
 */
import { type Client, Events, GatewayDispatchEvents, type GatewayDispatchPayload } from 'discord.js';

export interface UnmetEvents {
  edited(channelId: string, messageId: string): void;
  deleted(channelId: string, messageId: string): void;
}

/** Tells of what discord.js drops: messages changed or deleted outside servers, in channels that the client does not know. */
export function onUnmetChannels(client: Client, { edited, deleted }: UnmetEvents): void {
  // Before discord.js handles an event it hands it on as it came.
  client.on(Events.Raw, (packet: unknown) => {
    const { t, d } = packet as Partial<GatewayDispatchPayload>;
    if (t !== GatewayDispatchEvents.MessageUpdate && t !== GatewayDispatchEvents.MessageDelete) return;
    if (!d?.channel_id || d.guild_id !== undefined || client.channels.cache.has(d.channel_id)) return;
    if (t === GatewayDispatchEvents.MessageDelete) deleted(d.channel_id, d.id);
    else edited(d.channel_id, d.id);
  });
}
