// What is wrong with a document, and putting it right.
import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import * as path from 'node:path';
import { ROOT } from '../harness/root';
import {
  appears,
  crop,
  goTo,
  noMessages,
  quickFix,
  runCommand,
  save,
  settle,
  textOf,
  until,
} from './gestures';
import { SAMPLE, useWorkbench } from './page';

const FILE = 'docs/design_docs/0003-gauge-log-upload.md';
// Next to the folder that is open there is a copy for the command line, of which the editor is to say the same.
const COPY = path.join('..', 'copy-for-command-line');

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

function commandLine(folder: string, ...words: readonly string[]): string {
  const program = path.join(ROOT, 'dist', 'cli.js');
  const done = spawnSync(process.execPath, [program, ...words], { cwd: folder, encoding: 'utf8' });
  // It ends with 1 where there is something to report.
  ok(done.status === 0 || done.status === 1, done.stderr);
  return done.stdout;
}

/** What the command line finds in the copy, as far as Problems lists it, too. */
function listed(folder: string): readonly Finding[] {
  const report: unknown = JSON.parse(commandLine(folder, 'check', FILE, '--format', 'json'));
  const { documents } = report as { documents: readonly { findings: readonly Finding[] }[] };
  const findings = documents.flatMap((document) => document.findings);
  return findings.filter(({ severity }) => severity !== 'hint');
}

describe('findings', () => {
  const workbench = useWorkbench({
    folder: SAMPLE,
    prepare: (folder) => cpSync(folder, path.join(folder, COPY), { recursive: true }),
    file: FILE,
  });
  let original = '';

  const rows = () => workbench().page.locator('.markers-panel .monaco-list-row[aria-level="2"]');
  /** Waits until Problems lists as many as are expected. */
  const problems = (count: number) =>
    until(`${count} problems`, async () => {
      const badge = workbench().page.locator('.panel .action-item.checked .badge-content');
      return (await rows().count()) === count && (await textOf(badge)) === String(count);
    });

  it('are underlined and counted', async () => {
    const { page, folder, read, screenshot } = workbench();
    original = read(FILE);
    const count = (wanted: string) =>
      listed(path.join(folder, COPY)).filter(({ severity }) => severity === wanted).length;
    const counts = `Warnings: ${count('warning')}, Infos: ${count('information')}`;
    await page.locator('.editor-instance .squiggly-warning').first().waitFor();
    await page.locator('.editor-instance .squiggly-info').first().waitFor();
    const status = page.locator('#status\\.problems a');
    await until(counts, async () => (await status.getAttribute('aria-label'))?.includes(counts));
    await settle(page);
    await screenshot('diagnostics');
  });

  it('tell in a hover what was expected, and link to the rule', async () => {
    const { page, screenshot } = workbench();
    const hover = page.locator('.monaco-hover').filter({ hasText: 'Non-Goals' });
    const title = page.locator('.editor-instance .view-line').filter({ hasText: 'Gauge Log Upload' }).first();
    // The lens above the title moves it down.
    await page.locator('.codelens-decoration').filter({ hasText: 'Not ready' }).waitFor();
    const box = await title.boundingBox();
    ok(box);
    await until('the hover', async () => {
      // The pointer has to come from somewhere else to be noticed.
      await page.mouse.move(box.x + 60, box.y + 40);
      await page.mouse.move(box.x + 90, box.y + 9, { steps: 3 });
      return appears(hover);
    });
    match(await textOf(hover), /Missing section "Non-Goals": the template requires it after "Goals"/);
    match(await textOf(hover), /"untrusted" on line 43/);
    const link = hover.locator('a.code-link').first();
    strictEqual(await textOf(link), 'missing-section');
    match((await link.getAttribute('href')) ?? '', /\/rules\.md#L\d+$/);
    // The source and the parentheses around the rule stand outside of the link.
    strictEqual(await textOf(link.locator('..').locator('span').first()), 'design-docs');
    await page.waitForTimeout(300);
    await screenshot('hover');
    await crop(page, 'hover-crop', title.locator('span').first(), hover);
    await settle(page);
    await page.mouse.click(box.x + 200, box.y + 40);
  });

  it('are listed in Problems, the same as the command line lists', async () => {
    const { page, folder, screenshot } = workbench();
    await page.keyboard.press('Control+Shift+M');
    const expected = listed(path.join(folder, COPY));
    ok(expected.length >= 9, 'a document to show findings with');
    await problems(expected.length);
    const texts = await rows().allTextContents();
    for (const { message, rule } of expected) {
      const found = texts.some((text) => text.includes(`${message}design-docs${rule}`));
      ok(found, `"${message}" of ${rule} in\n${texts.join('\n')}`);
    }
    await settle(page);
    await screenshot('problems');
    await page.keyboard.press('Control+Shift+M');
    await rows().first().waitFor({ state: 'hidden' });
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
    ok(titles.includes('Insert all 2 missing sections'), titles.join('\n'));
    ok(
      titles.some((title) => /^Fix all \d+ fixable design-doc findings$/.test(title)),
      titles.join('\n'),
    );
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
    await (await quickFix(page, 'Insert all 2 missing sections')).click();
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
    const copy = path.join(folder, COPY);
    await page.keyboard.press('Control+Shift+M');
    await problems(listed(copy).length);
    await runCommand(page, 'Design Docs: Fix All');
    commandLine(copy, 'fix', FILE);
    const left = listed(copy);
    ok(left.length > 0, 'something that only a person can put right');
    await problems(left.length);
    for (const { message } of left) await rows().filter({ hasText: message }).first().waitFor();
    await goTo(page, 1, 1);
    await settle(page);
    await screenshot('fix-all');
    // Messages stay where they are kept: none was shown for findings, and none for fixes.
    await noMessages(page);
    await goTo(page, 1, 1);
    await save(page);
    strictEqual(read(FILE), read(path.join(COPY, FILE)), 'the text as the command line has it');
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
      .filter({ hasText: '## missing-section' })
      .first()
      .waitFor();
  });
});
