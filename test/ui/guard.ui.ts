// What another program changes in a design doc: the message with its buttons, the difference, and taking it back.
import { strictEqual } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { appears, crop, findCommand, openFile, runCommand, settle, until } from './gestures';
import { SAMPLE, THEMES, useWorkbench } from './page';

const NAME = '0002-flood-alerts.md';
const FILE = `docs/design_docs/${NAME}`;
const PALETTE = 'Design Docs: Take Back Change';
const MESSAGE = `Another program changed ${NAME}. `;

/** The document as an agent leaves it that ticks what it has not done and drops what it must not do. */
function changedByAgent(text: string): string {
  const lines = text.split('\n');
  const nonGoal = lines.findIndex((line, at) => line.startsWith('- ') && at > lines.indexOf('## Non-Goals'));
  lines.splice(nonGoal, 1);
  return lines.join('\n').replaceAll('- [ ]', '- [x]');
}

/** Waits until the findings are known, which is when the text of the document counts as seen. */
async function seen(page: Page): Promise<void> {
  await openFile(page, NAME);
  await page.locator('.codelens-decoration').filter({ hasText: 'No findings' }).waitFor();
}

/** The messages, where they are kept: under test VS Code shows no toasts. */
async function messages(page: Page): Promise<Locator> {
  const center = page.locator('.notifications-center');
  if (!(await center.isVisible())) await page.locator('#status\\.notifications').click();
  return center.locator('.notification-list-item').filter({ hasText: MESSAGE });
}

/** Waits for the message. */
async function message(page: Page): Promise<Locator> {
  return until('the message', async () => {
    const item = await messages(page);
    return (await appears(item)) && item;
  });
}

/** Waits until the palette does not offer to take a change back, because none is reported. */
async function nothingIsReported(page: Page): Promise<void> {
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await until('a palette without it', async () => {
    await findCommand(page, 'Design Docs: ', 'Design Docs: Check Ready');
    const isOffered = (await rows.filter({ hasText: PALETTE }).count()) > 0;
    await page.keyboard.press('Escape');
    return !isOffered;
  });
}

for (const [name, theme] of Object.entries({ dark: THEMES.dark, light: THEMES.light })) {
  describe(`a change by another program, ${name}`, () => {
    const workbench = useWorkbench({ folder: SAMPLE, file: FILE, theme });

    it('is reported in design terms, shown beside the earlier text, and taken back', async () => {
      const { page, folder, read, screenshot } = workbench();
      const original = read(FILE);
      await seen(page);
      writeFileSync(path.join(folder, FILE), changedByAgent(original));
      const report = await message(page);
      await settle(page);
      await screenshot(`guard-message-${name}`);
      await crop(page, `guard-message-${name}-crop`, page.locator('.notifications-center'));
      await report.getByRole('button', { name: 'Show Changes', exact: true }).click();
      await page
        .locator('.tab.active')
        .filter({ hasText: `${NAME}: What Changed` })
        .waitFor();
      await page.locator('.monaco-diff-editor .line-delete').first().waitFor();
      await settle(page);
      await screenshot(`guard-diff-${name}`);
      await runCommand(page, PALETTE);
      await until('the earlier text', () => read(FILE) === original);
      await nothingIsReported(page);
      strictEqual(read(FILE), original);
    });
  });
}

describe('the buttons of the message about a change', () => {
  const workbench = useWorkbench({ folder: SAMPLE, file: FILE });

  it('take the change back', async () => {
    const { page, folder, read } = workbench();
    const original = read(FILE);
    await seen(page);
    writeFileSync(path.join(folder, FILE), changedByAgent(original));
    await (await message(page)).getByRole('button', { name: 'Take Back', exact: true }).click();
    await until('the earlier text', () => read(FILE) === original);
    await nothingIsReported(page);
  });

  it('turn the messages off', async () => {
    const { page, folder, read, screenshot } = workbench();
    const changed = changedByAgent(read(FILE));
    writeFileSync(path.join(folder, FILE), changed);
    await (await message(page)).getByRole('button', { name: "Don't Show Again", exact: true }).click();
    await findCommand(page, PALETTE);
    await page.keyboard.press('Escape');
    writeFileSync(path.join(folder, FILE), changedByAgent(changed));
    // With the setting, a change ends the earlier report and makes no new one.
    await nothingIsReported(page);
    strictEqual(await (await messages(page)).count(), 0);
    await runCommand(page, 'Preferences: Open User Settings (JSON)');
    const line = page.locator('.view-line').filter({ hasText: '"designDocs.reportChanges": "off"' });
    await line.waitFor();
    await screenshot('guard-off');
  });
});
