/**
 * Takes the pictures of the README from the real page: starts the built program, does what a newcomer does, and writes
 * docs/pictures/answer.png and docs/pictures/why.png. With a folder as its argument it writes the same scenes there for looking at,
 * in both themes, narrow to wide.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium, whyNoBrowser } from './chromium.mjs';

const home = join(import.meta.dirname, '..');
const QUESTION = 'can i run windos containers on linux?';

const README_SHOTS = [
  { scene: 'answer', theme: 'dark', width: 1440, height: 900, file: 'answer.png' },
  { scene: 'why', theme: 'light', width: 1280, height: 900, file: 'why.png' },
];
const ALL_SHOTS = [
  [320, 640],
  [380, 800],
  [900, 800],
  [1440, 900],
].flatMap(([width, height]) =>
  ['dark', 'light'].flatMap((theme) =>
    ['fresh', 'answer', 'why', 'tip', 'form', 'coverage'].map((scene) => ({
      scene,
      theme,
      width,
      height,
      file: `${scene}-${width}-${theme}.png`,
    })),
  ),
);

/** Each scene from a fresh look at the page to what is worth a picture. */
const SCENES = {
  fresh: async (page) => {
    await go(page, 'mia', 'help');
    await page.getByRole('list', { name: 'Ask something, with one click:' }).waitFor();
  },
  answer: async (page) => {
    await go(page, 'mia', 'general');
    await answerOf(page).getByRole('heading', { level: 3 }).waitFor();
  },
  why: async (page) => {
    await SCENES.answer(page);
    await answerOf(page).getByRole('button', { name: 'How was this chosen?' }).click();
    await page.getByRole('heading', { name: 'Words that counted' }).waitFor();
    await growToShow(page, page.getByRole('region', { name: 'Explanation' }));
    // The answer would look as if somebody were about to do something with it.
    await page.evaluate('document.activeElement.blur()');
  },
  tip: async (page) => {
    await go(page, 'mia', 'tips');
    await page.getByText('Tip of the day').first().waitFor();
  },
  form: async (page) => {
    await SCENES.tip(page);
    await page.getByRole('button', { name: 'Another question' }).last().click();
    await page.getByRole('dialog', { name: 'Ask a question' }).waitFor();
  },
  coverage: async (page) => {
    await page.goto(`${page.base}/#/mia/general/coverage`);
    await page.getByRole('img', { name: 'Reliability curve' }).waitFor();
  },
};

const answerOf = (page) => page.getByRole('article', { name: /^Dockmaster,/ }).last();
const boxOf = (page) => page.getByRole('textbox', { name: /^Message / });

/** Makes the window as high as what scrolls in it needs to be seen whole. */
async function growToShow(page, scrolling) {
  const hidden = await scrolling.evaluate((element) => element.scrollHeight - element.clientHeight);
  const { width, height } = page.viewportSize();
  await page.setViewportSize({ width, height: height + hidden });
}

async function go(page, person, channel) {
  await page.goto(`${page.base}/#/${person}/${channel}`);
  await page.getByRole('heading', { level: 1, name: `#${channel}` }).waitFor();
}

/** Starts the program as `npm start` does, on a free port; resolves with its address. */
function start() {
  const child = spawn(process.execPath, [join(home, 'dist', 'main.js')], {
    env: { PATH: process.env.PATH, HTTP_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = new Promise((resolve, reject) => {
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
      const found = /http:\/\/\S+/.exec(out);
      if (found) resolve(found[0]);
    });
    child.on('exit', (code) => reject(new Error(`the program ended with ${code}`)));
  });
  return { child, address };
}

/** What has been said before the pictures are taken: a tip of this morning, and a question with its answer. */
async function furnish(page) {
  await go(page, 'olga', 'general');
  for (const [option, value] of [
    ['tip-channel', '#tips'],
    ['cooldown', '0'],
  ]) {
    await boxOf(page).fill('/settings ');
    const form = page.getByRole('form', { name: 'Command /settings' });
    await form.waitFor();
    if (
      !(await form
        .locator('input')
        .and(form.getByLabel(new RegExp(`^${option}`)))
        .isVisible())
    )
      await form.getByRole('button', { name: `+ ${option}`, exact: true }).click();
    await form
      .locator('input')
      .and(form.getByLabel(new RegExp(`^${option}`)))
      .fill(value);
    await form.getByRole('button', { name: 'Send /settings' }).click();
    await answerOf(page).getByText('Saved.').waitFor();
    await answerOf(page).getByRole('button', { name: 'Dismiss message' }).click();
    await answerOf(page).waitFor({ state: 'detached' });
  }
  await page.getByRole('button', { name: 'Tomorrow at nine' }).click();
  await go(page, 'olga', 'tips');
  await page.getByText('Tip of the day').waitFor();
  // Without the notes of what was done to get here.
  await page.reload();
  await go(page, 'mia', 'general');
  await boxOf(page).fill(`@Dockmaster ${QUESTION}`);
  await boxOf(page).press('Enter');
  await answerOf(page).getByRole('heading', { level: 3 }).waitFor();
}

if (whyNoBrowser !== null) {
  process.stderr.write(`no pictures: ${whyNoBrowser}\n`);
  process.exit(1);
}
const [folderArgument] = process.argv.slice(2);
const folder = folderArgument ?? join(home, 'docs', 'pictures');
const shots = folderArgument === undefined ? README_SHOTS : ALL_SHOTS;
mkdirSync(folder, { recursive: true });
const { child, address } = start();
const browser = await launchChromium();
try {
  const base = await address;
  const open = async ({ theme, width, height }) => {
    const context = await browser.newContext({
      ...{ viewport: { width, height }, colorScheme: theme, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC' },
    });
    return Object.assign(await context.newPage(), { base });
  };
  await furnish(await open({ theme: 'dark', width: 1440, height: 900 }));
  for (const shot of shots) {
    const page = await open(shot);
    await SCENES[shot.scene](page);
    // For the same reason the mouse is out of the way.
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(folder, shot.file), animations: 'disabled' });
    await page.context().close();
    process.stdout.write(`${join(folder, shot.file)}\n`);
  }
} finally {
  await browser.close();
  child.kill('SIGINT');
}
