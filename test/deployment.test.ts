/** The container image and its Compose file, as far as they can be checked without building them. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DEFAULTS } from '../src/process/config.js';
import { withFolder } from './support/knowledge-folder.js';

const home = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(home, file), 'utf8');
const json = (file: string): Record<string, Record<string, string>> => JSON.parse(read(file));
const manifest: {
  readonly engines: { readonly node: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
} = JSON.parse(read('package.json'));

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

describe('an installation', () => {
  it('has a word on every package that runs a script of its own, so that npm asks nobody', () => {
    const locked: Readonly<Record<string, { readonly hasInstallScript?: boolean }>> = JSON.parse(read('package-lock.json')).packages;
    const withScript = Object.keys(locked).filter((path) => locked[path]?.hasInstallScript);
    expect(Object.keys(manifest.allowScripts)).toEqual(withScript.map((path) => path.replace(/^.*node_modules\//, '')));
  });
});

describe('the image', () => {
  const fromCheckout = copied.filter(([first]) => !first?.startsWith('--')).flatMap((paths) => paths.slice(0, -1));

  it.each([...new Set(fromCheckout)])('copies %s, which exists and is not ignored', (path) => {
    expect([existsSync(join(home, path)), ignored.includes(path)]).toEqual([true, false]);
  });

  it('compiles its sources, and takes over what that writes and what the program depends on', () => {
    const { outDir, rootDir } = json('tsconfig.json').compilerOptions ?? {};
    expect([fromCheckout.includes(rootDir ?? ''), copied.filter(([first]) => first === '--from=build')]).toEqual([
      true,
      [
        ['--from=build', '/app/node_modules', './node_modules'],
        ['--from=build', `/app/${outDir}`, `./${outDir}`],
      ],
    ]);
  });

  it('is compiled with the compiler and the types alone, in the versions that the project locks', () => {
    const [, program = ''] = /^node -e "([^"]*)"\s+&& npm install\b/.exec(all('RUN')[0] ?? '') ?? [];
    const left = withFolder({ 'package.json': read('package.json') }, (folder) => {
      execFileSync(process.execPath, ['-e', program], { cwd: folder });
      return readFileSync(join(folder, 'package.json'), 'utf8');
    });
    const { devDependencies, ...rest } = JSON.parse(left) as typeof manifest;
    const { devDependencies: tools, ...others } = manifest;
    const wanted = Object.entries(tools).filter(([name]) => name === 'typescript' || name.startsWith('@types/'));
    expect([devDependencies, rest, copied[0]]).toEqual([Object.fromEntries(wanted), others, ['package.json', 'package-lock.json', './']]);
  });

  it('leaves the compiler behind', () => {
    const compiled = instructions.findIndex(({ rest }) => rest.includes('npx tsc'));
    const pruned = instructions.findIndex(({ rest }) => rest.includes('npm prune --omit=dev'));
    const last = instructions.findLastIndex(({ name }) => name === 'FROM');
    expect([compiled >= 0, pruned >= compiled, pruned < last]).toEqual([true, true, true]);
  });

  it('starts what is compiled from src/main.ts, without a shell that would keep the signals', () => {
    expect([all('CMD'), existsSync(join(home, 'src', 'main.ts'))]).toEqual([['["node", "dist/main.js"]'], true]);
  });

  it('is built from the Node that is maintained the longest of those that the package takes, in both stages', () => {
    const taken = [...manifest.engines.node.matchAll(/(?:>=|\^)(\d+)/g)].map(([, major]) => Number(major));
    const version = Math.max(...taken);
    expect([all('FROM')]).toEqual([[`node:${version}-slim AS build`, `node:${version}-slim`]]);
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

interface Bind {
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly read_only: boolean;
  readonly bind: { readonly create_host_path: boolean };
}
interface Service {
  readonly env_file?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes: readonly (string | Bind)[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, null>>;
}
const compose = read('compose.yaml');
const withFile: Compose = parse(compose);
const withPostgres: Compose = parse(compose.replace(/^( *)#(?=\S)/gm, '$1'));
/** The volumes that Compose keeps; what is mounted from this machine is none of them. */
const keptBy = ({ volumes }: Service): string[] => volumes.filter((volume) => typeof volume === 'string');
const mountedBy = ({ volumes }: Service): Bind[] => volumes.filter((volume) => typeof volume !== 'string');
const botOf = ({ services }: Compose): Service => {
  if (!services.bot) throw new Error('compose.yaml has no service "bot"');
  return services.bot;
};

describe.each([
  ['a file', withFile],
  ['PostgreSQL', withPostgres],
])('compose.yaml with %s as the database', (_, file) => {
  const bot = botOf(file);

  it('names only variables of the program', () => {
    expect(Object.keys(bot.environment).filter((name) => !(name in DEFAULTS))).toEqual([]);
  });

  it('declares every volume that it uses', () => {
    const used = Object.values(file.services).flatMap((service) => keptBy(service).map((volume) => volume.split(':')[0]));
    expect(used.sort()).toEqual(Object.keys(file.volumes).sort());
  });

  it('keeps the data on a volume at the folder of the image', () => {
    expect(keptBy(bot)).toEqual([`data:${all('VOLUME')[0]}`]);
  });

  it('lets nobody but this machine in, on the port that the bot listens on', () => {
    expect(bot.ports).toEqual([`127.0.0.1:8080:${bot.environment.HTTP_PORT}`]);
  });

  it('listens on every address of the container, whatever .env says', () => {
    expect(bot.environment.HTTP_HOST).toBe('0.0.0.0');
  });

  it('reads the knowledge where it is mounted, whatever .env says, and never writes to it', () => {
    expect(mountedBy(bot).map(({ type, target, read_only }) => ({ type, target, read_only }))).toEqual([
      { type: 'bind', target: bot.environment.KNOWLEDGE_DIR, read_only: true },
    ]);
  });

  it('mounts the knowledge of this folder, or the folder that one line of .env names, and makes none up where that is misspelt', () => {
    const [mount] = mountedBy(bot);
    const [, variable = '', usual = ''] = /^\$\{(\w+):-(.*)\}$/.exec(mount?.source ?? '') ?? [];
    expect([existsSync(join(home, usual, 'README.md')), variable in DEFAULTS, mount?.bind.create_host_path]).toEqual([true, false, false]);
    // Who looks for it finds it: beside the service, and where the README tells how to keep the bot running.
    expect([compose, read('README.md')].map((text) => new RegExp(`\\b${variable}=\\S`).test(text))).toEqual([true, true]);
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
