import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Log } from '../../src/core/ports.js';
import { readConfig } from '../../src/process/config.js';
import { startLocalDiscord } from '../../src/process/local-discord.js';
import { HARBOUR } from '../support/harbour.js';
import { removeFolder, writeFolder } from '../support/knowledge-folder.js';
import { openTab } from '../support/page.js';

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
});
