import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/folder/load.js';
import { describeInBrowser } from '../support/browser.js';
import { answer, ask, textOf, title, withoutCooldown } from '../support/on-page.js';

const HARBOUR = 'A kernel is the harbour master of an operating system';

describeInBrowser(
  'knowledge that is edited while the page is open',
  (stage) => {
    const entry = (): string => join(stage.knowledgeDir(), 'kernel', 'what-is-a-kernel.md');

    it('answers with a text that was edited', async () => {
      await withoutCooldown(await stage.open({ person: 'olga', channel: 'tips' }));
      const page = await stage.open();
      await ask(page, 'what is a kernel?');
      await answer(page).getByText('A kernel is the core of an operating system').waitFor();

      const live = stage.logged('knowledge-live', { step: 'texts' });
      writeFileSync(entry(), readFileSync(entry(), 'utf8').replace('A kernel is the core of', 'A kernel is the harbour master of'));
      await live;
      await ask(page, 'what is a kernel?');
      await answer(page).getByText(HARBOUR).waitFor();
    });

    it('finds an entry that is new by the words of its phrasings', async () => {
      const page = await stage.open();
      const entries = loadKnowledge(stage.knowledgeDir()).entries.length + 1;
      const live = stage.logged('knowledge-live', { step: 'matcher', entries });
      const lines = [
        '---',
        'question: How do I feed a penguin?',
        'phrasings: [what does a penguin eat, penguin food]',
        '---',
        'With fish.',
      ];
      writeFileSync(join(stage.knowledgeDir(), 'kernel', 'penguin-food.md'), lines.join('\n'));
      await live;
      await ask(page, 'how do I feed a penguin');
      await textOf(title(answer(page)), 'How do I feed a penguin?');
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
      await answer(page).getByText(HARBOUR).waitFor();

      writeFileSync(entry(), whole);
      await alert.waitFor({ state: 'hidden' });
    });
  },
  { copyKnowledge: true },
);
