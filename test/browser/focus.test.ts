/** Where the keyboard goes on after something was done: somebody who types on, or presses Tab, is never back at the page's beginning. */
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.js';
import {
  answer,
  ask,
  box,
  command,
  countOf,
  hasFocus,
  messages,
  newThread,
  send,
  textOf,
  title,
  withoutCooldown,
} from '../support/on-page.js';

const NARROW = { viewport: { width: 380, height: 800 }, reducedMotion: 'reduce' } as const;

/** Waits until an element has the focus. */
const focusOn = (page: Page, locator: Locator): Promise<void> =>
  expect.poll(() => hasFocus(page, locator), { timeout: 10_000, interval: 50 }).toBe(true);
const heading = (page: Page, name: string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();

describeInBrowser('the focus of the page', (stage) => {
  it('is where one writes in a thread, opened from a message, by the link below it, and by the one in the list', async () => {
    const page = await stage.open();
    await send(page, 'who has a question?');
    const asked = messages(page, 'Mia').last();
    await asked.getByRole('button', { name: 'More actions' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Create thread' }).press('Enter');
    await page.getByRole('textbox', { name: 'Thread name' }).fill('questions');
    await page.keyboard.press('Enter');
    await heading(page, 'questions');
    await focusOn(page, box(page));
    for (const link of [
      messages(page, 'Mia').getByRole('link', { name: /^questions/ }),
      page.getByRole('link', { name: 'questions', exact: true }),
    ]) {
      await page.goBack();
      await heading(page, '#general');
      await focusOn(page, box(page));
      await link.last().press('Enter');
      await heading(page, 'questions');
      await focusOn(page, box(page));
    }
  });

  it('is where one writes after an example was chosen, in the welcome and in its menu', async () => {
    const page = await stage.open({ channel: 'help' });
    await page.getByRole('list', { name: 'Ask something, with one click:' }).getByRole('button').first().press('Enter');
    await title(answer(page)).waitFor();
    await focusOn(page, box(page));
    await page.getByRole('button', { name: 'Examples', exact: true }).press('Enter');
    await page.getByRole('dialog', { name: 'Examples' }).getByRole('button').first().press('Enter');
    await countOf(messages(page, 'Mia'), 2);
    await focusOn(page, box(page));
  });

  it('is at the message after an answer that was dismissed, and where one writes when there is none', async () => {
    await withoutCooldown(await stage.open({ person: 'olga', channel: 'tips' }));
    const page = await stage.open();
    await newThread(page, 'dismissed');
    await ask(page, 'what is a kernel?');
    await send(page, 'something after it');
    await send(page, 'and something more');
    await countOf(messages(page, 'Mia'), 2);
    await answer(page).getByRole('button', { name: 'Dismiss message' }).press('Enter');
    await countOf(messages(page, 'Dockmaster,'), 0);
    await focusOn(page, messages(page, 'Mia').first());

    await send(page, '@Dockmaster what is a kernel?');
    await answer(page).getByRole('button', { name: 'Dismiss', exact: true }).press('Enter');
    await countOf(messages(page, 'Dockmaster,'), 0);
    await focusOn(page, box(page));
  });

  it('is at the message whose button is off after its press', async () => {
    const page = await stage.open();
    await newThread(page, 'shared');
    await ask(page, 'what is a kernel?');
    await answer(page).getByRole('button', { name: 'Share', exact: true }).press('Enter');
    await countOf(messages(page, 'Dockmaster,'), 2);
    const first = messages(page, 'Dockmaster,').first();
    await first.getByRole('button', { name: 'Shared', disabled: true }).waitFor();
    await focusOn(page, first);
  });

  it('is at the message after one that was deleted', async () => {
    const page = await stage.open();
    await newThread(page, 'deleted');
    for (const text of ['one', 'two', 'three']) await send(page, text);
    await countOf(messages(page, 'Mia'), 3);
    await messages(page).nth(1).getByRole('button', { name: 'More actions' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Delete' }).press('Enter');
    await page.getByRole('dialog', { name: 'Delete message' }).getByRole('button', { name: 'Delete' }).press('Enter');
    await countOf(messages(page, 'Mia'), 2);
    await focusOn(page, messages(page).last());
    await textOf(messages(page).last().locator('.markdown'), 'three');
  });

  it.each([
    ['a wide', {}],
    ['a narrow', NARROW],
  ])(
    'is where one writes in another channel and as somebody else, and at the figures of the coverage, on %s screen',
    async (_, options) => {
      const page = await stage.open(options);
      const inList = async (link: Locator): Promise<void> => {
        if (!(await link.isVisible())) await page.getByRole('button', { name: 'Channels' }).press('Enter');
        await link.press('Enter');
      };
      await inList(page.getByRole('link', { name: 'tips', exact: true }));
      await heading(page, '#tips');
      await focusOn(page, box(page));
      await inList(page.getByRole('link', { name: 'Coverage' }));
      await heading(page, 'Coverage');
      await focusOn(page, page.getByRole('region', { name: 'Coverage' }));
      await inList(page.getByRole('link', { name: 'tips', exact: true }));
      await heading(page, '#tips');
      await focusOn(page, box(page));
      await inList(page.getByRole('button', { name: /^You are Mia/ }));
      await page.getByRole('menuitemradio', { name: /^Henry/ }).press('Enter');
      await page.getByRole('button', { name: /^You are Henry/, includeHidden: true }).waitFor({ state: 'attached' });
      await focusOn(page, box(page));
    },
  );

  it('is in the command that is being filled in, where that is in the place of the message box', async () => {
    const page = await stage.open();
    await newThread(page, 'filling in');
    await send(page, 'to be answered');
    await box(page).fill('/ask ');
    const question = page.getByRole('form', { name: 'Command /ask' }).getByRole('combobox', { name: 'question' });
    await question.fill('what is');
    await page.getByRole('button', { name: 'Next tip' }).press('Enter');
    await page.getByRole('status').getByRole('button', { name: 'Close' }).press('Enter');
    await focusOn(page, question);
    await messages(page, 'Mia').getByRole('button', { name: 'Reply' }).press('Enter');
    await focusOn(page, question);
    await page.getByRole('button', { name: 'Do not reply' }).press('Enter');
    await focusOn(page, question);
  });

  it('is back at the button that opened a dialog when that is given up', async () => {
    const page = await stage.open();
    const button = page.getByRole('button', { name: 'New thread' });
    for (const way of ['Cancel', 'Close']) {
      await button.press('Enter');
      await page.getByRole('dialog', { name: 'New thread' }).getByRole('button', { name: way }).press('Enter');
      await focusOn(page, button);
    }
  });

  it('stays within a drawer that covers the rest, when what had it there is gone', async () => {
    const page = await stage.open({ ...NARROW, person: 'olga' });
    await command(page, 'settings', {});
    await page.getByRole('button', { name: 'Channels' }).press('Enter');
    const places = page.getByRole('complementary', { name: 'Server' });
    await places.getByRole('button', { name: 'Next tip' }).press('Enter');
    await page.getByRole('status').getByRole('button', { name: 'Close' }).press('Enter');
    await focusOn(page, places.getByRole('link', { name: 'general', exact: true }));
  });
});
