import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.js';
import { answer, ask, box, countOf, hasFocus, messages, newThread, pressUntil, send, title, withoutCooldown } from '../support/on-page.js';
import { openTab } from '../support/page.js';

/** The most characters that Discord takes in a message (documentation: create message). */
const MOST_CHARACTERS = 2000;

const why = (page: Page): Locator => page.getByRole('complementary', { name: 'How was this chosen?' });
const whyButton = (page: Page): Locator => answer(page).getByRole('button', { name: 'How was this chosen?' });
/** How much of the messages lies below what is seen, once all have come. */
const below = (page: Page): Promise<unknown> => page.evaluate('log.scrollHeight - log.scrollTop - log.clientHeight');
const toTheEnd = (page: Page): Promise<void> => expect.poll(() => below(page)).toBeLessThanOrEqual(1);
const edit = (page: Page): Locator => page.getByRole('textbox', { name: 'Edit message' });

describeInBrowser('writing on the page', (stage) => {
  it('goes on beside “How was this chosen?” on a wide screen: Escape ends an edit alone, and the focus is where one wrote', async () => {
    await withoutCooldown(await stage.open({ person: 'olga', channel: 'tips' }));
    const page = await stage.open();
    await newThread(page, 'beside');
    await send(page, '@Dockmaster what is a kernel?');
    await title(answer(page)).waitFor();
    await whyButton(page).press('Enter');
    await why(page).getByRole('heading', { name: 'Words that counted' }).waitFor();
    expect(await hasFocus(page, whyButton(page))).toBe(true);

    await pressUntil(page, 'Tab', box(page));
    await page.keyboard.press('ArrowUp');
    await edit(page).waitFor();
    await page.keyboard.press('Escape');
    await edit(page).waitFor({ state: 'hidden' });
    expect(await why(page).isVisible()).toBe(true);
    await page.keyboard.type('and this?');
    expect(await box(page).inputValue()).toBe('and this?');
  });

  it('is out of reach while a drawer covers it, and has the focus back when that is closed', async () => {
    const page = await stage.open({ viewport: { width: 900, height: 800 }, reducedMotion: 'reduce' });
    await newThread(page, 'behind');
    await ask(page, 'what is a kernel?');
    await whyButton(page).press('Enter');
    await why(page).getByRole('heading', { name: 'Words that counted' }).waitFor();
    // All the way round, and some more.
    for (let presses = 0; presses < 20; presses++) {
      await page.keyboard.press('Tab');
      expect(await page.locator('main :focus').count()).toBe(0);
    }
    await page.keyboard.press('Escape');
    await expect.poll(() => hasFocus(page, whyButton(page))).toBe(true);
  });

  it('loses nothing that is too long: it says how long it is, and the text stays', async () => {
    const page = await stage.open();
    await newThread(page, 'too long');
    const long = 'a'.repeat(MOST_CHARACTERS + 1);
    await send(page, long);
    await page.getByText('Messages can be at most 2,000 characters long; this has 2,001.').waitFor();
    expect(await box(page).inputValue()).toBe(long);
    await send(page, long.slice(1));
    await countOf(messages(page, 'Mia'), 1);
    await page.goto(`${stage.url()}/#/mia/${'x'.repeat(70_000)}`);
    await page.getByRole('heading', { level: 1, name: '#general' }).waitFor();
  });

  it('marks nothing in a menu for a letter that begins no choice', async () => {
    const page = await stage.open();
    await newThread(page, 'menus');
    await ask(page, 'what is a kernel?');
    const menu = answer(page).getByRole('combobox', { name: 'Questions that lead on' });
    await menu.press('ArrowDown');
    await menu.press('ArrowDown');
    const marked = await menu.getAttribute('aria-activedescendant');
    await menu.press('x');
    expect(marked).toMatch(/-1$/);
    expect(await menu.getAttribute('aria-activedescendant')).toBe(marked);
    await menu.press('Escape');
  });

  it('in the fields of a command is not lost by Escape, and the way out is never covered', async () => {
    const page = await stage.open({ person: 'olga' });
    await newThread(page, 'settings by hand');
    await box(page).fill('/settings ');
    const form = page.getByRole('form', { name: 'Command /settings' });
    await form.getByRole('button', { name: '+ time-zone', exact: true }).click();
    const zone = form.getByRole('combobox', { name: 'time-zone' });
    await zone.fill('Europe');
    const choices = page.getByRole('listbox', { name: 'Choices for time-zone' });
    await choices.waitFor();
    await zone.press('Escape');
    await choices.waitFor({ state: 'hidden' });
    await zone.press('Escape');
    expect(await zone.inputValue()).toBe('Europe');
    await zone.fill('Europe/B');
    await choices.waitFor();
    await form.getByRole('button', { name: 'Leave the command' }).click();
    await form.waitFor({ state: 'hidden' });
    await box(page).fill('/settings ');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });
  });

  it('by others is not read behind the coverage of the knowledge', async () => {
    const page = await stage.open({ channel: 'help' });
    await page.getByRole('link', { name: 'Coverage' }).click();
    await page.getByRole('heading', { level: 1, name: 'Coverage' }).waitFor();
    await send(await stage.open({ person: 'henry', channel: 'help' }), 'is somebody there?');
    await page.getByRole('link', { name: 'help , unread' }).click();
    await messages(page, 'Henry').getByText('is somebody there?').waitFor();
    await page.getByRole('link', { name: 'help', exact: true }).waitFor();
  });

  it('is seen: the end of the messages stays in sight, whatever is asked and however', async () => {
    const page = await stage.open();
    await newThread(page, 'following');
    await send(page, '@Dockmaster what is a kernel?');
    await title(answer(page)).waitFor();
    await toTheEnd(page);
    await ask(page, 'can I run windows containers on linux?');
    await toTheEnd(page);
    for (const name of ['tip', 'help']) {
      const before = await messages(page, 'Dockmaster,').count();
      await page.keyboard.type(`/${name}`);
      await page.keyboard.press('Enter');
      await page.getByRole('form', { name: `Command /${name}` }).waitFor();
      await page.keyboard.press('Enter');
      await countOf(messages(page, 'Dockmaster,'), before + 1);
      await answer(page).getByText('is thinking').waitFor({ state: 'hidden' });
      await toTheEnd(page);
    }
    await send(page, 'thank you');
    await messages(page, 'Mia').getByText('thank you').waitFor();
    await toTheEnd(page);
  });

  it('is seen from the end whenever a channel is opened, however much was said there', async () => {
    const tab = await openTab({ port: Number(new URL(stage.url()).port) }, 'henry', 'tips');
    for (let said = 0; said < 101; said++) await tab.ask({ verb: 'send', content: `line ${said}\nand more`, replyTo: null, ping: false });
    tab.close();
    const page = await stage.open({ channel: 'tips' });
    await messages(page, 'Henry').last().getByText('line 100').waitFor();
    await toTheEnd(page);
    await page.getByRole('link', { name: 'help', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '#help' }).waitFor();
    await page.getByRole('link', { name: 'tips', exact: true }).click();
    await messages(page, 'Henry').last().getByText('line 100').waitFor();
    await toTheEnd(page);
  });

  it('leaves a reader alone who has gone up, until the reader says something too', async () => {
    const page = await stage.open({ channel: 'tips' });
    const henry = await stage.open({ person: 'henry', channel: 'tips' });
    await toTheEnd(page);
    await messages(page, 'Henry').last().hover();
    await page.mouse.wheel(0, -400);
    await expect.poll(() => below(page)).toBe(400);
    const at = await page.evaluate('log.scrollTop');
    await send(henry, 'something new');
    await messages(page, 'Henry').getByText('something new').waitFor();
    expect(await page.evaluate('log.scrollTop')).toBe(at);
    await send(page, 'here I am');
    await messages(page, 'Mia').getByText('here I am').waitFor();
    await toTheEnd(page);
  });
});
