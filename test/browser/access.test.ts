import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, type Stage } from '../support/browser.js';
import { cuttableLine } from '../support/cuttable-line.js';
import {
  answer,
  ask,
  box,
  command,
  countOf,
  hasFocus,
  messages,
  newThread,
  pressUntil,
  send,
  textOf,
  title,
  withoutCooldown,
} from '../support/on-page.js';

/** The narrowest and the widest window, a phone, and both sides of where the page changes its columns. */
const WIDTHS = [320, 380, 760, 900, 1199, 1440, 1920];
/** The page in one column, in two, and in three. */
const LAYOUTS = [380, 900, 1440];

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Finds what axe-core counts as serious or critical. */
async function seriousFindings(page: Page): Promise<string[]> {
  const violations: readonly Violation[] = await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)",
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html.slice(0, 300)} ${failureSummary}`));
}

/** Checks the page while it shows something: in every layout, in both themes, and for room at every width. */
async function checkScene(page: Page, shown: Locator): Promise<void> {
  await shown.waitFor();
  await page.evaluate(`${axe.source}; undefined`);
  const findings: string[] = [];
  const themeNow = (): Promise<unknown> => page.evaluate('document.documentElement.dataset.theme');
  const check = async (width: number): Promise<void> => {
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    expect({ width, isShown: await shown.isVisible() }).toEqual({ width, isShown: true });
    for (const finding of await seriousFindings(page)) findings.push(`${await themeNow()}, ${width} px: ${finding}`);
  };
  // One column and three in one theme, two in the other: where things stand does not depend on their colours.
  const [narrow = 0, middle = 0, wide = 0] = LAYOUTS;
  for (const width of [narrow, wide]) await check(width);
  const themes = [await themeNow()];
  // By a script, for where a form is open nobody can reach the button.
  await page.getByRole('button', { name: /^Use the .* theme$/, includeHidden: true }).dispatchEvent('click');
  await expect.poll(themeNow).not.toBe(themes[0]);
  themes.push(await themeNow());
  await check(middle);
  expect(themes.sort()).toEqual(['dark', 'light']);
  expect(findings).toEqual([]);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    const wide = await page.evaluate(
      `[document.documentElement, ...document.querySelectorAll('main, main > section')]
        .filter((element) => element.scrollWidth > element.clientWidth)
        .map((element) => element.localName + ' ' + element.scrollWidth + ' in ' + element.clientWidth)`,
    );
    expect({ width, wide }).toEqual({ width, wide: [] });
  }
}

/** Waits until nothing moves any more. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(
    'Promise.allSettled(document.getAnimations().filter((one) => one.effect.getTiming().iterations !== Infinity).map((one) => one.finished))',
  );

/** What is written in the bar, in a banner or as the hint of the message box, and has less room than it needs. */
const CLIPPED = `[...document.querySelectorAll('.bar h1, .banner, #box')].filter((element) => {
  if (!element.placeholder) return element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
  const style = getComputedStyle(element);
  const canvas = document.createElement('canvas').getContext('2d');
  canvas.font = style.font;
  return canvas.measureText(element.placeholder).width > element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
}).map((element) => element.placeholder || element.textContent)`;

const opened = (stage: Stage, options: Parameters<Stage['open']>[0] = {}): Promise<Page> =>
  stage.open({ reducedMotion: 'reduce', ...options });

describeInBrowser('the page for everybody', (stage) => {
  it('is in order when it is fresh', async () => {
    const page = await opened(stage, { channel: 'help' });
    await checkScene(page, page.getByRole('button', { name: 'Can a Windows container run on a Linux host?' }));
  });

  it('is in order with an answer', async () => {
    await withoutCooldown(await opened(stage, { person: 'olga', channel: 'tips' }));
    const page = await opened(stage);
    await send(
      page,
      'Look at `uname -r`, **all** of you: https://example.org/a/very/long/address/that/does/not/fit/anywhere/at/all?on=phones',
    );
    await ask(page, 'can i run windos containers on linux');
    await checkScene(page, title(answer(page)));
  });

  it('is in order with why an answer was chosen', async () => {
    const page = await opened(stage);
    await newThread(page, 'reasons');
    await ask(page, 'can i run windos containers on linux');
    await answer(page).getByRole('button', { name: 'How was this chosen?' }).click();
    await checkScene(page, page.getByRole('heading', { name: 'Words that counted' }));
  });

  it('is in order with the examples shown again, which go with Escape, and with a press that asks', async () => {
    const page = await opened(stage);
    await newThread(page, 'examples');
    const button = page.getByRole('button', { name: 'Examples', exact: true });
    const examples = page.getByRole('dialog', { name: 'Examples' });
    await pressUntil(page, 'Shift+Tab', button);
    await page.keyboard.press('Enter');
    await expect.poll(() => hasFocus(page, examples.getByRole('button').first())).toBe(true);
    await page.keyboard.press('Escape');
    await examples.waitFor({ state: 'hidden' });
    expect(await hasFocus(page, button)).toBe(true);
    await page.keyboard.press('Enter');
    const example = examples.getByRole('button', { name: 'Can a Windows container run on a Linux host?' });
    await checkScene(page, example);
    await example.press('Enter');
    await textOf(title(answer(page)), 'Can a Windows container run on a Linux host?');
    expect(await hasFocus(page, box(page))).toBe(true);
  });

  it('is in order with a form over it', async () => {
    const page = await opened(stage);
    await newThread(page, 'forms');
    await ask(page, 'what is a kernel?');
    await answer(page).getByRole('button', { name: 'Another question' }).click();
    await checkScene(page, page.getByRole('dialog', { name: 'Ask a question' }));
  });

  it('is in order with the commands to choose from', async () => {
    const page = await opened(stage);
    await box(page).fill('/');
    await checkScene(page, page.getByRole('option', { name: '/ask' }));
  });

  it("is in order with the server's settings, shown and about to be changed", async () => {
    const page = await opened(stage, { person: 'olga' });
    await newThread(page, 'settings');
    await command(page, 'settings', {});
    await answer(page).getByText('Daily tip').waitFor();
    await box(page).fill('/settings ');
    await checkScene(page, page.getByRole('form', { name: 'Command /settings' }));
  });

  it('is in order with the coverage of the knowledge', async () => {
    const page = await opened(stage);
    await page.getByRole('link', { name: 'Coverage' }).click();
    await checkScene(page, page.getByRole('img', { name: 'Reliability curve' }));
  });

  it('works by keyboard alone, from the load to an answer and to a press of its buttons', async () => {
    const page = await stage.open();
    const press = async (target: Locator, key = 'Tab'): Promise<void> => {
      await pressUntil(page, key, target);
      await page.keyboard.press('Enter');
    };
    await press(page.getByRole('link', { name: 'help' }));
    await page.getByRole('heading', { level: 1, name: '#help' }).waitFor();
    await pressUntil(page, 'Tab', box(page));
    await page.keyboard.type('/ask what is a kernel?');
    await page.keyboard.press('Enter');
    await textOf(title(answer(page)), 'What is a kernel?');
    await pressUntil(page, 'Shift+Tab', answer(page));
    await press(answer(page).getByRole('button', { name: 'Why', exact: true }));
    await textOf(title(answer(page)), 'Why: What is a kernel?');

    await pressUntil(page, 'Tab', answer(page).getByRole('combobox', { name: 'Questions that lead on' }));
    await page.keyboard.press('ArrowDown');
    await page.getByRole('listbox', { name: 'Questions that lead on' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await countOf(messages(page, 'Dockmaster,'), 2);
    await textOf(title(answer(page)), 'Do drivers come from the container or the host?');
    await pressUntil(page, 'Shift+Tab', page.locator('[role="article"]:focus'));
    await page.keyboard.press('ArrowUp');
    expect(await hasFocus(page, messages(page, 'Dockmaster,').first())).toBe(true);
  });

  it.each(['dark', 'light'] as const)(
    'clips no name, no hint and no banner in a window of 320 to 380 pixels, in the %s theme',
    async (colorScheme) => {
      const line = await cuttableLine(stage.url());
      const page = await opened(stage, { url: line.url, colorScheme });
      const thread = await newThread(page, `a thread with a ${colorScheme} name, as long as those that people give now and then`);
      const check = async (shown: Locator): Promise<void> => {
        for (const width of [320, 350, 380]) {
          await page.setViewportSize({ width, height: 640 });
          await settled(page);
          const clipped = await page.evaluate(CLIPPED);
          expect({ width, isShown: await shown.isVisible(), clipped }).toEqual({ width, isShown: true, clipped: [] });
        }
      };
      for (const [place, name] of [
        ['general', '#general'],
        ['@Dockmaster', '@Dockmaster'],
        [thread, /a thread with/],
      ] as const) {
        await page.goto(`${line.url}/#/mia/${encodeURIComponent(place)}`);
        await page.getByRole('heading', { level: 1, name }).waitFor();
        await check(box(page));
      }
      stage.forgive(/WebSocket connection to .* failed/);
      line.cut();
      const banner = page.getByText('The connection is lost. Trying again…');
      await banner.waitFor();
      await check(banner);
      line.close();
    },
  );

  it('moves for those who like that, and not for those who have asked for less', async () => {
    const drawerMoves = async (reducedMotion: 'reduce' | 'no-preference'): Promise<number> => {
      const page = await stage.open({ reducedMotion, viewport: { width: 380, height: 800 } });
      await page.getByRole('button', { name: 'Channels' }).click();
      return page.evaluate(
        'Math.max(0, ...document.getAnimations().map(({ effect }) => effect.getTiming()).map(({ duration }) => Number(duration)))',
      );
    };
    expect(await drawerMoves('no-preference')).toBeGreaterThan(10);
    expect(await drawerMoves('reduce')).toBeLessThanOrEqual(1);
  });
});
