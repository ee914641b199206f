import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/core/errors.js';
import { type Health, type RunningServer, type ServerOptions, startServer } from '../../src/ops/server.js';

const HOST = '127.0.0.1';
const WELL: Health = { ready: true, healthy: true, reason: null };
const running: RunningServer[] = [];
const errors: string[] = [];

async function start(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const server = await startServer({
    host: HOST,
    port: 0,
    metrics: { text: async () => 'up 1\n', contentType: 'text/plain; version=0.0.4' },
    health: () => WELL,
    log: { error: (event, error) => errors.push(`${event}: ${error}`) },
    ...options,
  });
  running.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
  errors.length = 0;
});

const get = async (path: string, options: Partial<ServerOptions> = {}, method = 'GET') => {
  const { url } = await start(options);
  const response = await fetch(url + path, { method });
  return { status: response.status, headers: response.headers, body: await response.text() };
};

/** Opens a connection and returns all that comes until it is closed. */
async function exchange(port: number, sent: string): Promise<string> {
  const socket = connect(port, HOST);
  let received = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    received += text;
  });
  // A connection that is cut says so as an error, and then closes.
  socket.on('error', () => {});
  socket.write(sent);
  await once(socket, 'close');
  return received;
}

describe('the health pages', () => {
  const starting: Health = { ready: false, healthy: true, reason: 'connecting to Discord' };
  const broken: Health = { ready: false, healthy: false, reason: 'the gateway is silent' };

  it.each([
    ['/healthz', 'all is well', WELL, 200],
    ['/readyz', 'all is well', WELL, 200],
    ['/healthz', 'it is not ready yet', starting, 200],
    ['/readyz', 'it is not ready yet', starting, 503],
    ['/healthz', 'it is broken', broken, 503],
    ['/readyz', 'it is broken', broken, 503],
  ])('%s while %s gives the state and its reason', async (path, _, health, status) => {
    const response = await get(path, { health: () => health });
    expect([response.status, JSON.parse(response.body)]).toEqual([status, health]);
  });

  it('read the state anew each time', async () => {
    let health = WELL;
    const { url } = await start({ health: () => health });
    await fetch(`${url}/readyz`);
    health = starting;
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
  });

  it('are JSON that nobody keeps', async () => {
    const { headers } = await get('/healthz');
    expect([headers.get('content-type'), headers.get('cache-control')]).toEqual(['application/json; charset=utf-8', 'no-store']);
  });

  it('do not mind a query', async () => {
    expect((await get('/healthz?verbose=1')).status).toBe(200);
  });
});

describe('the metrics page', () => {
  it('is the text with its content type', async () => {
    const { status, headers, body } = await get('/metrics');
    expect([status, headers.get('content-type'), body]).toEqual([200, 'text/plain; version=0.0.4', 'up 1\n']);
  });

  it('fails without a word about the fault, which is logged', async () => {
    const metrics = { text: () => Promise.reject(new Error('secret place')), contentType: 'text/plain' };
    const { status, body } = await get('/metrics', { metrics });
    expect([status, JSON.parse(body), errors]).toEqual([500, { error: 'internal error' }, ['http-request-failed: Error: secret place']]);
  });
});

describe.each(['/healthz', '/readyz', '/metrics'])('%s', (path) => {
  it('gives HEAD the length without the body', async () => {
    const { status, headers, body } = await get(path, {}, 'HEAD');
    const whole = await get(path);
    expect([status, headers.get('content-length'), body]).toEqual([200, String(whole.body.length), '']);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s and says what it takes', async (method) => {
    const { status, headers } = await get(path, {}, method);
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('any other path', () => {
  it.each(['/', '/healthz/', '/metrics/x', '//healthz', '/%2e%2e/etc/passwd'])('%s is not found', async (path) => {
    const { status, body } = await get(path);
    expect([status, JSON.parse(body)]).toEqual([404, { error: 'not found' }]);
  });

  const otherwise: ServerOptions['otherwise'] = (request, response) => void response.end(`${request.method} ${request.url}`);

  it('goes to the other listener, with any method', async () => {
    expect((await get('/page?a=b', { otherwise }, 'POST')).body).toBe('POST /page?a=b');
  });

  it('goes to the other listener only where it is no page of its own', async () => {
    expect((await get('/metrics', { otherwise })).body).toBe('up 1\n');
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('secret place');
      },
    ],
    ['rejects', () => Promise.reject(new Error('secret place'))],
  ])('fails without a word about the fault where the other listener %s', async (_, failing) => {
    const { status, body } = await get('/page', { otherwise: failing });
    expect([status, JSON.parse(body), errors]).toEqual([500, { error: 'internal error' }, ['http-request-failed: Error: secret place']]);
  });
});

describe('a request that is none', () => {
  it('is refused and the connection closed', async () => {
    const { port } = await start();
    expect(await exchange(port, 'HELO there\r\n\r\n')).toBe('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
  });

  it('is refused where its headers are longer than 16 KiB', async () => {
    const { port } = await start();
    expect(await exchange(port, `GET /healthz HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(17_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  });
});

describe('an upgrade', () => {
  const UPGRADE = 'GET /gateway HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n';

  it('is handed over with its path', async () => {
    const { port } = await start({ upgrade: (request, socket) => void socket.end(`upgraded ${request.url}`) });
    expect(await exchange(port, UPGRADE)).toBe('upgraded /gateway');
  });

  it('ends the connection where taking it over throws', async () => {
    const { port } = await start({
      upgrade: () => {
        throw new Error('no');
      },
    });
    expect([await exchange(port, UPGRADE), errors]).toEqual(['', ['http-upgrade-failed: Error: no']]);
  });
});

describe('starting', () => {
  it('takes a free port for 0 and says which', async () => {
    const { port, url } = await start();
    expect([port > 0, url]).toEqual([true, `http://127.0.0.1:${port}`]);
  });

  it.each([
    ['0.0.0.0', 'http://127.0.0.1:'],
    ['localhost', 'http://localhost:'],
  ])('on %s gives an address for a browser on this machine', async (host, url) => {
    const server = await start({ host });
    expect([server.url, (await fetch(`${server.url}/healthz`)).status]).toEqual([`${url}${server.port}`, 200]);
  });

  const hasIPv6 = Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ address }) => address === '::1'));
  it.skipIf(!hasIPv6).each(['::1', '::'])('on %s gives an address with brackets', async (host) => {
    const server = await start({ host });
    expect([server.url, (await fetch(`${server.url}/healthz`)).status]).toEqual([`http://[::1]:${server.port}`, 200]);
  });

  // Linux alone answers on the whole of 127.0.0.0/8.
  it.skipIf(process.platform !== 'linux')('listens on no other address than the one it was told', async () => {
    const { port } = await start({ host: '127.0.0.1' });
    const socket = connect(port, '127.0.0.2');
    await expect(once(socket, 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  const fault = async (options: Partial<ServerOptions>): Promise<unknown> => start(options).catch((error: unknown) => error);

  it('names HTTP_PORT where the port is taken', async () => {
    const { port } = await start();
    const error = await fault({ port });
    expect([error instanceof ConfigError, String(error)]).toEqual([
      true,
      `ConfigError: HTTP_PORT: port ${port} of 127.0.0.1 is in use by another program; \`HTTP_PORT=0 npm start\` takes any free one`,
    ]);
  });

  it.each(['no-such-host.invalid', '192.0.2.1', ' ', ''])('names HTTP_HOST where "%s" is no address of this machine', async (host) => {
    const error = await fault({ host });
    expect([error instanceof ConfigError, String(error).startsWith('ConfigError: HTTP_HOST: expected an address')]).toEqual([true, true]);
  });
});

describe('closing', () => {
  it('ends a connection that waits for its next request', async () => {
    const server = await start();
    const ended = exchange(server.port, 'GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n');
    // Answered, the connection stays open.
    await fetch(`${server.url}/healthz`);
    await server.close();
    expect(await ended).toMatch(/^HTTP\/1\.1 200 OK/);
  });

  it('ends a response that would go on for ever', async () => {
    const server = await start({ otherwise: (_, response) => void response.write('begun') });
    const sent = request(`${server.url}/stream`).end();
    const [response] = await once(sent, 'response');
    await server.close();
    await expect(once(response.resume(), 'end')).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('ends a connection that was upgraded', async () => {
    let upgraded = (): void => {};
    const arrived = new Promise<void>((resolve) => {
      upgraded = resolve;
    });
    const server = await start({ upgrade: () => upgraded() });
    const ended = exchange(server.port, 'GET / HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n');
    await arrived;
    await server.close();
    expect(await ended).toBe('');
  });

  it('frees the port', async () => {
    const { port, close } = await start();
    await close();
    expect((await start({ port })).port).toBe(port);
  });

  it('can be asked for twice', async () => {
    const server = await start();
    await Promise.all([server.close(), server.close()]);
    expect(await server.close()).toBeUndefined();
  });
});

describe('silent connections', () => {
  it('are taken up to a number, so that they leave the process files of its own', async () => {
    const server = await start({ maxConnections: 3 });
    const silent = Array.from({ length: 6 }, () => connect(server.port, HOST).on('error', () => {}));
    await expect.poll(() => silent.filter((socket) => socket.destroyed || socket.readyState === 'closed').length).toBe(3);
    for (const socket of silent) socket.destroy();
    await expect.poll(async () => (await fetch(`${server.url}/healthz`).catch(() => null))?.status).toBe(200);
  });

  it('are told that they took too long, and closed', async () => {
    const server = await start({ headersTimeoutMs: 100 });
    expect(await exchange(server.port, '')).toMatch(/^HTTP\/1\.1 408 /);
    expect(await exchange(server.port, 'GET /healthz HTTP/1.1\r\n')).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('that never go by themselves make room for who asks after them', async () => {
    const server = await start({ maxConnections: 3, headersTimeoutMs: 100 });
    const silent = Array.from({ length: 6 }, () => exchange(server.port, ''));
    await expect.poll(async () => (await fetch(`${server.url}/healthz`).catch(() => null))?.status, { timeout: 5_000 }).toBe(200);
    await Promise.all(silent);
  });
});
