import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
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
  'mdast-util-from-markdown': ['knowledge', 'discord'],
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

/** Lines of what people write are data. */
const DATA = ['core/matching/off-topic.ts', 'core/language/chatter-lines.ts', 'core/language/asked-lines.ts'];

const codeOf = (file: string): string => readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*/gm, '');
const layerOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '(root)');
const importsOf = (code: string): string[] =>
  [...code.matchAll(/^(?:import|export)\s(?:[^;'=(]*\sfrom\s)?'([^']+)'/gm)].map(([, specifier]) => specifier ?? '');

/** The source file that an import of another one means. */
const resolveFrom = (file: string, specifier: string): string =>
  relative(src, join(src, file, '..', specifier))
    .split(sep)
    .join('/')
    .replace(/\.js$/, '.ts');

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
        const target = resolveFrom(file, specifier);
        return layer !== '(root)' && ![layer, ...(MAY_IMPORT[layer] ?? [])].includes(layerOf(target));
      }
      if (layer === 'core') return !PURE.includes(specifier);
      if (file.startsWith(PAGE)) return !PAGE_PACKAGES.includes(packageOf(specifier));
      return !specifier.startsWith('node:') && !(HOME[specifier] ?? []).includes(layer);
    });
    expect(faults).toEqual([]);
  });

  it.each(sources.filter((file) => !DATA.includes(file)))('%s uses no clock, dice, console or environment that is not its own', (file) => {
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
  it.each(sources.filter((file) => !DATA.includes(file)))('%s stays under 300 lines', (file) => {
    expect(readFileSync(join(src, file), 'utf8').split('\n').length).toBeLessThan(300);
  });

  it('stand in rooms of about a dozen at the most', () => {
    const files = new Map<string, number>();
    for (const file of sources) files.set(dirname(file), (files.get(dirname(file)) ?? 0) + 1);
    expect([...files].filter(([, count]) => count > MAX_IN_ROOM)).toEqual([]);
  });

  it('import one another in no circle, types included', () => {
    expect(circleIn(new Map(sources.map((file) => [file, localImportsOf(file)])))).toEqual([]);
  });
});

/** Files of a folder, folders apart. */
const MAX_IN_ROOM = 14;

function localImportsOf(file: string): string[] {
  return importsOf(codeOf(file)).flatMap((specifier) => (specifier.startsWith('.') ? [resolveFrom(file, specifier)] : []));
}

/** The first way round that leads back to a file it has come from; empty where there is none. */
function circleIn(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const search = (file: string, path: readonly string[]): readonly string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of imports.get(file) ?? []) {
      const circle = search(next, [...path, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of imports.keys()) {
    const circle = search(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

describe('the search for circles', () => {
  it('finds the shortest part of the way that is one, and none in a tree', () => {
    expect(
      circleIn(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual(['b', 'c', 'b']);
    expect(
      circleIn(
        new Map([
          ['a', ['b', 'c']],
          ['b', ['c']],
          ['c', []],
        ]),
      ),
    ).toEqual([]);
  });
});
