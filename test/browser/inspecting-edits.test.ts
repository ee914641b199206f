import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { KnowledgeState } from '../../src/playground/live/protocol.js';
import { describeInBrowser } from '../support/browser.js';
import { discordWithGuild } from '../support/discord.js';
import { answer, send, textOf, title } from '../support/on-page.js';
import { EMPTY_INSPECTOR, startPage } from '../support/page.js';

const PLAIN = {
  'deposit.md': '# How do I get my deposit back?\nReturn the key at the desk; the deposit is paid back within a week.\n',
  'office.md': '# When does the harbour office open?\nFrom eight to four on weekdays.\n',
};
const ASSETS = join(import.meta.dirname, '..', '..', 'dist', 'playground', 'page');

const coverageOn = async (page: Page): Promise<Locator> => {
  await page.getByRole('link', { name: 'Coverage' }).click();
  return page.getByRole('region', { name: 'Coverage' });
};
const figure = (coverage: Locator, name: string): Locator => coverage.locator('dl > div').filter({ hasText: name }).getByRole('definition');

describeInBrowser(
  'a curator who begins with two plain files',
  (stage) => {
    it('finds the entries in their files, is told what is missing, and sees the figures once it is written', async () => {
      const page = await stage.open();
      const coverage = await coverageOn(page);
      await textOf(figure(coverage, 'Entries'), '2');
      await coverage.getByText('General').click();
      await coverage.getByText(join(stage.knowledgeDir(), 'deposit.md:1')).waitFor();
      await coverage.getByText('There are no labelled questions yet').waitFor();
      await coverage.getByText('None. Where answers rest on documents').waitFor();

      // What is shown as the beginning of the file is a beginning that works.
      const file = join(stage.knowledgeDir(), 'evaluation.yml');
      await coverage.getByText(file, { exact: true }).waitFor();
      writeFileSync(file, (await coverage.getByText('questions:').textContent()) ?? '');
      await coverage.getByRole('img', { name: 'Reliability curve' }).waitFor();
      await textOf(figure(coverage, 'Out of scope'), /of 1$/);

      writeFileSync(file, 'questions:\n  - ask: deposit?\n    expect: perhaps\n');
      await coverage.getByRole('alert').getByText('evaluation.yml:3').waitFor();
    });

    it('sees an entry that was added, there and among the examples of an empty channel', async () => {
      const [page, other] = [await stage.open(), await stage.open({ channel: 'help' })];
      const coverage = await coverageOn(page);
      const before = Number(await figure(coverage, 'Entries').textContent());
      writeFileSync(join(stage.knowledgeDir(), 'berth.md'), '# Where do ships wait?\nAt a berth.\n');
      await textOf(figure(coverage, 'Entries'), String(before + 1));

      const phrasings = ['---', 'question: Who is the pilot?', 'phrasings: [pilot, who steers]', '---', 'Pat.', ''];
      writeFileSync(join(stage.knowledgeDir(), 'pilot.md'), phrasings.join('\n'));
      await other.getByRole('list', { name: 'Ask something' }).getByText('Who is the pilot?').waitFor();
    });

    it('stays in Coverage when an answer that was explained is edited meanwhile', async () => {
      const page = await stage.open();
      await send(page, '@Dockmaster How do I get my deposit back?');
      await textOf(title(answer(page)), 'How do I get my deposit back?');
      const channel = page.url();
      await answer(page).getByRole('button', { name: 'How was this chosen?' }).click();
      await page.getByRole('complementary', { name: 'How was this chosen?' }).getByText('word for word').waitFor();
      const coverage = await coverageOn(page);
      await figure(coverage, 'Entries').waitFor();

      const own = await stage.open();
      await own.getByRole('article', { name: /^Mia,/ }).last().hover();
      await own.getByRole('button', { name: 'Edit' }).last().click();
      await own.getByRole('textbox', { name: 'Edit' }).fill('@Dockmaster When does the harbour office open?');
      const lookedUp = page.waitForResponse((response) => response.url().includes('/inspect/trace'));
      await own.keyboard.press('Enter');
      await textOf(title(answer(own)), 'When does the harbour office open?');
      await lookedUp;
      expect(page.url()).toBe(`${channel}/coverage`);
    });
  },
  { knowledge: PLAIN },
);

describeInBrowser('a page that is open while the bot starts', (stage) => {
  it('says that the knowledge is still being learned, and fills in when it is', async () => {
    const discord = await discordWithGuild();
    let knowledge: KnowledgeState = { folder: 'knowledge', revision: null, fault: null };
    const entry = { id: 'berth', question: 'What is a berth?', place: { file: 'berth.md', line: 1 }, phrasings: 0 };
    const topics = [{ topic: 'harbour', title: 'Harbour', entries: [entry] }];
    const inspector = {
      ...EMPTY_INSPECTOR,
      knowledge: () => knowledge,
      coverage: () => ({ ...EMPTY_INSPECTOR.coverage(), topics }),
      examples: () => ['Where is a berth free?'],
    };
    const running = await startPage(discord, { assetsDir: ASSETS, inspector });
    try {
      const url = `http://127.0.0.1:${running.port}`;
      const [page, other] = [await stage.open({ url }), await stage.open({ url })];
      const coverage = await coverageOn(page);
      await coverage.getByText('still learning').waitFor();
      knowledge = { ...knowledge, revision: '1' };
      await coverage.getByText('Harbour').waitFor();
      await other.getByRole('list', { name: 'Ask something' }).getByText('Where is a berth free?').waitFor();
    } finally {
      await running.close();
      await discord.close();
    }
  });
});
