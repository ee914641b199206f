/**
 * Bundles the playground's page into dist/playground/page. Where nothing that goes into it has changed it is left alone, so that commands
 * which build first stay quick.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const home = join(import.meta.dirname, '..');
const source = join(home, 'src', 'playground', 'page');
const target = join(home, 'dist', 'playground', 'page');
const stamp = join(target, '.inputs');

const inputs = [
  ...readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(),
  join(home, 'src', 'playground', 'live-protocol.ts'),
  join(home, 'package-lock.json'),
  import.meta.filename,
];
const hash = createHash('sha256');
for (const file of inputs) hash.update(file.slice(home.length)).update('\0').update(readFileSync(file)).update('\0');
const wanted = hash.digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  const { build } = await import('vite');
  // Beside the old one, then put in its place: a server that starts meanwhile finds a whole page.
  const fresh = `${target}-${process.pid}`;
  await build({
    configFile: false,
    root: source,
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
  writeFileSync(join(fresh, '.inputs'), wanted);
  rmSync(target, { recursive: true, force: true });
  renameSync(fresh, target);
}
