/** What people do on the page and find there, by role and by name. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A longer wait than any machine needs. */
const PATIENCE = { timeout: 10_000, interval: 50 };

/** Where one writes. */
export const box = (page: Page): Locator =>
  page.getByRole('textbox', { name: /^Message / }).or(page.getByRole('combobox', { name: /^Message / }));

/** The messages of the open channel, or those of one author. */
export const messages = (page: Page, author = ''): Locator => page.getByRole('article', { name: new RegExp(`^${author}`) });

/** The bot's newest message. */
export const answer = (page: Page): Locator => messages(page, 'Dockmaster,').last();

/** The title of an answer. */
export const title = (message: Locator): Locator => message.getByRole('heading', { level: 3 });

/** Types a message and sends it. */
export async function send(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await box(page).press('Enter');
}

/** Begins a command, fills in options by name and sends it. */
export async function command(page: Page, name: string, options: Readonly<Record<string, string>>): Promise<void> {
  await box(page).fill(`/${name} `);
  const form = page.getByRole('form', { name: `Command /${name}` });
  await form.waitFor();
  for (const [option, value] of Object.entries(options)) {
    const field = form.getByLabel(new RegExp(`^${option}`)).and(form.locator('input'));
    if (!(await field.isVisible())) await form.getByRole('button', { name: `+ ${option}`, exact: true }).click();
    await field.fill(value);
  }
  await form.getByRole('button', { name: `Send /${name}` }).click();
  await form.waitFor({ state: 'hidden' });
}

/** Asks by slash command, for the asker alone unless said otherwise, and waits for the answer. */
export async function ask(page: Page, question: string, options: Readonly<Record<string, string>> = {}): Promise<void> {
  const before = await messages(page, 'Dockmaster,').count();
  await command(page, 'ask', { question, ...options });
  await countOf(messages(page, 'Dockmaster,'), before + 1);
  await answer(page).getByText('is thinking').waitFor({ state: 'hidden' });
}

/** Opens a thread of its own for a test; gives what stands for it in the address. */
export async function newThread(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'New thread' }).click();
  await page.getByRole('textbox', { name: 'Thread name' }).fill(name);
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return decodeURIComponent(page.url().split('/').at(-1) ?? '');
}

/** Lets everybody ask as fast as a test does; the page is the owner's. */
export async function withoutCooldown(page: Page): Promise<void> {
  await command(page, 'settings', { cooldown: '0' });
  await answer(page).getByText('Saved.').waitFor();
}

/** Waits until there are so many. */
export async function countOf(locator: Locator, count: number): Promise<void> {
  await expect.poll(() => locator.count(), PATIENCE).toBe(count);
}

/** Waits until a text is what is expected. */
export async function textOf(locator: Locator, expected: string | RegExp): Promise<void> {
  const read = async (): Promise<string> => ((await locator.textContent()) ?? '').replace(/\s+/g, ' ').trim();
  if (typeof expected === 'string') await expect.poll(read, PATIENCE).toBe(expected);
  else await expect.poll(read, PATIENCE).toMatch(expected);
}

/** Tells whether an element has the focus. */
export const hasFocus = async (page: Page, locator: Locator): Promise<boolean> => (await locator.and(page.locator(':focus')).count()) > 0;

/** Presses a key until an element has the focus; fails where it never gets it. */
export async function pressUntil(page: Page, key: string, locator: Locator, most = 80): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    if (await hasFocus(page, locator)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${most} presses of ${key} do not lead to ${locator}`);
}
