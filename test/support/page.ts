/** The page's server over a playground, and tabs without a browser. */
import { createServer, request } from 'node:http';
import { WebSocket } from 'ws';
import type { Inspector } from '../../src/playground/live/inspector.js';
import { createPageServer, type PageServerOptions } from '../../src/playground/live/page-server.js';
import type { Outcome, Tidings, Verb, View } from '../../src/playground/live/protocol.js';
import type { TestDiscord } from './discord.js';

/** An inspector of a knowledge that is empty. */
export const EMPTY_INSPECTOR: Inspector = {
  trace: () => null,
  coverage: () => ({
    documents: [],
    topics: [],
    counts: {
      ...{ entries: 0, phrasings: 0, topics: 0, documents: 0, claims: 0, claimsCovered: 0, claimsCorrected: 0 },
      ...{ notCovered: 0, notCoveredGroups: 0 },
    },
  }),
  examples: () => [],
  quality: async () => ({ kind: 'unlabelled' }),
  knowledge: () => ({ folder: 'knowledge', revision: '1', fault: null }),
};

export interface RunningPage {
  readonly port: number;
  close(): Promise<void>;
}

/** Starts the page's server on a port of its own. */
export async function startPage(discord: TestDiscord, options: Partial<PageServerOptions> = {}): Promise<RunningPage> {
  const clock = { now: discord.clock.now, jump: async () => ({ now: discord.clock.now(), note: 'It is tomorrow.' }) };
  const page = createPageServer({
    ...{ playground: discord, assetsDir: '/nowhere', clock, inspector: EMPTY_INSPECTOR, applicationId: discord.botId },
    ...options,
  });
  const server = createServer(page.listener).on('upgrade', page.upgrade);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    close: async () => {
      page.close();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Asks for a path exactly as it is written: `fetch` would tidy it up. */
export function ask(page: RunningPage, path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<PageAnswer> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: page.port, path, headers, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part) => {
        body += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

/** A tab of the page: what it was shown, and what it asks for. */
export interface Tab {
  /** The views so far, the oldest first. */
  readonly views: readonly View[];
  /** Waits for a view that fits, also one that has come already if it is the last. */
  shown(fits: (view: View) => boolean): Promise<View>;
  ask(verb: Verb): Promise<Outcome>;
  sendText(text: string): void;
  readonly closed: Promise<number>;
  close(): void;
}

/** Opens a tab without a browser, and looks at a channel as somebody. */
export async function openTab(page: Pick<RunningPage, 'port'>, person: string | null = null, channel: string | null = null): Promise<Tab> {
  const socket = new WebSocket(`ws://127.0.0.1:${page.port}/live`, { origin: `http://127.0.0.1:${page.port}` });
  const views: View[] = [];
  const answers = new Map<number, { resolve: (outcome: Outcome) => void; reject: (error: Error) => void }>();
  const looks = new Set<() => void>();
  socket.on('message', (data) => {
    const tidings: Tidings = JSON.parse(String(data));
    if (tidings.kind === 'view') views.push(tidings.view);
    else if (tidings.ok) answers.get(tidings.id)?.resolve(tidings.result);
    else answers.get(tidings.id)?.reject(new Error(tidings.error));
    for (const look of [...looks]) look();
  });
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve);
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve).once('error', reject);
  });
  let lastId = 0;
  const tab: Tab = {
    views,
    closed,
    shown: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const view = views.at(-1);
          if (!view || !fits(view)) return;
          looks.delete(look);
          resolve(view);
        };
        looks.add(look);
        look();
      }),
    ask: (verb) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        answers.set(lastId, { resolve, reject });
        socket.send(JSON.stringify({ ...verb, id: lastId }));
      }),
    sendText: (text) => socket.send(text),
    close: () => socket.close(),
  };
  await tab.ask({ verb: 'look', person, channel, reading: true });
  await tab.shown(() => true);
  return tab;
}

/** Tries to open a tab as a browser with that page, and that name for this server, would; gives the status of the refusal. */
export function refusal(page: RunningPage, origin: string | undefined, host?: string, path = '/live'): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${page.port}${path}`, {
    ...(origin === undefined ? {} : { origin }),
    ...(host === undefined ? {} : { headers: { host } }),
  });
  return new Promise((resolve) => {
    socket.on('unexpected-response', (_, response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    socket.on('open', () => {
      resolve(101);
      socket.terminate();
    });
    socket.on('error', () => undefined);
  });
}
