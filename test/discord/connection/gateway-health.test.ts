import { type Client, Events } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../../../src/discord/connection/client.js';
import { type GatewayHealth, gatewayHealth, SILENT_AFTER_MS } from '../../../src/discord/connection/gateway-health.js';
import { discordWithGuild, type TestDiscord } from '../../support/discord.js';

const HEARTBEAT_MS = 100;
const SILENT_MS = 1_000;
const WELL: GatewayHealth = { ready: true, healthy: true, reason: null };

let discord: TestDiscord;
let client: Client;
/** When the client began to connect. */
let since: number;
beforeEach(async () => {
  discord = await discordWithGuild({ heartbeatIntervalMs: HEARTBEAT_MS });
  client = createClient({ apiUrl: discord.url, shards: 'auto', shardCount: null });
  client.on(Events.Error, () => {});
  since = Date.now();
});
afterEach(async () => {
  await client.destroy();
  await discord.close();
});

const health = (now = Date.now()): GatewayHealth => gatewayHealth(client, since, now, SILENT_MS);
async function connect(): Promise<void> {
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
}

describe('the health of the gateway', () => {
  it('before it is connected is not ready, and healthy for as long as a start may take', () => {
    expect(health(since)).toEqual({ ready: false, healthy: true, reason: 'not connected to Discord (shards: none yet)' });
    expect(health(since + SILENT_MS)).toMatchObject({ ready: false, healthy: true });
    expect(health(since + SILENT_MS + 1)).toEqual({
      ready: false,
      healthy: false,
      reason: 'Discord has been silent for 1 s (shards: none)',
    });
  });

  it('is well while heartbeats are answered, however long ago the start was', async () => {
    since -= 60 * 60_000;
    await connect();
    await vi.waitFor(() => expect(health()).toEqual(WELL));
  });

  it('is unhealthy, and not ready, where a socket is open and silent, and well again when it is answered', async () => {
    await connect();
    await vi.waitFor(() => expect(health()).toEqual(WELL));
    discord.faults.deafen(true);
    await vi.waitFor(() => expect(health()).toMatchObject({ ready: false, healthy: false }), 5 * SILENT_MS);
    expect(health().reason).toBe('Discord has been silent for 1 s (shards: 0)');
    discord.faults.deafen(false);
    await vi.waitFor(() => expect(health()).toEqual(WELL), 5_000);
  });

  it('is not ready, but healthy, while a socket is gone', async () => {
    await connect();
    await vi.waitFor(() => expect(health()).toEqual(WELL));
    discord.faults.dropSockets();
    await vi.waitFor(() => expect(health()).toEqual({ ready: false, healthy: true, reason: 'not connected to Discord (shards: 0)' }));
    await vi.waitFor(() => expect(health()).toEqual(WELL), 5_000);
  });

  it('waits longer than discord.js needs to give a connection up and make a new one, unless told otherwise', async () => {
    await connect();
    // Discord asks for a heartbeat every 41.25 seconds; one goes missing, the next one tells, and a new session takes up to 7 seconds.
    const answeredAt = client.ws.shards.get(0)?.lastPingTimestamp ?? 0;
    const lastSign = Math.max(answeredAt, since);
    expect(gatewayHealth(client, since, lastSign + 2 * 41_250 + 7_000)).toEqual(WELL);
    expect(gatewayHealth(client, since, lastSign + SILENT_AFTER_MS + 1_000).healthy).toBe(false);
  });
});
