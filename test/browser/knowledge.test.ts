import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.js';
import { answer, ask, textOf, title, withoutCooldown } from '../support/on-page.js';

/** So soon an edit has to be live. */
const LIVE_WITHIN_MS = 2_000;

describeInBrowser(
  'knowledge that is edited while the page is open',
  (stage) => {
    const entry = (): string => join(stage.knowledgeDir(), 'kernel', 'what-is-a-kernel.md');

    it('answers with the new text within two seconds of the edit', async () => {
      await withoutCooldown(await stage.open({ person: 'olga', channel: 'tips' }));
      const page = await stage.open();
      await ask(page, 'what is a kernel?');
      await answer(page).getByText('A kernel is the core of an operating system').waitFor();

      const live = stage.logged('knowledge-live');
      writeFileSync(entry(), readFileSync(entry(), 'utf8').replace('A kernel is the core of', 'A kernel is the harbour master of'));
      expect(await live).toBeLessThan(LIVE_WITHIN_MS);
      await ask(page, 'what is a kernel?');
      await answer(page).getByText('A kernel is the harbour master of an operating system').waitFor();
    });

    it('shows the fault of a broken file with its place, keeps the old answer, and is quiet again once it is mended', async () => {
      const page = await stage.open({ channel: 'help' });
      const whole = readFileSync(entry(), 'utf8');
      writeFileSync(entry(), whole.replace(/^question: .*$/m, 'question: [no, text]'));
      const alert = page.getByRole('alert');
      await alert.getByText('The edited knowledge has faults; the last good one answers.').waitFor();
      await alert.getByText('kernel/what-is-a-kernel.md:2').waitFor();
      await ask(page, 'what is a kernel?');
      await textOf(title(answer(page)), 'What is a kernel?');
      await answer(page).getByText('A kernel is the harbour master of an operating system').waitFor();

      writeFileSync(entry(), whole);
      await alert.waitFor({ state: 'hidden' });
    });
  },
  { copyKnowledge: true },
);
