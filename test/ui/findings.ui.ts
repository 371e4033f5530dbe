// What is wrong with a document, and putting it right.
import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import * as path from 'node:path';
import { ROOT } from '../harness/root';
import { appears, crop, goTo, quickFix, runCommand, save, settle, textOf, until } from './gestures';
import { SAMPLE, useWorkbench } from './page';

const FILE = 'docs/design_docs/0003-gauge-log-upload.md';
const FIXED = 'fixed-by-command-line';

describe('findings', () => {
  const workbench = useWorkbench({
    folder: SAMPLE,
    // The command line mends a copy, to see that the editor does the same.
    prepare: (folder) => cpSync(folder, path.join(folder, '..', FIXED), { recursive: true }),
    file: FILE,
  });
  let original = '';

  it('are underlined and counted', async () => {
    const { page, read, screenshot } = workbench();
    original = read(FILE);
    await page.locator('.editor-instance .squiggly-warning').first().waitFor();
    await page.locator('.editor-instance .squiggly-info').first().waitFor();
    const status = page.locator('#status\\.problems a');
    await until('the count', async () =>
      /Warnings: 9, Infos: 1/.test((await status.getAttribute('aria-label')) ?? ''),
    );
    await settle(page);
    await screenshot('diagnostics');
  });

  it('tell in a hover what was expected, and link to the rule', async () => {
    const { page, screenshot } = workbench();
    const hover = page
      .locator('.monaco-hover.monaco-resizable-hover, .monaco-hover')
      .filter({ hasText: 'Non-Goals' });
    const title = page.locator('.editor-instance .view-line').filter({ hasText: 'Gauge Log Upload' }).first();
    const box = await title.boundingBox();
    ok(box);
    await until('the hover', async () => {
      // The pointer has to come from somewhere else to be noticed.
      await page.mouse.move(box.x + 60, box.y + 40);
      await page.mouse.move(box.x + 90, box.y + 9, { steps: 3 });
      return appears(hover);
    });
    match(await textOf(hover), /Missing section "Non-Goals": the template requires it after "Goals"/);
    match(await textOf(hover), /"untrusted" on line 41/);
    const link = hover.locator('a.code-link').first();
    strictEqual(await textOf(link), 'missing-section');
    match((await link.getAttribute('href')) ?? '', /\/rules\.md#missing-section$/);
    // The source and the parentheses around the rule stand outside of the link.
    strictEqual(await textOf(link.locator('..').locator('span').first()), 'design-docs');
    await page.waitForTimeout(300);
    await screenshot('hover');
    await crop(page, 'hover-crop', title.locator('span').first(), hover);
    await settle(page);
    await page.mouse.click(box.x + 200, box.y + 40);
  });

  it('are listed in Problems', async () => {
    const { page, screenshot } = workbench();
    await page.keyboard.press('Control+Shift+M');
    const rows = page.locator('.markers-panel .monaco-list-row[aria-level="2"]');
    await until('ten problems', async () => (await rows.count()) === 10);
    const texts = await rows.allTextContents();
    for (const rule of [
      'missing-section',
      'conditional-section',
      'header-field',
      'plan-structure',
      'leftover-placeholder',
      'leftover-suffix',
      'leftover-instructions',
      'section-order',
      'empty-section',
    ]) {
      ok(
        texts.some((text) => text.includes(rule)),
        rule,
      );
    }
    strictEqual(await rows.filter({ hasText: 'design-docs' }).count(), 10, 'signed by us');
    const badge = page.locator('.panel .action-item.checked .badge-content');
    strictEqual(await textOf(badge), '10');
    await settle(page);
    await screenshot('problems');
    await page.keyboard.press('Control+Shift+M');
    await rows.first().waitFor({ state: 'hidden' });
  });

  it('have specific fixes in the light bulb, the preferred one first', async () => {
    const { page, screenshot } = workbench();
    const bulb = page.locator('.lightBulbWidget.codicon-lightbulb-autofix');
    await until('a light bulb with a star', async () => {
      await goTo(page, 3, 1);
      await goTo(page, 1, 5);
      return appears(bulb);
    });
    await quickFix(page, 'Insert section "Non-Goals"');
    const actions = page.locator('.action-widget .monaco-list-row.action');
    const titles = await actions.locator('.title').allTextContents();
    deepStrictEqual(
      titles.slice(0, 3),
      ['Non-Goals', 'Testing and Validation', 'Security / Privacy'].map((name) => `Insert section "${name}"`),
    );
    strictEqual(titles.filter((title) => title.startsWith('Fix all')).length, 2, titles.join('\n'));
    strictEqual(new Set(titles).size, titles.length, 'no title twice');
    match((await actions.first().getAttribute('class')) ?? '', /\bfocused\b/);
    await settle(page);
    await screenshot('light-bulb');
    const title = page.locator('.editor-instance .view-line > span').first();
    await crop(page, 'light-bulb-crop', title, page.locator('.action-widget').first());
  });

  it('are fixed by one key, and one undo brings back every byte', async () => {
    const { page, read } = workbench();
    await page.keyboard.press('Enter');
    await save(page);
    const inserted = read(FILE);
    match(inserted, /\n## Non-Goals\n/);
    ok(inserted.indexOf('## Goals') < inserted.indexOf('## Non-Goals'), 'order of the sections');
    ok(
      inserted.indexOf('## Non-Goals') < inserted.indexOf('## Implementation Plan'),
      'order of the sections',
    );
    await page.keyboard.press('Control+z');
    await save(page);
    strictEqual(read(FILE), original);
    // What is preferred is what the key for it applies.
    await goTo(page, 1, 5);
    await until('the preferred fix', async () => {
      await page.keyboard.press('Alt+Shift+.');
      return appears(page.locator('.tab.active.dirty'));
    });
    await save(page);
    strictEqual(read(FILE), inserted, 'the preferred fix');
    await page.keyboard.press('Control+z');
    await save(page);
    strictEqual(read(FILE), original);
  });

  it('of one kind are fixed together', async () => {
    const { page, read } = workbench();
    await goTo(page, 1, 5);
    await (await quickFix(page, 'Fix all 2 findings of missing-section')).click();
    await save(page);
    const headings = ['## Goals', '## Non-Goals', '## Testing and Validation'];
    const places = headings.map((heading) => read(FILE).split('\n').indexOf(heading));
    ok(!places.includes(-1), `lines of ${headings.join(', ')}: ${places.join(', ')}`);
    deepStrictEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
    await page.keyboard.press('Control+z');
    await save(page);
    strictEqual(read(FILE), original);
  });

  it('are all fixed by a command, as the command line fixes them', async () => {
    const { page, folder, read, screenshot } = workbench();
    await page.keyboard.press('Control+Shift+M');
    const rows = page.locator('.markers-panel .monaco-list-row[aria-level="2"]');
    await until('ten problems', async () => (await rows.count()) === 10);
    await runCommand(page, 'Design Docs: Fix All');
    await until('one problem', async () => (await rows.count()) === 1);
    match(await textOf(rows.first()), /expected your own text instead of <benefit>/);
    await goTo(page, 1, 1);
    await settle(page);
    await screenshot('fix-all');
    await save(page);
    const copy = path.join(folder, '..', FIXED);
    const cli = spawnSync(process.execPath, [path.join(ROOT, 'dist/cli.js'), 'fix', FILE], { cwd: copy });
    strictEqual(cli.signal, null);
    strictEqual(read(FILE), read(path.join('..', FIXED, FILE)), 'the text as the command line has it');
    await page.keyboard.press('Control+z');
    await save(page);
    strictEqual(read(FILE), original);
  });

  it('link to the page about their rule', async () => {
    const { page } = workbench();
    const link = page.locator('.markers-panel a').filter({ hasText: 'missing-section' }).first();
    await link.click({ modifiers: ['Control'] });
    await page.locator('.tab.active').filter({ hasText: 'rules.md' }).waitFor();
    await page
      .locator('.editor-instance .view-line')
      .filter({ hasText: 'missing-section' })
      .first()
      .waitFor();
  });
});
