// The Documents view and Open Design Doc: finding a document, and seeing how all of them are.

import { match, ok, strictEqual } from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { crop, pickRow, runCommand, settle, until } from './gestures';
import { SAMPLE, THEMES, useWorkbench } from './page';

const FOLDER = 'docs/design_docs';
const INPUT = '.quick-input-widget input.input';

/** Adds documents of other stages to the sample, made of one that is there. */
function addDocuments(folder: string): void {
  const from = path.join(folder, FOLDER, '0001-append-only-readings.md');
  const text = readFileSync(from, 'utf8');
  for (const [number, title, status] of [
    ['0004', 'Tide Alarms', 'Draft'],
    ['0010', 'Old Gauges', 'Abandoned'],
    ['0011', 'Harbour Lights', 'Draft'],
  ] as const) {
    const name = `${number}-${title.toLowerCase().replace(' ', '-')}.md`;
    const own = text
      .replace(/^# .*$/m, `# Design: ${title}`)
      .replace(/^\*\*Status:\*\*.*$/m, `**Status:** ${status}`);
    writeFileSync(path.join(folder, FOLDER, name), own);
  }
}

const pane = (page: Page): Locator => page.locator('.pane').filter({ hasText: 'Documents' }).first();
const rows = (page: Page): Locator => pane(page).locator('.monaco-list-row');
const row = (page: Page, text: string): Locator => rows(page).filter({ hasText: text }).first();

async function showDocuments(page: Page): Promise<void> {
  await page.locator('.activitybar').getByRole('tab', { name: 'Design Docs' }).click();
  await row(page, 'Tide Alarms').waitFor();
}

/** Picks a row of the quick pick that a command opens. */
async function choose(page: Page, command: string, label: string): Promise<void> {
  await pickRow(page, label, () => runCommand(page, command));
}

const labels = async (page: Page): Promise<string[]> => {
  const texts = await rows(page).locator('.label-name').allTextContents();
  return texts.map((text) => text.replaceAll(' ', ' '));
};

describe('the Documents view', () => {
  const workbench = useWorkbench({ folder: SAMPLE, prepare: addDocuments, file: 'README.md' });

  it('lists the design docs by stage, with progress and warnings, when no document is open', async () => {
    const { page, screenshot } = workbench();
    await showDocuments(page);
    const groups = await labels(page);
    ok(groups.includes('Draft'), groups.join());
    match((await row(page, 'Tide Alarms').getAttribute('aria-label')) ?? '', /0004 Tide Alarms, Draft/);
    strictEqual(await row(page, 'Old Gauges').count(), 0, 'a settled group is closed');
    await row(page, 'Given Up').click();
    await row(page, 'Old Gauges').waitFor();
    await settle(page);
    await screenshot('documents');
    await crop(page, 'documents-view', page.locator('.part.sidebar'));
  });

  it('opens a document, and selects the one that is active', async () => {
    const { page } = workbench();
    await row(page, 'Harbour Lights').click();
    await page.locator('.tab.active').filter({ hasText: '0011-harbour-lights.md' }).waitFor();
    await runCommand(page, 'Design Docs: Open Design Doc…');
    await page.locator(INPUT).fill('alarm');
    const found = page.locator('.quick-input-list .monaco-list-row').first();
    await found.filter({ hasText: '0004 Tide Alarms' }).waitFor();
    await crop(page, 'documents-picker', page.locator('.quick-input-widget'));
    await page.keyboard.press('Enter');
    await page.locator('.tab.active').filter({ hasText: '0004-tide-alarms.md' }).waitFor();
    await until('the row of the active document', async () =>
      /\bselected\b/.test((await row(page, 'Tide Alarms').getAttribute('class')) ?? ''),
    );
  });

  it('is grouped, sorted and filtered, and says that documents are left out', async () => {
    const { page } = workbench();
    await choose(page, 'Design Docs: Group Documents', 'Folder');
    await row(page, FOLDER).waitFor();
    await choose(page, 'Design Docs: Sort Documents', 'Title');
    await until('the order of titles', async () => {
      const all = (await labels(page)).join();
      return all.indexOf('Harbour Lights') < all.indexOf('Old Gauges') && all.includes('Old Gauges');
    });
    await choose(page, 'Design Docs: Filter Documents', 'not settled');
    await until('no settled document', async () => (await row(page, 'Old Gauges').count()) === 0);
    await pane(page).locator('.pane-header').filter({ hasText: 'not settled' }).waitFor();
    await choose(page, 'Design Docs: Filter Documents', 'All design docs');
    await row(page, 'Old Gauges').waitFor();
  });

  it('follows a document that is written, changed and removed by another program', async () => {
    const { page, folder } = workbench();
    const file = path.join(folder, FOLDER, '0012-new-quay.md');
    const text = readFileSync(path.join(folder, FOLDER, '0011-harbour-lights.md'), 'utf8');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text.replace('Harbour Lights', 'New Quay'));
    await row(page, '0012 New Quay').waitFor();
    writeFileSync(file, text.replace('Harbour Lights', 'Newer Quay'));
    await row(page, '0012 Newer Quay').waitFor();
  });

  it('counts the open comments of a document', async () => {
    const { page, folder } = workbench();
    const file = path.join(folder, FOLDER, '0011-harbour-lights.md');
    const text = readFileSync(file, 'utf8');
    const comment = (word: string): string => `\n<!-- design-docs: comment ${word}? -->\n`;
    const lights = row(page, 'Harbour Lights');
    const spoken = async (): Promise<string> => (await lights.getAttribute('aria-label')) ?? '';
    writeFileSync(file, `${text}${comment('Why')}`);
    await lights.filter({ hasText: '1 open comment' }).waitFor();
    match(await spoken(), /0011 Harbour Lights, Draft.*, 1 open comment$/);
    writeFileSync(file, `${text}${comment('Why')}${comment('When')}`);
    await lights.filter({ hasText: '2 open comments' }).waitFor();
    match(await spoken(), /, 2 open comments$/);
    await settle(page);
    await crop(page, 'documents-comments', page.locator('.part.sidebar'));
    writeFileSync(file, text);
    await until('a row without comments', async () => !(await spoken()).includes('comment'));
  });
});

for (const [name, theme] of [
  ['documents-light', THEMES.light],
  ['documents-hc', THEMES.highContrast],
] as const) {
  describe(`the Documents view in ${theme}`, () => {
    const workbench = useWorkbench({ folder: SAMPLE, prepare: addDocuments, file: 'README.md', theme });

    it('is seen', async () => {
      const { page } = workbench();
      await showDocuments(page);
      await row(page, 'Tide Alarms').click();
      await page.locator('.tab.active').filter({ hasText: '0004-tide-alarms.md' }).waitFor();
      await settle(page);
      await crop(page, name, page.locator('.part.sidebar'));
    });
  });
}
