/** The container image and its Compose file, as far as they can be checked without building them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DEFAULTS } from '../src/process/config.js';

const home = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(home, file), 'utf8');
const json = (file: string): Record<string, Record<string, string>> => JSON.parse(read(file));

/** The instructions of the Dockerfile: continued lines joined, comments left out. */
const instructions = read('Dockerfile')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => ({ name: line.slice(0, line.indexOf(' ')), rest: line.slice(line.indexOf(' ') + 1).trim() }));
const all = (name: string): string[] => instructions.filter((instruction) => instruction.name === name).map(({ rest }) => rest);
const variables = new Map(all('ENV').flatMap((rest) => rest.split(' ').map((pair) => pair.split('=') as [string, string])));
const copied = all('COPY').map((rest) => rest.split(' '));
const ignored = read('.dockerignore')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

describe('the image', () => {
  const fromCheckout = copied.filter(([first]) => !first?.startsWith('--')).flatMap((paths) => paths.slice(0, -1));

  it.each([...new Set(fromCheckout)])('copies %s, which exists and is not ignored', (path) => {
    expect([existsSync(join(home, path)), ignored.includes(path)]).toEqual([true, false]);
  });

  it('copies the compiler its folder, and from it the one it writes', () => {
    const { outDir, rootDir } = json('tsconfig.json').compilerOptions ?? {};
    expect([fromCheckout.includes(rootDir ?? ''), copied.filter(([first]) => first === '--from=build')]).toEqual([
      true,
      [['--from=build', `/app/${outDir}`, `./${outDir}`]],
    ]);
  });

  it('starts what is compiled from src/main.ts, without a shell that would keep the signals', () => {
    expect([all('CMD'), existsSync(join(home, 'src', 'main.ts'))]).toEqual([['["node", "dist/main.js"]'], true]);
  });

  it('is built from a Node that the package takes, in both stages', () => {
    const least = Number(/\d+/.exec(json('package.json').engines?.node ?? '')?.[0]);
    const versions = all('FROM').map((rest) => Number(/^node:(\d+)-slim/.exec(rest)?.[1]));
    expect([versions.length, versions.every((version) => version >= least), new Set(versions).size]).toEqual([2, true, 1]);
  });

  it('sets nothing but variables of the program, and no secret', () => {
    expect([...variables.keys()].filter((name) => name !== 'NODE_ENV' && (!(name in DEFAULTS) || name === 'DISCORD_TOKEN'))).toEqual([]);
  });

  it('runs as a user without rights, who owns the folder for data', () => {
    const order = instructions.map(({ name, rest }) => `${name} ${rest}`);
    const owned = order.findIndex((line) => /^RUN .*chown node:node data$/.test(line));
    expect([owned >= 0, order.indexOf('USER node') > owned, all('VOLUME')]).toEqual([true, true, ['/app/data']]);
  });

  it('exposes the port it listens on', () => {
    expect(all('EXPOSE')).toEqual([variables.get('HTTP_PORT')]);
  });

  it('asks for its health without a shell, by a program that Node can read', () => {
    const [, command = ''] = /CMD (\[.*\])$/.exec(all('HEALTHCHECK')[0] ?? '') ?? [];
    const [node, flag, program = ''] = JSON.parse(command) as string[];
    expect([node, flag, program.includes('/healthz')]).toEqual(['node', '-e', true]);
    expect(() => new Script(program)).not.toThrow();
  });
});

describe('.dockerignore', () => {
  it.each(['.env', 'data', 'node_modules', 'dist', '.git'])('keeps %s out of the image', (path) => {
    expect(ignored).toContain(path);
  });
});

interface Service {
  readonly env_file?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, null>>;
}
const compose = read('compose.yaml');
const withFile: Compose = parse(compose);
const withPostgres: Compose = parse(compose.replace(/^( *)#(?=\S)/gm, '$1'));

describe.each([
  ['a file', withFile],
  ['PostgreSQL', withPostgres],
])('compose.yaml with %s as the database', (_, { services, volumes }) => {
  it('names only variables of the program', () => {
    expect(Object.keys(services.bot?.environment ?? {}).filter((name) => !(name in DEFAULTS))).toEqual([]);
  });

  it('declares every volume that it uses', () => {
    const used = Object.values(services).flatMap((service) => service.volumes.map((volume) => volume.split(':')[0]));
    expect(used.sort()).toEqual(Object.keys(volumes).sort());
  });

  it('keeps the data on a volume at the folder of the image', () => {
    expect(services.bot?.volumes).toEqual([`data:${all('VOLUME')[0]}`]);
  });

  it('lets nobody but this machine in, on the port that the bot listens on', () => {
    const port = services.bot?.environment.HTTP_PORT;
    expect(services.bot?.ports).toEqual([`127.0.0.1:8080:${port}`]);
  });

  it('listens on every address of the container, whatever .env says', () => {
    expect(services.bot?.environment.HTTP_HOST).toBe('0.0.0.0');
  });
});

describe('compose.yaml', () => {
  it('has the bot alone as it comes', () => {
    expect(Object.keys(withFile.services)).toEqual(['bot']);
  });

  it('waits for the database that the address names, with the same user and password', () => {
    const { bot, postgres } = withPostgres.services;
    const [, user, password, host] = /^postgres:\/\/(\w+):(\$\{.*\})@(\w+)\/\w+$/.exec(bot?.environment.DATABASE_URL ?? '') ?? [];
    expect([user, password, Object.keys(bot?.depends_on ?? {})]).toEqual([
      postgres?.environment.POSTGRES_USER,
      postgres?.environment.POSTGRES_PASSWORD,
      [host],
    ]);
  });
});
