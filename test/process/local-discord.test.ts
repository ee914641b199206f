import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Log } from '../../src/core/ports.js';
import type { ClockJump } from '../../src/core/tips/clock-jumps.js';
import type { View } from '../../src/playground/live/protocol.js';
import { readConfig } from '../../src/process/config.js';
import { startLocalDiscord } from '../../src/process/local-discord.js';
import { HARBOUR } from '../support/harbour.js';
import { removeFolder, writeFolder } from '../support/knowledge-folder.js';
import { openTab } from '../support/page.js';
import { type Run, STACK_TRACE } from '../support/program.js';

const PATIENCE_MS = 60_000;
const PROGRAM = join(import.meta.dirname, '..', '..', 'dist', 'main.js');
const QUIET: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

let folder: string;
let cacheDir: string;
beforeAll(() => {
  folder = writeFolder(HARBOUR);
  cacheDir = writeFolder();
});
afterAll(() => {
  removeFolder(folder);
  removeFolder(cacheDir);
});

/** Listens on a port for a moment, any free one for 0, and gives it; fails where it is taken. */
async function listenOn(wanted: number): Promise<number> {
  const server = createServer().listen(wanted, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

describe('a Discord of one’s own', { timeout: PATIENCE_MS }, () => {
  it('ends its start when it is no longer wanted: no port is taken, nothing half-learned is kept', async () => {
    const port = await listenOn(0);
    const wanted = new AbortController();
    const config = { ...readConfig({ HTTP_PORT: String(port), KNOWLEDGE_DIR: folder }), cacheDir };
    const starting = startLocalDiscord(config, {
      ...{ log: QUIET, onFatal: () => {}, shownFrom: folder, signal: wanted.signal },
      onProgress: () => wanted.abort(new Error('no longer wanted')),
    });
    await expect(starting).rejects.toThrow('no longer wanted');
    expect(await listenOn(port)).toBe(port);
    expect(readdirSync(cacheDir).filter((name) => name.startsWith('model'))).toEqual([]);
  });

  it.each([
    ['from there, where it lies below', () => join(folder, '..'), () => basename(folder)],
    ['in full, where it lies elsewhere', () => cacheDir, () => folder],
  ])('names its knowledge to somebody in a folder %s', async (_, shownFrom, expected) => {
    const config = { ...readConfig({ HTTP_PORT: '0', KNOWLEDGE_DIR: folder }), cacheDir };
    const local = await startLocalDiscord(config, { log: QUIET, onFatal: () => {}, shownFrom: shownFrom() });
    const tab = await openTab({ port: Number(new URL(local.url).port) });
    tab.close();
    await local.stop();
    expect(tab.views[0]?.knowledge).toMatchObject({ folder: expected(), revision: expect.any(String), fault: null });
  });
});

describe('the clock of a Discord of one’s own', { timeout: PATIENCE_MS }, () => {
  it('is set ahead and back: messages keep their order, questions are answered, and tips go on', async () => {
    const config = { ...readConfig({ HTTP_PORT: '0', KNOWLEDGE_DIR: folder }), cacheDir };
    const local = await startLocalDiscord(config, { log: QUIET, onFatal: () => {}, shownFrom: folder });
    const port = Number(new URL(local.url).port);
    const [olga, mia] = [await openTab({ port }, 'olga', 'tips'), await openTab({ port }, 'mia', 'tips')];
    const view = await olga.shown(() => true);
    const bot = view.people.find((person) => person.bot)?.id;
    const jump = (to: ClockJump) => olga.ask({ verb: 'jump', to });
    /** What stands in the channel, from top to bottom. */
    const shown = ({ open }: View): string[] =>
      open.messages.map(({ content, embeds: [embed] }) => embed?.author ?? embed?.title ?? content);
    const [tip, asked] = ['Tip of the day', `<@${bot}> where is the quay`];

    await olga.ask({ verb: 'slash', name: 'settings', values: { 'tip-channel': view.open.id, 'time-zone': 'Europe/Berlin' } });
    await jump('next-tip');
    await jump('next-tip');
    expect(shown(await mia.shown(({ open }) => open.messages.length === 2))).toEqual([tip, tip]);
    expect(await jump('back')).toMatchObject({ text: expect.stringContaining('as it really is') });
    await mia.ask({ verb: 'send', content: asked, replyTo: null, ping: true });
    const answered = await mia.shown(({ open }) => open.messages.length === 4);
    expect(shown(answered)).toEqual([tip, tip, asked, 'What is the quay?']);
    expect(await jump('next-tip')).toMatchObject({ text: expect.stringContaining('one tip was due') });
    const last = await mia.shown(({ open }) => open.messages.length === 5);
    expect(shown(last)).toEqual([tip, tip, asked, 'What is the quay?', tip]);
    await local.stop();
    expect(local.violations).toEqual([]);
  });
});

describe('the program without a token', { timeout: PATIENCE_MS }, () => {
  const HOME_ALONE = 'Nothing leaves this machine';
  const OPEN = 'everybody who can reach this machine';

  it.each([
    ['LOCALHOST', HOME_ALONE, OPEN],
    ['0.0.0.0', OPEN, HOME_ALONE],
  ])('on %s gives an example, tells truly who can reach it, and ends in order', async (host, said, unsaid) => {
    const env = { PATH: process.env.PATH, HTTP_HOST: host, HTTP_PORT: '0', KNOWLEDGE_DIR: folder };
    const child = spawn(process.execPath, [PROGRAM], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    for await (const text of child.stdout.setEncoding('utf8')) {
      out += text;
      if (out.includes('README.md')) child.kill('SIGINT');
    }
    expect(child.exitCode ?? (await once(child, 'exit'))[0]).toBe(0);
    expect([out.includes(said), out.includes(unsaid)]).toEqual([true, false]);
    expect(out).toMatch(/type, for example: \/ask .+\?$/m);
  });

  it('says what is wrong with its .env, and starts the page all the same; in production it ends', async () => {
    const home = writeFolder({ '.env': Buffer.from('\uFEFFDISCORD_TOKEN=MTIz.GabcdE.secret', 'utf16le') });
    cpSync(join(PROGRAM, '..'), join(home, 'dist'), { recursive: true });
    for (const shared of ['package.json', 'node_modules']) symlinkSync(join(PROGRAM, '..', '..', shared), join(home, shared));
    const NOTE = /^dockmaster: \.env is in UTF-16, so nothing in it can be read\. Save it as UTF-8 .+$/m;
    const runIn = async (environment: Readonly<Record<string, string>>): Promise<Run> => {
      const env = { PATH: process.env.PATH, HTTP_PORT: '0', KNOWLEDGE_DIR: folder, ...environment };
      const child = spawn(process.execPath, [join(home, 'dist', 'main.js')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      let [out, err] = ['', ''];
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        err += text;
      });
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
        if (out.includes('README.md')) child.kill('SIGINT');
      });
      const [code] = await once(child, 'close');
      return { code, out, err };
    };
    try {
      const trial = await runIn({});
      expect([trial.code, trial.out]).toEqual([0, expect.stringContaining('http://127.0.0.1:')]);
      expect(trial.err).toMatch(NOTE);
      const served = await runIn({ NODE_ENV: 'production' });
      expect([served.code, served.out]).toEqual([1, '']);
      expect(served.err).toMatch(NOTE);
      expect(served.err).toContain('DISCORD_TOKEN is missing');
      expect(trial.err + served.err).not.toMatch(STACK_TRACE);
      expect(trial.err + served.err).not.toContain('secret');
    } finally {
      removeFolder(home);
    }
  });
});
