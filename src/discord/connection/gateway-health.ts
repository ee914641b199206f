/** Whether the connection to Discord is alive: open is not enough, for a socket can be open and silent. */
import { type Client, Status } from 'discord.js';

export interface GatewayHealth {
  readonly ready: boolean;
  readonly healthy: boolean;
  /** Why not, for the operator; null where all is well. */
  readonly reason: string | null;
}

/** Discord answers a heartbeat every 41 seconds; discord.js gives a connection up after one miss, and needs seconds for a new one. */
export const SILENT_AFTER_MS = 3 * 60_000;

/**
 * Judges the gateway connections of a client.
 * @param since when the client began to connect, in milliseconds since 1970
 */
export function gatewayHealth(client: Client, since: number, now: number, silentAfterMs = SILENT_AFTER_MS): GatewayHealth {
  const shards = [...client.ws.shards.values()];
  const down = shards.filter(({ status }) => status !== Status.Ready).map(({ id }) => id);
  const isUp = client.isReady() && shards.length > 0 && down.length === 0;
  const isSilent = (lastSign: number): boolean => now - Math.max(lastSign, since) > silentAfterMs;
  // Many shards begin one after the other, five seconds apart: those that wait are not silent as long as others live.
  const allSilent = isSilent(Math.max(...shards.map(({ lastPingTimestamp }) => lastPingTimestamp)));
  const silent = shards
    .filter(
      ({ status, lastPingTimestamp }) => allSilent || ((status === Status.Ready || lastPingTimestamp > 0) && isSilent(lastPingTimestamp)),
    )
    .map(({ id }) => id);
  const stuck = silent.length > 0 || allSilent;
  const reason = stuck
    ? `Discord has been silent for ${Math.round(silentAfterMs / 1_000)} s (shards: ${silent.join(', ') || 'none'})`
    : isUp
      ? null
      : `not connected to Discord (shards: ${down.join(', ') || 'none yet'})`;
  return { ready: isUp && !stuck, healthy: !stuck, reason };
}
