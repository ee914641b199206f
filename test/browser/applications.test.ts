import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, type Stage } from '../support/browser.js';
import { discordWithGuild, type RawGateway, rawGateway, rest, type TestDiscord } from '../support/discord.js';
import { box, hasFocus, messages } from '../support/on-page.js';
import { startPage } from '../support/page.js';

const ASSETS = join(import.meta.dirname, '..', '..', 'dist', 'playground', 'page');

/** An interaction as an application gets it, as far as it is looked at. */
interface Asked {
  readonly id: string;
  readonly token: string;
  readonly data: { readonly values?: readonly string[] };
}

interface Scene {
  readonly page: Page;
  readonly discord: TestDiscord;
  /** Waits for the interaction that comes after so many. */
  asked(passed: number): Promise<Asked>;
  answer(asked: Asked, type: number, data: object): Promise<void>;
}

/** The page before an application that does what a test has it do. */
async function withApplication(stage: Stage, patienceMs: number, play: (scene: Scene) => Promise<void>): Promise<void> {
  const discord = await discordWithGuild();
  await rest(discord, 'PUT', `/applications/${discord.botId}/commands`, [{ name: 'form', description: 'Shows a form' }]);
  const gateway: RawGateway = rawGateway(discord, { intents: 513 });
  await gateway.next('READY');
  const server = await startPage(discord, { assetsDir: ASSETS, patienceMs });
  await play({
    page: await stage.open({ url: `http://127.0.0.1:${server.port}` }),
    discord,
    asked: async (passed) => (await gateway.next('INTERACTION_CREATE', passed)).d,
    answer: async ({ id, token }, type, data) => {
      await rest(discord, 'POST', `/interactions/${id}/${token}/callback`, { type, data }, {});
    },
  });
  await server.close();
  await discord.close();
}

const FORM = {
  custom_id: 'form',
  title: 'A form',
  components: [{ type: 18, label: 'Words', component: { type: 4, custom_id: 'words', style: 1 } }],
};

const menu = (change: object): object => ({
  content: 'Choose',
  components: [
    {
      type: 1,
      components: [
        {
          type: 3,
          custom_id: 'menu',
          placeholder: 'Places',
          options: ['Quay', 'Berth', 'Buoy'].map((label, at) => ({ label, value: label, default: at === 0 })),
          ...change,
        },
      ],
    },
  ],
});

describeInBrowser('what an application shows on the page', (stage) => {
  it('is a form that stays, with what was written, until the application has answered', async () => {
    await withApplication(stage, 1500, async ({ page, asked, answer }) => {
      await box(page).fill('/form ');
      await page.getByRole('button', { name: 'Send /form' }).click();
      await answer(await asked(0), 9, FORM);
      const form = page.getByRole('dialog', { name: 'A form' });
      const field = form.getByRole('textbox', { name: 'Words' });
      await field.fill('so many words');
      await field.press('Enter');
      await field.press('Enter');
      await form.getByRole('alert').getByText('The application did not respond.').waitFor();
      expect(await field.inputValue()).toBe('so many words');

      await field.press('Enter');
      await answer(await asked(2), 4, { content: 'Thank you.' });
      await form.waitFor({ state: 'hidden' });
      await messages(page).getByText('Thank you.').waitFor();
      await expect.poll(() => hasFocus(page, box(page))).toBe(true);
    });
  });

  it('is a menu that says how many it needs', async () => {
    await withApplication(stage, 10_000, async ({ page, discord, asked }) => {
      const posted = menu({ min_values: 2, max_values: 3 });
      await rest(discord, 'POST', `/channels/${discord.generalId}/messages`, posted);
      const places = page.getByRole('combobox', { name: /^Places/ });
      await places.click();
      await page.getByRole('option', { name: 'Quay' }).click();
      await page.getByRole('option', { name: 'Buoy' }).click();
      await page.keyboard.press('Tab');
      await page.getByText('“Places” stays as it was: choose at least 2.').waitFor();

      await places.click();
      await page.getByRole('option', { name: 'Berth' }).click();
      await page.keyboard.press('Tab');
      expect((await asked(0)).data.values).toEqual(['Quay', 'Berth']);
    });
  });

  it('is a menu that can be emptied where it needs none', async () => {
    await withApplication(stage, 10_000, async ({ page, discord, asked }) => {
      await rest(discord, 'POST', `/channels/${discord.generalId}/messages`, menu({ min_values: 0 }));
      await page.getByRole('combobox', { name: /^Places/ }).click();
      await page.getByRole('option', { name: 'Quay' }).click();
      expect((await asked(0)).data.values).toEqual([]);
    });
  });
});
