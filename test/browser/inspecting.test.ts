import { join } from 'node:path';
import { expect, it } from 'vitest';
import { localDate } from '../../src/core/tips/tips.js';
import { loadLabelled } from '../../src/knowledge/folder/load.js';
import { describeInBrowser } from '../support/browser.js';
import { KNOWLEDGE_DIR, shippedEngine } from '../support/engine.js';
import { answer, ask, command, countOf, textOf, title } from '../support/on-page.js';
import { lastSunday } from '../support/wall-clock.js';

describeInBrowser('what a curator sees', (stage) => {
  it('explains an answer: what was repaired, how sure it was, what else could have been, and where it stands', async () => {
    const typed = 'can i run windos containers on linux';
    const { matcher, knowledge } = await shippedEngine();
    const best = matcher.match(typed).candidates.slice(0, 5);
    const page = await stage.open();
    await ask(page, typed);
    await textOf(title(answer(page)), 'Can a Windows container run on a Linux host?');
    // The bot's own button tells the reason of the matter, and nothing else is called so.
    await textOf(answer(page).getByRole('button', { name: /why/i }), 'Why');
    await answer(page).getByRole('button', { name: 'How was this chosen?' }).click();
    const why = page.getByRole('complementary', { name: 'How was this chosen?' });
    await why.getByText('windos').last().waitFor();
    await textOf(why.getByRole('definition').nth(2), 'windos → windows');
    const candidates = why.getByRole('list').first().getByRole('listitem');
    await countOf(candidates, best.length);
    for (const [index, { entryId, confidence }] of best.entries()) {
      const entry = knowledge.entries.find(({ id }) => id === entryId);
      const text = (await candidates.nth(index).textContent()) ?? '';
      expect(text).toContain(entry?.question);
      expect(text).toContain(`knowledge/${entry?.place.file}:${entry?.place.line}`);
      expect(text).toContain(`${(confidence * 100).toFixed(0)}%`);
    }
    await why.getByText(`${(matcher.thresholds.answer * 100).toFixed(0)}% is enough for an answer`).waitFor();
    await why.getByRole('heading', { name: 'Words that counted' }).waitFor();
    await why.getByRole('button', { name: 'Close the explanation' }).click();
    await page.getByRole('complementary', { name: 'Members' }).waitFor();
  });

  it('covers every claim of every document, and shows the quality of the answers as a picture', async () => {
    const { knowledge } = await shippedEngine();
    const { questions } = loadLabelled(join(KNOWLEDGE_DIR, 'evaluation.yml'));
    const page = await stage.open();
    await page.getByRole('link', { name: 'Coverage' }).click();
    const coverage = page.getByRole('region', { name: 'Coverage' });
    const claims = knowledge.documents.flatMap((document) => document.sections.flatMap((section) => section.claims));
    for (const { title: document } of knowledge.documents) await coverage.getByRole('heading', { level: 3, name: document }).waitFor();
    const shown = (await coverage.textContent())?.replace(/\s+/g, ' ') ?? '';
    expect(claims.length).toBeGreaterThan(0);
    expect(claims.filter(({ claim }) => !shown.includes(claim.replace(/\s+/g, ' ').trim()))).toEqual([]);

    const refused = knowledge.notCovered.flatMap((group) => group.questions).length;
    const figure = coverage
      .locator('dl > div')
      .filter({ hasText: `Questions refused on purpose, in ${knowledge.notCovered.length} groups` });
    await textOf(figure.getByRole('definition'), String(refused));

    await coverage.getByRole('img', { name: 'Reliability curve' }).waitFor();
    await coverage.getByRole('img', { name: 'How questions came out, by group' }).waitFor();
    expect(await page.evaluate("document.getElementById('log').scrollTop")).toBe(0);
    const inScope = questions.filter(({ expected }) => typeof expected !== 'string').length;
    await coverage.getByText('As a table').first().click();
    const row = coverage.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Questions in scope' }) });
    const cells = await row.getByRole('cell').allTextContents();
    expect(Number(cells.at(-1))).toBe(inScope);
    expect(cells.slice(0, -1).reduce((sum, cell) => sum + Number(cell), 0)).toBe(inScope);
  });

  it('sets the clock forward to the day on which the clocks change, and is told what was due', async () => {
    const page = await stage.open({ person: 'olga' });
    const zone = 'Europe/Berlin';
    const clock = page.getByRole('region', { name: 'Clock of the playground' });
    const now = Date.parse((await clock.getByRole('time').getAttribute('datetime')) ?? '');
    const today = localDate(zone, now);
    const year = Number(today.slice(0, 4));
    const day = [lastSunday(year, 3), lastSunday(year, 10), lastSunday(year + 1, 3)].find((one) => one > today) ?? '';
    const inWords = new Date(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
    await clock.getByRole('button', { name: 'Day the clocks change' }).click();
    await page.getByText(`It is Sunday ${inWords}, 00:00 in ${zone}, and the clocks change today; no tip was due on the way.`).waitFor();

    await command(page, 'settings', { 'tip-channel': '#tips', 'tip-time': '08:30' });
    await answer(page).getByText('Saved.').waitFor();
    await clock.getByRole('button', { name: 'Day the clocks change' }).click();
    await page.getByText('The clocks never change in UTC, the time zone of the daily tip. As Olga, the owner, set another').waitFor();

    await command(page, 'settings', { 'time-zone': zone });
    await answer(page).getByText(zone).first().waitFor();
    await clock.getByRole('button', { name: 'Tomorrow at nine' }).click();
    await page
      .getByText(/^It is Monday \d+ \w+ \d{4}, 09:00 in Europe\/Berlin; 2 tips were due, from \d+ \w+ \d{4} to \d+ \w+ \d{4}, in #tips\.$/)
      .waitFor();
    await answer(page).getByRole('link', { name: '#tips' }).click();
    await countOf(page.getByText('Tip of the day'), 2);
  });
});
