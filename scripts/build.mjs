/**
 * Builds dist: compiles the program, and bundles the playground's page into dist/playground/page. What was built from the same sources
 * is left alone, so that commands which build first stay quick.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';

const home = join(import.meta.dirname, '..');
const dist = join(home, 'dist');
const sources = join(home, 'src');
const pageSources = join(sources, 'playground', 'page');
const page = join(dist, 'playground', 'page');
/** Each part leaves a stamp of what it was built from. */
const programStamp = join(dist, '.inputs');
const pageStamp = join(page, '.inputs');
/** The compiler writes it whenever it has compiled something. */
const buildInfo = join(dist, '.tsbuildinfo');

const hashOf = (content) => createHash('sha256').update(content).digest('hex');
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

// Looked at before anything is built: what is edited meanwhile is for the next build.
const common = ['package-lock.json', 'tsconfig.json', relative(home, import.meta.filename)];
const inSources = readdirSync(sources, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(home, join(entry.parentPath, entry.name)))
  .sort();
const hashes = new Map([...common, ...inSources].map((file) => [file, hashOf(readFileSync(join(home, file)))]));
const isOfPage = (file) => file.startsWith(relative(home, pageSources) + sep);
const stateOf = (files) => hashOf(JSON.stringify([...common, ...files].map((file) => [file, hashes.get(file)])));

/** The stamp of the program; another one where somebody else has compiled something since. */
const programState = () => [stateOf(inSources.filter((file) => !isOfPage(file))), hashOf(read(buildInfo))].join('\n');

/** The stamp of the page: a line for its state, and one for each of the program's files that went into it. */
const pageState = (shared) => [stateOf([...inSources.filter(isOfPage), ...shared]), ...shared].join('\n');

function isPageBuilt() {
  const stamp = read(pageStamp);
  return stamp === pageState(stamp.split('\n').slice(1));
}

async function buildProgram() {
  const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  const [code] = await once(spawn(process.execPath, [compiler], { cwd: home, stdio: 'inherit' }), 'exit');
  if (code !== 0) process.exit(code ?? 1);
  writeFileSync(programStamp, programState());
}

async function buildPage() {
  const { build } = await import('vite');
  // Beside the old one, then put in its place: a server that starts meanwhile finds a whole page.
  const fresh = `${page}-${process.pid}`;
  const { output } = await build({
    configFile: false,
    root: pageSources,
    base: './',
    logLevel: 'warn',
    build: {
      outDir: fresh,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1000,
    },
  });
  const modules = output.flatMap((part) => Object.keys(part.modules ?? {})).map((path) => relative(home, path));
  const shared = modules.filter((file) => hashes.has(file) && !isOfPage(file)).sort();
  writeFileSync(join(fresh, '.inputs'), pageState(shared));
  rmSync(page, { recursive: true, force: true });
  renameSync(fresh, page);
}

const [needsProgram, needsPage] = [read(programStamp) !== programState(), !isPageBuilt()];
if (needsProgram || needsPage) {
  // Some seconds without a word look like a program that hangs. Standard output belongs to the command that is built for.
  if (process.stderr.isTTY) process.stderr.write('Building. This takes a few seconds, and only after a change…\n');
  if (needsProgram) await buildProgram();
  if (needsPage) await buildPage();
}
