/** A Discord of one's own and a real browser that looks at it, for a file of tests. */
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { launchChromium, whyNoBrowser } from '../../scripts/chromium.mjs';
import type { LogFields } from '../../src/core/ports.js';
import { readConfig } from '../../src/process/config.js';
import type { LocalDiscord } from '../../src/process/local-discord.js';
import { KNOWLEDGE_DIR } from './engine.js';
import { type Files, removeFolder, writeFolder } from './knowledge-folder.js';

const HOME = join(import.meta.dirname, '..', '..');
const DIST = join(HOME, 'dist');

/** Somebody of the server. */
export type PersonName = 'mia' | 'henry' | 'olga';

/** What a test opens the page with. */
export interface TabOptions extends BrowserContextOptions {
  readonly person?: PersonName;
  /** A channel's name, or what stands for another place in the address. */
  readonly channel?: string;
  /** Where the page is, if not at the server itself. */
  readonly url?: string;
}

/** What a stage begins with, if not the knowledge that is shipped. */
export interface StageOptions {
  /** A copy of the shipped knowledge, which may be edited. */
  readonly copyKnowledge?: boolean;
  /** A folder of these files. */
  readonly knowledge?: Files;
}

/** The stage of a file of tests; everything is ready within a test only. */
export interface Stage {
  url(): string;
  /** The folder of the knowledge: a copy, where one was asked for. */
  readonly knowledgeDir: () => string;
  /** Opens a tab of its own, as in another browser, and waits until it shows its channel. */
  open(options?: TabOptions): Promise<Page>;
  /** Lets this test end well although faults of a kind were seen, which it brought about. */
  forgive(kind: RegExp): void;
  /** Waits for an event of the log, with these fields, that comes from now on. */
  logged(event: string, fields?: LogFields): Promise<void>;
}

/** A longer wait than any machine needs; a test waits for what it looks for, and no longer. */
const PATIENCE_MS = 10_000;
const TEST_TIMEOUT_MS = 60_000;

/** Declares tests in a browser; where there is none they are skipped, and the reason is printed. */
export function describeInBrowser(name: string, body: (stage: Stage) => void, options: StageOptions = {}): void {
  if (whyNoBrowser !== null) {
    process.stderr.write(`skipped: ${name}: ${whyNoBrowser}\n`);
    describe.skip(`${name} (${whyNoBrowser})`, () => body(stageFor(options)));
    return;
  }
  describe(name, { timeout: TEST_TIMEOUT_MS }, () => body(stageFor(options)));
}

function stageFor({ copyKnowledge = false, knowledge }: StageOptions): Stage {
  let browser: Browser | null = null;
  let local: LocalDiscord | null = null;
  /** Broken rules that were looked at. */
  let judged = 0;
  let knowledgeDir = KNOWLEDGE_DIR;
  let cacheDir = '';
  let contexts: BrowserContext[] = [];
  /** What no test may bring about: requests to other hosts, errors on the page, errors of the bot. */
  let faults: string[] = [];
  let forgiven: RegExp[] = [];
  let listeners: { readonly hears: (event: string, fields: LogFields) => boolean; readonly heard: () => void }[] = [];

  const info = (event: string, fields: LogFields = {}): void => {
    for (const { hears, heard } of listeners) if (hears(event, fields)) heard();
    listeners = listeners.filter(({ hears }) => !hears(event, fields));
  };
  const log = {
    debug: () => undefined,
    info,
    warn: info,
    error: (event: string, error: unknown): void => {
      faults.push(`the bot logged ${event}: ${error instanceof Error ? error.stack : String(error)}`);
    },
  };

  beforeAll(async () => {
    if (copyKnowledge) {
      knowledgeDir = mkdtempSync(join(tmpdir(), 'dockmaster-knowledge-'));
      cpSync(KNOWLEDGE_DIR, knowledgeDir, { recursive: true });
    } else if (knowledge) {
      knowledgeDir = writeFolder(knowledge);
      cacheDir = writeFolder();
    }
    // What is tested is what is served: the built program with its bundled page.
    const program = (await import(
      pathToFileURL(join(DIST, 'process', 'local-discord.js')).href
    )) as typeof import('../../src/process/local-discord.js');
    const read = readConfig({ HTTP_PORT: '0', KNOWLEDGE_DIR: knowledgeDir });
    // The cache keeps few: what is learned here must not drive out what other tests need.
    const config = knowledge ? { ...read, cacheDir } : read;
    const onFatal = (error: Error): void => void faults.push(`the bot could not go on: ${error.message}`);
    const [started, launched] = await Promise.all([program.startLocalDiscord(config, { log, onFatal, shownFrom: HOME }), launchChromium()]);
    local = started;
    browser = launched;
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    // A request over the limit of 50 a second is sent again by the client.
    const broken = (local?.violations ?? []).slice(judged).filter(({ kind }) => kind !== 'limit');
    judged = local?.violations.length ?? 0;
    faults.push(...broken.map(({ operation, text }) => `the bot broke a rule of Discord: ${operation} ${text}`));
    const found = faults.filter((fault) => !forgiven.some((kind) => kind.test(fault)));
    faults = [];
    forgiven = [];
    expect(found).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await local?.stop();
    if (knowledgeDir !== KNOWLEDGE_DIR) removeFolder(knowledgeDir);
    if (cacheDir !== '') removeFolder(cacheDir);
  });

  const url = (): string => {
    if (local === null) throw new Error('not started yet');
    return local.url;
  };

  function watch(context: BrowserContext): void {
    const note = (address: string): void => {
      const { protocol, hostname, host } = new URL(address);
      if (!['data:', 'blob:'].includes(protocol) && hostname !== new URL(url()).hostname)
        faults.push(`a request went to ${host}: ${address}`);
    };
    context.on('request', (request) => note(request.url()));
    context.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(`the page logged: ${message.text()}`);
    });
    context.on('weberror', (error) => faults.push(`the page failed: ${error.error().stack}`));
    context.on('dialog', (dialog) => {
      faults.push(`the page opened a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on('page', (page) => page.on('websocket', (socket) => note(socket.url())));
  }

  return {
    url,
    knowledgeDir: () => knowledgeDir,
    async open({ person = 'mia', channel = 'general', url: address = url(), ...options } = {}) {
      if (browser === null) throw new Error('not started yet');
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', timezoneId: 'UTC', ...options });
      contexts.push(context);
      context.setDefaultTimeout(PATIENCE_MS);
      watch(context);
      const page = await context.newPage();
      await page.goto(`${address}/#/${person}/${encodeURIComponent(channel)}`);
      await page.getByRole('heading', { level: 1, name: /^(?!Dockmaster playground)/ }).waitFor();
      return page;
    },
    forgive: (kind) => void forgiven.push(kind),
    logged(event, fields = {}) {
      const hears = (one: string, its: LogFields): boolean =>
        one === event && Object.entries(fields).every(([name, value]) => its[name] === value);
      return new Promise((resolve) => {
        listeners.push({ hears, heard: resolve });
      });
    },
  };
}
