import { expect, it } from 'vitest';
import { createSuggester } from '../../src/core/answering/suggest.js';
import { loadLabelled } from '../../src/knowledge/folder/load.js';
import { describeInBrowser } from '../support/browser.js';
import { KNOWLEDGE_DIR, shippedEngine } from '../support/engine.js';
import { answer, ask, box, countOf, hasFocus, messages, newThread, send, textOf, title, withoutCooldown } from '../support/on-page.js';

const ON_LINUX = 'Can a Windows container run on a Linux host?';
const BOT = 'Dockmaster,';
const TYPED = 'windows cont';
/** As many choices as Discord takes for an option (documentation: application commands). */
const MOST_CHOICES = 25;

describeInBrowser('asking on the page', (stage) => {
  it('lets the owner take the cooldown away, so that everybody asks as fast as these tests', async () => {
    await withoutCooldown(await stage.open({ person: 'olga', channel: 'tips' }));
  });

  it('offers commands and questions while somebody types, and takes the choice of the keyboard', async () => {
    const page = await stage.open();
    await box(page).press('/');
    const commands = page.getByRole('listbox', { name: 'Commands' });
    await commands.getByRole('option', { name: /^\/topics/ }).waitFor();
    await box(page).pressSequentially('as');
    await countOf(commands.getByRole('option'), 1);
    await box(page).press('Enter');
    const question = page.getByRole('combobox', { name: 'question' });
    await question.fill(TYPED);
    const { knowledge } = await shippedEngine();
    const suggested = createSuggester(knowledge)(TYPED, MOST_CHOICES).map(({ label }) => label);
    const choices = page.getByRole('listbox', { name: 'Choices for question' }).getByRole('option');
    await expect.poll(async () => (await choices.allTextContents()).map((text) => text.trim()), { timeout: 10_000 }).toEqual(suggested);
    await question.press('ArrowDown');
    await question.press('ArrowDown');
    await question.press('Enter');
    expect(await question.inputValue()).toBe(suggested[1]);
    await question.press('Enter');
    await textOf(title(answer(page)), suggested[1] ?? '');
  });

  it('tells who writes past the bot how it is addressed, each time and in threads too', async () => {
    const page = await stage.open({ channel: 'help' });
    const hint = page.getByText('Mention @Dockmaster each time, or reply to one of its messages');
    await send(page, 'how do containers share a kernel?');
    await hint.waitFor();
    await send(page, '@dockmaster what is a kernel?');
    await textOf(title(answer(page)), 'What is a kernel?');
    await hint.waitFor({ state: 'hidden' });
    await send(page, 'and is it shared?');
    await hint.waitFor();
    await answer(page).hover();
    await answer(page).getByRole('button', { name: 'Reply' }).click();
    await send(page, 'can I run windows containers on linux?');
    await hint.waitFor({ state: 'hidden' });
    await newThread(page, 'hints');
    await hint.waitFor();
  });

  it('completes the name of the bot after an @', async () => {
    const page = await stage.open();
    await newThread(page, 'names');
    await box(page).pressSequentially('@dock');
    await page
      .getByRole('listbox', { name: 'People' })
      .getByRole('option', { name: /Dockmaster/ })
      .waitFor();
    await box(page).press('Tab');
    expect(await box(page).inputValue()).toBe('@Dockmaster ');
    await box(page).pressSequentially('what is a kernel?');
    await box(page).press('Enter');
    await textOf(title(answer(page)), 'What is a kernel?');
  });

  it('reads “and on mac?” in a thread with the question before it', async () => {
    const page = await stage.open();
    await newThread(page, 'on which systems');
    await send(page, '@Dockmaster can I run windows containers on linux?');
    await textOf(title(answer(page)), ON_LINUX);
    await send(page, '@Dockmaster and on mac?');
    await countOf(messages(page, BOT), 2);
    // Whether it answers or offers, what it names first is about Windows containers on a Mac.
    const named = title(answer(page)).or(answer(page).getByRole('button', { name: /^(?!@)/ }));
    await textOf(named.first(), 'Can a Mac run Windows containers?');
  });

  it('turns an answer to its layers and back, and follows a question that leads on', async () => {
    const page = await stage.open();
    await newThread(page, 'layers');
    await ask(page, 'what is a kernel?');
    await answer(page).getByRole('button', { name: 'Pitfalls', exact: true }).click();
    await textOf(title(answer(page)), 'Pitfalls: What is a kernel?');
    await answer(page).getByText("Inside a container uname shows the host's kernel").waitFor();
    await answer(page).getByRole('button', { name: 'Short answer' }).click();
    await textOf(title(answer(page)), 'What is a kernel?');
    await countOf(messages(page, BOT), 1);

    const menu = answer(page).getByRole('combobox', { name: 'Questions that lead on' });
    await menu.click();
    const option = page.getByRole('listbox', { name: 'Questions that lead on' }).getByRole('option', { name: 'What is a system call?' });
    await option.click();
    await countOf(messages(page, BOT), 2);
    await textOf(title(answer(page)), 'What is a system call?');
  });

  it('offers what is close where it is not sure, and answers with what was meant', async () => {
    const { matcher, knowledge } = await shippedEngine();
    const { questions } = loadLabelled(`${KNOWLEDGE_DIR}/evaluation.yml`);
    const unsure = questions.find(({ ask: text }) => matcher.match(text).decision === 'choices')?.ask ?? '';
    const page = await stage.open();
    await newThread(page, 'did you mean');
    await ask(page, unsure);
    const nearest = matcher.match(unsure).candidates[0]?.entryId;
    const meant = knowledge.entries.find(({ id }) => id === nearest)?.question ?? '';
    expect(await title(answer(page)).count()).toBe(0);
    await answer(page).getByRole('button', { name: meant, exact: true }).click();
    await textOf(title(answer(page)), meant);
    await countOf(messages(page, BOT), 1);
  });

  it('keeps a private answer from others until it is shared', async () => {
    const mia = await stage.open();
    const thread = await newThread(mia, 'private');
    const henry = await stage.open({ person: 'henry', channel: thread });
    await ask(mia, 'what is a kernel?');
    await answer(mia).getByText('Only you can see this').waitFor();
    await send(mia, 'somebody here?');
    await messages(henry, 'Mia').getByText('somebody here?').waitFor();
    expect(await messages(henry, BOT).count()).toBe(0);

    await messages(mia, BOT).first().getByRole('button', { name: 'Share', exact: true }).click();
    await textOf(title(answer(henry)), 'What is a kernel?');
    expect(await answer(henry).getByText('Only you can see this').count()).toBe(0);

    // The private one was never for Henry; who dismisses it is at the next message, and the shared one is still explained.
    await messages(mia, BOT).first().getByRole('button', { name: 'Dismiss message' }).press('Enter');
    await countOf(messages(mia, BOT), 1);
    expect(await hasFocus(mia, messages(mia, 'Mia'))).toBe(true);
    for (const page of [mia, henry]) {
      await answer(page).getByRole('button', { name: 'How was this chosen?' }).click();
      await page.getByRole('heading', { name: 'The question' }).waitFor();
    }
  });

  it('dismisses a private answer, and a public one for who asked alone', async () => {
    const mia = await stage.open();
    const thread = await newThread(mia, 'dismissing');
    await expect.poll(() => hasFocus(mia, box(mia))).toBe(true);
    await ask(mia, 'what is a kernel?');
    await answer(mia).getByRole('button', { name: 'Dismiss message' }).click();
    await countOf(messages(mia, BOT), 0);
    expect(await hasFocus(mia, box(mia))).toBe(true);

    const henry = await stage.open({ person: 'henry', channel: thread });
    await send(henry, '@Dockmaster what is a kernel?');
    await textOf(title(answer(mia)), 'What is a kernel?');
    await answer(mia).getByRole('button', { name: 'Dismiss', exact: true }).click();
    await answer(mia).getByText('Only the person who asked, or somebody who may manage messages, can dismiss this answer.').waitFor();
    await answer(henry).getByRole('button', { name: 'Dismiss', exact: true }).click();
    await countOf(messages(henry, BOT), 0);
  });

  it('changes the answer with an edit of the question, and takes it away with the question', async () => {
    const page = await stage.open();
    await newThread(page, 'editing');
    await send(page, '@Dockmaster what is a kernel?');
    await textOf(title(answer(page)), 'What is a kernel?');
    await box(page).press('ArrowUp');
    const edit = page.getByRole('textbox', { name: 'Edit message' });
    expect(await edit.inputValue()).toBe('@Dockmaster what is a kernel?');
    await edit.fill('@Dockmaster can I run windows containers on linux?');
    await edit.press('Enter');
    await textOf(title(answer(page)), ON_LINUX);
    await countOf(messages(page, BOT), 1);

    await messages(page, 'Mia').hover();
    await messages(page, 'Mia').getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('dialog', { name: 'Delete message' }).getByRole('button', { name: 'Delete' }).click();
    await countOf(messages(page), 0);
  });

  it('shows HTML and scripts as text, in messages and in what the bot quotes', async () => {
    const page = await stage.open();
    await newThread(page, '<b>bold</b>');
    const attack = '<img src="x" onerror="alert(1)"><script>alert(2)</script><b onclick="alert(3)">[x](javascript:alert(4))</b>';
    await send(page, attack);
    await messages(page, 'Mia').getByText('<script>alert(2)</script>').waitFor();
    await send(page, `@Dockmaster ${attack}`);
    await answer(page).waitFor();
    await answer(page).getByRole('button', { name: 'How was this chosen?' }).click();
    await page
      .getByRole('complementary', { name: 'How was this chosen?' })
      .getByRole('definition')
      .first()
      .getByText('<script>alert(2)</script>')
      .waitFor();
    expect(await page.locator('img[src="x"], main script, a[href^="javascript:"], main b[onclick]').count()).toBe(0);
  });

  it('answers a message from its menu, and a question from the form', async () => {
    const page = await stage.open();
    await newThread(page, 'menu and form');
    await send(page, 'what is a kernel, by the way?');
    await messages(page, 'Mia').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Ask Dockmaster about this' }).click();
    await textOf(title(answer(page)), 'What is a kernel?');
    await textOf(answer(page).locator('[slot="reply"]'), 'used Ask Dockmaster about this');
    await answer(page).getByRole('button', { name: 'Another question' }).click();
    const form = page.getByRole('dialog', { name: 'Ask a question' });
    await form.getByRole('textbox', { name: 'Your question, in your own words' }).fill('can I run windows containers on linux?');
    await form.getByRole('button', { name: 'Submit' }).click();
    await form.waitFor({ state: 'hidden' });
    await countOf(messages(page, BOT), 2);
    await textOf(title(answer(page)), ON_LINUX);
  });
});
