/** The Chromium of the browser tests and of the pictures: a real one, from the npm registry, for Linux on x64. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

/** Why there is no browser here; null where there is one. */
export const whyNoBrowser =
  process.platform === 'linux' && process.arch === 'x64'
    ? null
    : `the browser comes from @sparticuz/chromium, which is for Linux on x64, and this is ${process.platform} on ${process.arch}`;

/** The package's own flags switch web security off, so that a page that breaks its own rules would pass. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
];

const require = createRequire(import.meta.url);
const modules = join(import.meta.dirname, '..', 'node_modules');

/** On a busy machine this browser crashes now and then before it has opened anything. */
const LAUNCHES = 3;

/** Starts a browser; whoever starts it closes it. */
export async function launchChromium() {
  const folder = await unpacked();
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    FONTCONFIG_FILE: join(folder, 'dockmaster-fonts.conf'),
  };
  for (let launch = 1; ; launch++) {
    try {
      return await chromium.launch({ executablePath: join(folder, 'chromium'), args: FLAGS, env });
    } catch (error) {
      if (launch === LAUNCHES) throw error;
    }
  }
}

/** Unpacks the browser where no other version lies, once; the folder goes when node_modules goes. */
async function unpacked() {
  const manifest = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const cache = join(modules, '.cache');
  const folder = join(cache, `dockmaster-chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, 'unpacking-'));
  try {
    // In a process of its own, for the package takes its folder and what it unpacks from the environment: the system libraries only on a Lambda.
    await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', "await (await import('@sparticuz/chromium')).default.executablePath()"],
      { cwd: modules, env: { PATH: process.env.PATH, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' } },
    );
    writeFileSync(join(fresh, 'dockmaster-fonts.conf'), fontsConfig(folder));
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Another process may have been quicker.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** The package's own file names folders of a Lambda. The system's fonts stand in for what its one font lacks. */
const fontsConfig = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
