import { once } from 'node:events';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { describeInBrowser } from '../support/browser.js';
import { cuttableLine } from '../support/cuttable-line.js';
import { answer, box, command, countOf, hasFocus, messages, newThread, send, textOf, title, withoutCooldown } from '../support/on-page.js';

const HOUR_MS = 60 * 60_000;

describeInBrowser('people on the page', (stage) => {
  it('lets the owner set a daily tip, and shows what is set', async () => {
    const page = await stage.open({ person: 'olga' });
    await withoutCooldown(page);
    await command(page, 'settings', { 'tip-channel': '#tips', 'time-zone': 'Europe/Berlin' });
    await answer(page).getByText('Daily tip: #tips at 09:00 (Europe/Berlin), every day').waitFor();
    await answer(page).getByText('Only you can see this').waitFor();
  });

  it('brings the tip at nine when the clock is set there, with buttons that work', async () => {
    const page = await stage.open({ channel: 'tips', timezoneId: 'Europe/Berlin' });
    await countOf(messages(page), 0);
    await page.getByRole('button', { name: 'Tomorrow at nine' }).click();
    await page
      .getByText(/It is \w+ \d{1,2} \w+ \d{4}, 09:00 in Europe\/Berlin; (one tip was due|2 tips were due, from [^;]+ to [^;]+), in #tips\./)
      .waitFor();
    await textOf(page.getByRole('region', { name: 'Clock of the playground' }).getByRole('time'), /^\w{3}, \d{1,2} \w{3,4} \d{4}, 09:00$/);
    await answer(page).getByText('Tip of the day').waitFor();
    const tips = await messages(page).count();
    expect(await answer(page).getAttribute('aria-label')).toMatch(/^Dockmaster, Today at 09:00$/);

    await answer(page).getByRole('button', { name: 'Explain more' }).click();
    await countOf(messages(page), tips + 1);
    await title(answer(page)).waitFor();
    await messages(page).first().getByRole('button', { name: 'Another question' }).click();
    await page.getByRole('dialog', { name: 'Ask a question' }).getByRole('textbox').fill('what is a kernel?');
    await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
    await countOf(messages(page), tips + 2);
    await textOf(title(answer(page)), 'What is a kernel?');

    await page.getByRole('button', { name: 'Next tip' }).click();
    await page.getByText('; one tip was due, in #tips.').last().waitFor();
    await countOf(messages(page).filter({ hasText: 'Tip of the day' }), tips + 1);
  });

  it('shows a member no /settings, and refuses her one that is sent past the page', async () => {
    const page = await stage.open();
    await box(page).pressSequentially('/');
    const commands = page.getByRole('listbox', { name: 'Commands' });
    await commands.getByRole('option', { name: /^\/ask/ }).waitFor();
    expect(await commands.getByRole('option', { name: /settings/ }).count()).toBe(0);

    const socket = new WebSocket(`${stage.url().replace('http', 'ws')}/live`, { origin: stage.url() });
    await once(socket, 'open');
    const refusal = new Promise((resolve) => {
      socket.on('message', (data) => {
        const tidings: { readonly id?: number } = JSON.parse(String(data));
        if (tidings.id === 2) resolve(tidings);
      });
    });
    socket.send(JSON.stringify({ id: 1, verb: 'look', person: 'mia', channel: 'general', reading: true }));
    socket.send(JSON.stringify({ id: 2, verb: 'slash', name: 'settings', values: { tips: false } }));
    expect(await refusal).toMatchObject({ ok: false });
    socket.close();
    // And nothing has changed.
    const olga = await stage.open({ person: 'olga' });
    await command(olga, 'settings', {});
    await answer(olga).getByText('Daily tip: #tips at 09:00').waitFor();
  });

  it('switches to another person, and stays who and where one was after a reload', async () => {
    const page = await stage.open({ channel: 'help' });
    await page.getByRole('button', { name: /^You are Mia/ }).click();
    await page.getByRole('menuitemradio', { name: /^Henry/ }).click();
    await page.getByRole('button', { name: /^You are Henry/ }).waitFor();
    await send(page, 'Henry was here');
    await messages(page, 'Henry').getByText('Henry was here').waitFor();
    await page.getByRole('link', { name: 'tips' }).click();
    await page.getByRole('heading', { level: 1, name: '#tips' }).waitFor();
    await page.getByRole('link', { name: 'help' }).click();

    await page.reload();
    await page.getByRole('button', { name: /^You are Henry/ }).waitFor();
    await page.getByRole('heading', { level: 1, name: '#help' }).waitFor();
    await messages(page, 'Henry').getByText('Henry was here').waitFor();
  });

  it('shows two people in two tabs each other at once, and who is typing', async () => {
    const mia = await stage.open({ channel: 'help' });
    const henry = await stage.open({ person: 'henry', channel: 'help' });
    await box(mia).pressSequentially('hello');
    await henry.getByText('Mia is typing…').waitFor();
    await box(mia).press('Enter');
    await messages(henry, 'Mia').getByText('hello').waitFor();
    await countOf(henry.getByText('Mia is typing…'), 0);
    await send(henry, 'good morning');
    await messages(mia, 'Henry').getByText('good morning').waitFor();
  });

  it('lets a click meet what it was aimed at, though a message comes meanwhile, and then shows that', async () => {
    const mia = await stage.open({ viewport: { width: 1440, height: 400 } });
    const thread = await newThread(mia, 'aiming');
    await send(mia, '@Dockmaster what is a kernel?');
    await title(answer(mia)).waitFor();
    const henry = await stage.open({ person: 'henry', channel: thread });
    await answer(mia).getByRole('button', { name: 'Why', exact: true }).hover();
    await mia.mouse.down();
    await send(henry, 'one line\nand another');
    await messages(mia, 'Henry').waitFor();
    await mia.mouse.up();
    await textOf(title(answer(mia)), 'Why: What is a kernel?');
    const below = 'log.scrollHeight - log.scrollTop - log.clientHeight';
    await expect.poll(() => mia.evaluate(below)).toBeLessThanOrEqual(1);
  });

  it('says when the line is cut, and catches up when it is mended', async () => {
    const line = await cuttableLine(stage.url());
    const page = await stage.open({ url: line.url });
    const thread = await newThread(page, 'storm');
    line.cut();
    await page.getByText('The connection is lost. Trying again…').waitFor();
    const henry = await stage.open({ person: 'henry', channel: thread });
    await send(henry, 'said in the storm');
    await messages(henry, 'Henry').waitFor();
    stage.forgive(/WebSocket connection to .* failed/);
    line.mend();
    await messages(page, 'Henry').getByText('said in the storm').waitFor();
    await page.getByText('The connection is lost').waitFor({ state: 'hidden' });
    await send(page, 'back again');
    await messages(henry, 'Mia').getByText('back again').waitFor();
    line.close();
  });

  it('has a way back to the real time for as long as the clock is set, and goes on where one writes', async () => {
    const page = await stage.open({ channel: 'help' });
    const clock = page.getByRole('region', { name: 'Clock of the playground' });
    const back = clock.getByRole('button', { name: 'Back to now' });
    const ahead = async (): Promise<number> => Date.parse((await clock.getByRole('time').getAttribute('datetime')) ?? '') - Date.now();
    await clock.getByRole('button', { name: 'Tomorrow at nine' }).click();
    await expect.poll(ahead, { timeout: 10_000 }).toBeGreaterThan(HOUR_MS);
    await back.press('Enter');
    await back.waitFor({ state: 'hidden' });
    expect(Math.abs(await ahead())).toBeLessThan(HOUR_MS);
    await expect.poll(() => hasFocus(page, box(page))).toBe(true);
  });
});
