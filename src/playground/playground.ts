import type { IncomingMessage } from 'node:http';
import { createServer, type RequestListener } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { Changes } from './changes.js';
import { createFaults, type Faults } from './faults.js';
import { createGateway } from './gateway/gateway.js';
import { createInteractions, type Interactions } from './interactions/interactions.js';
import { createJournal, type RecordedRequest, type Violation } from './journal.js';
import { createPerson, type Person } from './people/person.js';
import { createRateLimiter, GENEROUS_LIMITS, type Limits } from './rate-limit.js';
import { createRouter } from './rest/router.js';
import type { WorldEvent } from './world/events.js';
import { createGround } from './world/ground.js';
import { createWorld, type World } from './world/world.js';

/** A Discord in one process. */
export interface Playground {
  /** Answers `/api/**`; one HTTP server can carry it beside others. */
  readonly listener: RequestListener;
  /** Takes over connections that ask for the gateway's websocket. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Builds and shows what exists. */
  readonly world: World;
  /** Acts as a person, as that person's Discord client would. */
  readonly as: (userId: string) => Person;
  /** Breaks things on demand. */
  readonly faults: Faults;
  /** Every rule that a request broke, and every answer of the playground that broke the official schema. */
  readonly violations: readonly Violation[];
  /** What the bots have sent, the last few thousand requests. */
  readonly requests: readonly RecordedRequest[];
  /** Every interaction with what its application answered. */
  readonly interactions: Pick<Interactions, 'all'>;
  /** The gateway's sessions: whose, which shard, and whether it is connected. */
  readonly sessions: readonly {
    readonly applicationId: string;
    readonly shard: readonly [number, number];
    readonly connected: boolean;
    readonly id: string;
  }[];
  /** Waits until `find` gives something, looking again at every change; rejects after `ms` of real time. */
  readonly until: World['until'];
  /** Calls the listener at every event of the world, until the function that it gives is called. */
  readonly on: Changes<WorldEvent>['on'];
  /** Calls `look` at once and after every change, those without an event too, until the function that it gives is called. */
  readonly watch: Changes<WorldEvent>['watch'];
}

/** What can be set. */
export interface PlaygroundOptions {
  /** The clock of the 3 seconds, the 15 minutes, the nonces, the ids and all timestamps. */
  readonly now: () => number;
  /** How often a client must show that it lives: 41.25 s as Discord has it, unless told otherwise. */
  readonly heartbeatIntervalMs?: number;
  /** How many shards `GET /gateway/bot` recommends, and how many may identify at once. */
  readonly shards?: number;
  readonly maxConcurrency?: number;
  readonly limits?: Partial<Limits>;
}

const HEARTBEAT_MS = 41_250;

/** Creates a playground that listens nowhere yet. */
export function createPlayground(options: PlaygroundOptions): Playground & { close(): void } {
  const ground = createGround(options.now);
  const world = createWorld(ground);
  const journal = createJournal(options.now, ground.changes.touch);
  const gateway = createGateway(ground, {
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? HEARTBEAT_MS,
    report: (text) => journal.violation({ kind: 'gateway', operation: 'gateway', status: 0, code: 0, text }),
  });
  const interactions = createInteractions(ground);
  const faults = createFaults(gateway);
  const limiter = createRateLimiter({ ...GENEROUS_LIMITS, ...options.limits }, () => performance.now());
  const office = { ground, interactions, gatewayInfo: { shards: options.shards ?? 1, maxConcurrency: options.maxConcurrency ?? 1 } };
  const app = createRouter({ office, faults, limiter, journal });
  const listen = getRequestListener((request, env) => app.fetch(plainAt(request), env), { overrideGlobalObjects: false });
  return {
    listener: (request, response) => void listen(request, response),
    upgrade: gateway.upgrade,
    world,
    as: (userId) => createPerson(ground, interactions, userId),
    faults,
    violations: journal.violations,
    requests: journal.requests,
    interactions,
    get sessions() {
      return gateway.sessions.map(({ applicationId, shard, line, id }) => ({ applicationId, shard, connected: line !== null, id }));
    },
    until: ground.changes.until,
    on: ground.changes.on,
    watch: ground.changes.watch,
    close: () => {
      faults.clear();
      gateway.close();
    },
  };
}

/** Clients write `@original` as `%40original`; the routes know the plain form. */
function plainAt(request: Request): Request {
  return request.url.includes('%40') ? new Request(request.url.replaceAll('%40', '@'), request) : request;
}

/** A playground at an address. */
export interface RunningPlayground extends Playground {
  /** What a client's `rest.api` is set to: http://127.0.0.1:PORT/api */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts a playground on a port of its own. */
export async function startPlayground(
  options: Partial<PlaygroundOptions> & { readonly host?: string; readonly port?: number } = {},
): Promise<RunningPlayground> {
  const playground = createPlayground({ ...options, now: options.now ?? Date.now });
  const server = createServer(playground.listener);
  server.on('upgrade', playground.upgrade);
  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = async (): Promise<void> => {
    playground.close();
    server.closeAllConnections();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  };
  return {
    ...playground,
    // Spreading would freeze what the getter shows.
    get sessions() {
      return playground.sessions;
    },
    url: `http://${host}:${port}/api`,
    close,
  };
}
