import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { extname, join, sep } from 'node:path';
import type { Duplex } from 'node:stream';
import type { Playground } from '../playground.js';
import type { PlaygroundClock } from './desk.js';
import type { Inspector } from './inspector.js';
import { createLive } from './live.js';

/** The page and all that it needs, beside the playground's own addresses. */
export interface PageServer {
  /** Answers every path: the playground's own under `/api`, else the page's. */
  readonly listener: RequestListener;
  /** Takes over connections: the page's at `/live`, else the playground's own. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  close(): void;
}

/** What the page server is made from. */
export interface PageServerOptions {
  readonly playground: Playground;
  /** The folder of the bundled page. */
  readonly assetsDir: string;
  readonly clock: PlaygroundClock;
  readonly inspector: Inspector;
  /** The bot whose server the page shows. */
  readonly applicationId: string;
  /** Names under which the page may be asked for, beside addresses and `localhost`. */
  readonly hostNames?: readonly string[];
  /** How long an application is waited for before the page says that it does not respond: 3.5 s unless told otherwise. */
  readonly patienceMs?: number;
}

/** Nothing of another machine is loaded or asked, and no other page may frame this one. Lit and the message components write styles. */
const HEADERS = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
};

/** The three seconds that an application has for its first answer, and something for the way. */
const PATIENCE_MS = 3500;

const STILL_LEARNING = 'The bot is still learning its knowledge.';

/** The bundler puts files whose names hold a hash of their content here: such a file never changes. */
const HASHED = /^\/assets\//;

interface Asset {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Reads all files of the page at once: what is not in the table cannot be asked for, whatever a path looks like. */
function readAssets(folder: string): ReadonlyMap<string, Asset> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.flatMap((entry): [string, Asset][] => {
      const path = join(entry.parentPath, entry.name);
      const type = TYPES[extname(entry.name)];
      if (type === undefined) return [];
      const body = readFileSync(path);
      const address = path.slice(folder.length).split(sep).join('/');
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
      const cache = HASHED.test(address) ? 'public, max-age=31536000, immutable' : 'no-cache';
      const asset = { body, headers: { 'content-type': type, 'cache-control': cache, etag } };
      return address === '/index.html' ? [['/', asset]] : [[address, asset]];
    }),
  );
}

/** Reads a Host header; a name comes out in small letters, for capitals mean nothing in it. */
const readHost = (header: string | undefined): URL | null =>
  header === undefined || !URL.canParse(`http://${header}`) ? null : new URL(`http://${header}`);

/** Tells whether a Host header names this server: an address, `localhost` or an allowed name. A name that a foreign page has pointed here does not. */
function isOwnHost(header: string | undefined, names: readonly string[]): boolean {
  const hostname = readHost(header)?.hostname;
  if (hostname === undefined) return false;
  return hostname === 'localhost' || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || names.includes(hostname);
}

/** Creates the server of the page. */
export function createPageServer(options: PageServerOptions): PageServer {
  const { playground, assetsDir, clock, inspector, applicationId, patienceMs = PATIENCE_MS } = options;
  const hostNames = (options.hostNames ?? []).map((name) => name.toLowerCase());
  const assets = readAssets(assetsDir);
  const live = createLive({
    ...{ playground, applicationId, clock, patienceMs },
    hasTrace: (questionId) => inspector.trace(questionId) !== null,
    knowledge: inspector.knowledge,
  });

  /** What the page asks about the knowledge, which has to be there first. */
  const aboutKnowledge = new Map<string, () => unknown>([
    ['/inspect/coverage', inspector.coverage],
    ['/inspect/quality', inspector.quality],
    ['/inspect/examples', inspector.examples],
  ]);

  /** Answers what the page looks up; tells whether it was that. */
  async function inspect({ pathname, searchParams }: URL, response: ServerResponse): Promise<boolean> {
    const look = aboutKnowledge.get(pathname);
    if (look === undefined && pathname !== '/inspect/trace') return false;
    if (look === undefined) sendJson(response, inspector.trace(searchParams.get('question') ?? ''));
    else if (inspector.knowledge().revision === null) sendJson(response, { error: STILL_LEARNING }, 503);
    else sendJson(response, await look());
    return true;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return say(response, 405, 'Only GET and HEAD.');
    }
    const url = new URL(request.url ?? '/', 'http://localhost');
    const asset = assets.get(url.pathname);
    if (asset) return sendAsset(request, response, asset);
    if (await inspect(url, response)) return;
    if (url.pathname === '/') return say(response, 503, 'The page is not built: run `npm run build`.');
    say(response, 404, 'There is nothing here.');
  }

  return {
    listener: (request, response) => {
      const refusal = refusalOf(request, hostNames);
      if (refusal !== null) {
        // What is still sent is not read.
        response.setHeader('connection', 'close');
        say(response, refusal.status, refusal.text);
        return;
      }
      if (pathOf(request).startsWith('/api/')) {
        playground.listener(request, response);
        return;
      }
      answer(request, response).catch((error: unknown) => {
        if (response.headersSent) response.destroy();
        else sendJson(response, { error: error instanceof Error ? error.message : String(error) }, 500);
      });
    },
    upgrade: (request, socket, head) => {
      const isPage = pathOf(request) === '/live';
      // A browser says from which page it comes; a program, such as the bot, from none.
      const isRefused = isPage ? !isOwnPage(request, hostNames) : refusalOf(request, hostNames) !== null;
      if (isRefused) socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      else if (isPage) live.upgrade(request, socket, head);
      else playground.upgrade(request, socket, head);
    },
    close: live.close,
  };
}

const pathOf = (request: IncomingMessage): string => request.url?.split('?', 1)[0] ?? '';

/** Tells whether a connection comes from the page itself: browsers say from which, and a foreign one must not act for a person. */
function isOwnPage({ headers }: IncomingMessage, names: readonly string[]): boolean {
  const { origin, host } = headers;
  return isOwnHost(host, names) && origin !== undefined && URL.canParse(origin) && new URL(origin).host === readHost(host)?.host;
}

/** Why a request is not answered: asked for by a name that a foreign page may have pointed here, or sent by a foreign page; null where it is. */
function refusalOf(request: IncomingMessage, names: readonly string[]): { readonly status: number; readonly text: string } | null {
  if (!isOwnHost(request.headers.host, names)) return { status: 421, text: 'Ask for this page by its address or as localhost.' };
  if (request.headers.origin !== undefined && !isOwnPage(request, names))
    return { status: 403, text: 'Another page may not ask this server for anything.' };
  return null;
}

function sendAsset(request: IncomingMessage, response: ServerResponse, { body, headers }: Asset): void {
  if (request.headers['if-none-match'] === headers.etag) {
    response.writeHead(304, { ...HEADERS, ...headers }).end();
    return;
  }
  response.writeHead(200, { ...HEADERS, ...headers, 'content-length': body.length }).end(body);
}

function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  response.writeHead(status, { ...HEADERS, ...headers }).end(JSON.stringify(value));
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...HEADERS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(`${text}\n`);
}
