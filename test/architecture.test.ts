import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which other layers each layer may import. What wires them may import anything: src/process, and the files directly in src/. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  knowledge: ['core'],
  store: ['core'],
  discord: ['core'],
  playground: ['core'],
  ops: ['core'],
  terminal: ['core'],
  process: ['core', 'knowledge', 'store', 'discord', 'playground', 'ops', 'terminal'],
};

/** Packages with one home; any other layer that imports them fails. */
const HOME: Readonly<Record<string, readonly string[]>> = {
  'fuse.js': ['core'],
  stemmer: ['core'],
  zod: ['knowledge', 'playground', 'process'],
  yaml: ['knowledge'],
  nspell: ['knowledge'],
  'dictionary-en': ['knowledge'],
  'dictionary-en-gb': ['knowledge'],
  'mdast-util-from-markdown': ['knowledge'],
  'mdast-util-to-string': ['knowledge'],
  'temporal-polyfill': ['core'],
  kysely: ['store'],
  libsql: ['store'],
  pg: ['store'],
  'discord.js': ['discord'],
  'node-cron': ['discord'],
  ws: ['playground'],
  hono: ['playground'],
  '@hono/node-server': ['playground'],
  'discord-api-spec': ['playground'],
  'discord-api-spec/zod': ['playground'],
  pino: ['ops'],
  'prom-client': ['ops'],
  picocolors: ['terminal'],
  commander: ['(root)'],
  dotenv: ['(root)'],
};

/** What runs in the browser, and the packages that it alone uses; of this program's other files it knows the protocol and types. */
const PAGE = 'playground/page/';
const PAGE_PACKAGES = ['lit', '@skyra/discord-components-core', 'discord-markdown-parser'];

/** What the core may take from outside: computation only, no package that reads files when imported. */
const PURE = ['fuse.js', 'stemmer', 'temporal-polyfill'];

/** Globals with few homes: a clock, dice or an environment read elsewhere makes a test lie. */
const GLOBALS: readonly (readonly [RegExp, (file: string, layer: string) => boolean])[] = [
  [/\bprocess\.(?:env|argv|exit)/, (file) => ['cli.ts', 'main.ts'].includes(file)],
  [/\bconsole\./, (file) => ['cli.ts', 'main.ts'].includes(file)],
  [/\bDate\.now\b|\bnew Date\(|\bMath\.random\(|\bperformance\.now\(/, (_, layer) => layer !== 'core'],
];

const src = join(import.meta.dirname, '..', 'src');
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => file.split(sep).join('/'));

const codeOf = (file: string): string => readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*/gm, '');
const layerOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '(root)');
const importsOf = (code: string): string[] =>
  [...code.matchAll(/^(?:import|export)\s(?:[^;'=(]*\sfrom\s)?'([^']+)'/gm)].map(([, specifier]) => specifier ?? '');

/** "@scope/name/file.js" belongs to "@scope/name". */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

describe('the layers', () => {
  it.each(sources)('%s imports only what its layer may', (file) => {
    const layer = layerOf(file);
    const faults = importsOf(codeOf(file)).filter((specifier) => {
      if (specifier.startsWith('.')) {
        const target = relative(src, join(src, file, '..', specifier))
          .split(sep)
          .join('/');
        return layer !== '(root)' && ![layer, ...(MAY_IMPORT[layer] ?? [])].includes(layerOf(target));
      }
      if (layer === 'core') return !PURE.includes(specifier);
      if (file.startsWith(PAGE)) return !PAGE_PACKAGES.includes(packageOf(specifier));
      return !specifier.startsWith('node:') && !(HOME[specifier] ?? []).includes(layer);
    });
    expect(faults).toEqual([]);
  });

  it.each(sources)('%s uses no clock, dice, console or environment that is not its own', (file) => {
    const code = codeOf(file);
    const faults = GLOBALS.filter(([use, allowed]) => use.test(code) && !allowed(file, layerOf(file))).map(([use]) => use.source);
    expect(faults).toEqual([]);
  });

  it('are all known to this test', () => {
    const layers = new Set(sources.map(layerOf).filter((layer) => layer !== '(root)'));
    expect([...layers].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });
});

describe('the source files', () => {
  /** The off-topic lines are data, one a line. */
  const DATA = ['core/matching/off-topic.ts'];

  it.each(sources.filter((file) => !DATA.includes(file)))('%s stays under 300 lines', (file) => {
    expect(readFileSync(join(src, file), 'utf8').split('\n').length).toBeLessThan(300);
  });
});
