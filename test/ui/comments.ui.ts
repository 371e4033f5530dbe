// Review comments: written beside the text, kept in the document, answered and resolved in their thread.
import { match, ok, strictEqual } from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { crop, goTo, openFile, planRow, runCommand, save, settle, until } from './gestures';
import { SAMPLE, THEMES, useWorkbench } from './page';
import { showPlan } from './planGestures';

const FILE = 'docs/design_docs/0002-flood-alerts.md';
const SETTINGS = { 'designDocs.author': 'Maria Lopez', 'comments.openView': 'never' };

const widget = (page: Page): Locator => page.locator('.review-widget').first();
const glyph = (page: Page): Locator =>
  page.locator('.margin-view-overlays .comment-thread-unresolved').first();

/** The line of a piece of text, from 1. */
const lineOf = (text: string, piece: string): number => text.slice(0, text.indexOf(piece)).split('\n').length;

/** Comments on the first line below a heading, by the command palette. */
async function comment(page: Page, line: number, text: string): Promise<void> {
  await goTo(page, line, 1);
  await runCommand(page, 'Design Docs: Add Comment');
  const input = page.locator('.quick-input-widget input.input');
  await input.fill(text);
  await page.keyboard.press('Enter');
  await glyph(page).waitFor();
}

/** Opens the thread in the margin. */
async function openThread(page: Page): Promise<void> {
  await until('the thread', async () => {
    if (await widget(page).isVisible()) return true;
    await glyph(page).click();
    return false;
  });
  await widget(page).locator('.comment-body').first().waitFor();
}

/** Writes into the reply of the open thread and presses a button of it. */
async function reply(page: Page, text: string, button: string): Promise<void> {
  const collapsed = widget(page).locator('.review-thread-reply-button');
  if (await collapsed.isVisible()) await collapsed.click();
  await widget(page).locator('.comment-form .monaco-editor').click();
  await page.keyboard.type(text);
  await widget(page).getByRole('button', { name: button }).click();
}

for (const [name, theme] of Object.entries({
  dark: THEMES.dark,
  light: THEMES.light,
  'high-contrast': THEMES.highContrast,
})) {
  describe(`review comments, ${name}`, () => {
    const workbench = useWorkbench({ folder: SAMPLE, file: FILE, settings: SETTINGS, theme });

    it('are written, answered and resolved in a thread beside the block', async () => {
      const { page, read, screenshot } = workbench();
      const original = read(FILE);
      await openFile(page, '0002-flood-alerts.md');
      const line = lineOf(original, '## Goals');
      ok(line > 1, 'the sample has goals');
      await comment(page, line + 2, 'Which harbours are meant?');
      await openThread(page);
      match((await widget(page).locator('.comment-body').first().textContent()) ?? '', /Which.harbours/);
      await showPlan(workbench());
      await page.keyboard.press('End');
      const row = planRow(page, 'Open comment by Maria Lopez: Which harbours');
      await row.waitFor();
      await settle(page);
      await screenshot(`comments-${name}`);
      await crop(page, `comments-${name}-crop`, page.locator('.part.editor'));
      await reply(page, 'All of them; the text says so now.', 'Reply to Comment');
      await widget(page).locator('.comment-body').nth(1).waitFor();
      await save(page);
      match(read(FILE), /author: Maria Lopez\n/);
      match(read(FILE), /\n *All of them; the text says so now\.\n *-->/);
      await widget(page).getByRole('button', { name: 'Resolve Comment' }).first().click();
      await page.locator('.tab.active.dirty').waitFor();
      await save(page);
      match(read(FILE), /\n *state: resolved\n/);
      await row.waitFor({ state: 'hidden' });
      const without = read(FILE).replace(/ *<!-- design-docs: comment[\s\S]*?-->\n/, '');
      strictEqual(without, original, 'the rest of the document');
    });
  });
}
