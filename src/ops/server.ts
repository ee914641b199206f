/** The one HTTP server: health, readiness, metrics, and beside them whatever else is handed in. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { isIPv6, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { ConfigError } from '../core/errors.js';
import type { Log } from '../core/ports.js';
import type { MetricsPage } from './metrics.js';

/** How the program is. */
export interface Health {
  /** Whether it answers questions now; while not, no work should be sent here. */
  readonly ready: boolean;
  /** Whether it can get ready by itself; while not, it should be started anew. */
  readonly healthy: boolean;
  /** Why it is not, in words for the operator; null where all is well. */
  readonly reason: string | null;
}

export interface ServerOptions {
  /** The only address that is listened on. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly metrics: Pick<MetricsPage, 'text' | 'contentType'>;
  readonly health: () => Health;
  /** Answers every other path. */
  readonly otherwise?: RequestListener;
  /** Takes over connections that ask to speak another protocol, on any path. */
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly log: Pick<Log, 'error'>;
  /** Connections at the most: each is a file to the system, and the bot needs some for itself. 256 unless told otherwise. */
  readonly maxConnections?: number;
  /** How long a client may take to send a request's headers, or be silent before them: 10 s unless told otherwise. */
  readonly headersTimeoutMs?: number;
}

export interface RunningServer {
  readonly port: number;
  /** Where a browser on this machine finds it, without a slash at the end. */
  readonly url: string;
  /** Stops listening and ends every connection, upgraded ones too. */
  close(): Promise<void>;
}

const HEADERS_TIMEOUT_MS = 10_000;
/** How long a client may take to send all of a request. */
const REQUEST_TIMEOUT_MS = 30_000;
/** A quarter of the files that a process may have open where nobody has set more. */
const MAX_CONNECTIONS = 256;

interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/**
 * Starts the server.
 * @throws ConfigError that names HTTP_PORT or HTTP_HOST where it cannot listen
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, otherwise, upgrade, log, headersTimeoutMs = HEADERS_TIMEOUT_MS } = options;
  // Node takes an empty host for "every address of this machine".
  if (host.trim() === '') throw new ConfigError('HTTP_HOST: expected an address to listen on, got none');
  const pages = pagesOf(options);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const page = pages.get(request.url?.split('?', 1)[0] ?? '');
      if (page) await sendPage(request, response, page);
      else if (otherwise) await otherwise(request, response);
      else send(response, { status: 404, ...json({ error: 'not found' }) });
    } catch (error) {
      log.error('http-request-failed', error);
      if (response.headersSent) response.destroy();
      else send(response, { status: 500, ...json({ error: 'internal error' }) });
    }
  };

  const server = createServer(
    // The interval is how often connections are looked at for these times.
    { headersTimeout: headersTimeoutMs, requestTimeout: REQUEST_TIMEOUT_MS, connectionsCheckingInterval: headersTimeoutMs / 2 },
    (request, response) => void answer(request, response),
  );
  server.maxConnections = options.maxConnections ?? MAX_CONNECTIONS;
  if (upgrade) {
    server.on('upgrade', (request, socket, head) => {
      // Who resets the connection while it is refused would else end the process.
      socket.on('error', () => socket.destroy());
      try {
        upgrade(request, socket, head);
      } catch (error) {
        log.error('http-upgrade-failed', error);
        socket.destroy();
      }
    });
  }
  const close = closer(server);
  await listen(server, host, port);
  server.on('error', (error) => log.error('http-server-failed', error));

  const address = server.address();
  const actualPort = typeof address === 'object' && address !== null ? address.port : port;
  return { port: actualPort, url: `http://${browsable(host)}:${actualPort}`, close };
}

function pagesOf({ health, metrics }: ServerOptions): ReadonlyMap<string, () => Page | Promise<Page>> {
  const healthPage = (isWell: (health: Health) => boolean) => (): Page => {
    const now = health();
    return { status: isWell(now) ? 200 : 503, ...json({ healthy: now.healthy, ready: now.ready, reason: now.reason }) };
  };
  return new Map<string, () => Page | Promise<Page>>([
    ['/healthz', healthPage(({ healthy }) => healthy)],
    ['/readyz', healthPage(({ ready }) => ready)],
    ['/metrics', async () => ({ status: 200, type: metrics.contentType, body: await metrics.text() })],
  ]);
}

async function sendPage(request: IncomingMessage, response: ServerResponse, page: () => Page | Promise<Page>): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD') return send(response, await page());
  // What the client still sends is not read.
  response.setHeader('allow', 'GET, HEAD').setHeader('connection', 'close');
  send(response, { status: 405, ...json({ error: 'method not allowed' }) });
}

function json(value: object): Omit<Page, 'status'> {
  return { type: 'application/json; charset=utf-8', body: `${JSON.stringify(value)}\n` };
}

/** Sends a page; of one for HEAD, Node leaves the body out. */
function send(response: ServerResponse, { status, type, body }: Page): void {
  response
    .writeHead(status, {
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(body);
}

/** The server itself forgets connections that were upgraded; here every one is known until it ends. */
function closer(server: Server): () => Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      // The only error here says that it was closed before.
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => reject(faultOf(error, host, port));
    server.once('error', failed);
    server.listen({ host, port }, () => {
      server.removeListener('error', failed);
      resolve();
    });
  });
}

function faultOf(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const cause = { cause: error };
  switch (error.code) {
    case 'EADDRINUSE':
      return new ConfigError(
        `HTTP_PORT: port ${port} of ${host} is in use by another program; \`HTTP_PORT=0 npm start\` takes any free one`,
        cause,
      );
    case 'EACCES':
      return new ConfigError(`HTTP_PORT: this user may not listen on port ${port}; expected one from 1024, or 0 for any free one`, cause);
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EINVAL':
      return new ConfigError(`HTTP_HOST: expected an address of this machine, such as 127.0.0.1, got "${host}"`, cause);
    default:
      return error;
  }
}

function browsable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return isIPv6(host) ? `[${host}]` : host;
}
