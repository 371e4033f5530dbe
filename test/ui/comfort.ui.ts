// What is beside the text: badges and menus of the Explorer, the language status, several rows.

import { match, strictEqual } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { planRow, save, settle, until } from './gestures';
import { SAMPLE, useWorkbench } from './page';
import { showPlan } from './planGestures';

const FILE = 'docs/design_docs/0002-flood-alerts.md';
const CLOSED = 'docs/design_docs/0001-append-only-readings.md';

describe('beside the text of a design doc', () => {
  const workbench = useWorkbench({ folder: SAMPLE, file: FILE });

  const inExplorer = (name: string): Locator =>
    workbench().page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: name });
  const labelOf = async (row: Locator): Promise<string> =>
    (await row.locator('.monaco-icon-label').first().getAttribute('aria-label')) ?? '';
  const menuEntry = (name: string): Locator =>
    workbench().page.locator('.monaco-menu').getByRole('menuitem', { name });

  it('the Explorer shows the stage of open and closed documents, as it is on disk', async () => {
    const { page, folder, screenshot } = workbench();
    await inExplorer('0002-flood-alerts.md').waitFor();
    await until('the badge', async () =>
      /In Progress/.test(await labelOf(inExplorer('0002-flood-alerts.md'))),
    );
    await until('the badge of a closed file', async () =>
      /Design doc: /.test(await labelOf(inExplorer('0001-append-only'))),
    );
    await settle(page);
    await screenshot('badges');
    const file = path.join(folder, CLOSED);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/^\*\*Status:\*\*.*$/m, '**Status:** Draft'));
    await until('the badge of the changed file', async () =>
      /Design doc: Draft/.test(await labelOf(inExplorer('0001-append-only'))),
    );
  });

  it('the menus of a document, and of a folder with documents, have what applies', async () => {
    const { page, screenshot } = workbench();
    await inExplorer('0002-flood-alerts.md').click({ button: 'right' });
    await menuEntry('Design Docs').hover();
    await menuEntry('Check Ready for Review').waitFor();
    await screenshot('menu-explorer');
    strictEqual(await menuEntry('New Design Doc Here').count(), 0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await inExplorer('README.md').first().click({ button: 'right' });
    await menuEntry('Rename').first().waitFor();
    strictEqual(await menuEntry('Design Docs').count(), 0, 'entries for another file');
    await page.keyboard.press('Escape');
  });

  it('the language status names the template', async () => {
    const { page, screenshot } = workbench();
    await page.locator('#status\\.languageStatus').click();
    await page.locator('.hover-language-status').filter({ hasText: 'Template: design' }).waitFor();
    await screenshot('language-status');
    await page.keyboard.press('Escape');
  });

  it('ticks all selected steps at once by Space', async () => {
    const { page, read, screenshot } = workbench();
    await showPlan(workbench());
    await planRow(page, 'Raise a rehearsal').last().click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Space');
    await save(page);
    await until('both steps ticked', () => {
      const text = read(FILE);
      return /- \[x\] .*Raise a rehearsal/.test(text) && /- \[x\] .*Page the on-call/.test(text);
    });
    await settle(page);
    await screenshot('several-rows');
    match(read(FILE), /- \[ \] Milestone 4/);
  });
});
