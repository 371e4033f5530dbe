// Findings and plan side by side, as each theme and an untrusted folder show them.

import { ok, strictEqual } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { contrastOf } from './contrast';
import { crop, planRow, runCommand, save, settle, widenSideBar } from './gestures';
import type { Workbench } from './page';
import { SAMPLE, THEMES, useWorkbench } from './page';

const FILE = 'docs/design_docs/0003-gauge-log-upload.md';
const DONE = 'Step 1: Add';
const PARSE = 'Step 2: Parse the three log formats';

/** Gives the document with findings a plan as well. */
function addPlan(folder: string): void {
  const file = path.join(folder, FILE);
  const text = readFileSync(file, 'utf8');
  const boxed = text.replace(/^( *)- (?=Milestone|Step)/gm, '$1- [ ] ');
  writeFileSync(file, boxed.replace('- [ ] Step 1: Add', '- [x] Step 1: Add'));
}

async function showBoth({ page }: Workbench): Promise<void> {
  await page.locator('.editor-instance .squiggly-warning').first().waitFor();
  await runCommand(page, 'Design Docs: Show Plan');
  await planRow(page, PARSE).last().waitFor();
  await widenSideBar(page, 90);
  await page.locator('.message').filter({ hasText: '1 of 4 steps done' }).waitFor();
  await planRow(page, '0003 Gauge Log Upload').first().waitFor();
  // The row under the keyboard looks different in each theme. The first of the two, about what is next, is on top.
  await planRow(page, PARSE).last().locator('.label-name').click();
  await settle(page);
}

const LOOKS = [
  { name: 'theme-light', theme: THEMES.light, kind: 'vs', least: 4.5 },
  { name: 'theme-dark', theme: THEMES.dark, kind: 'vs-dark', least: 4.5 },
  { name: 'theme-hc', theme: THEMES.highContrast, kind: 'hc-black', least: 7 },
  { name: 'theme-hc-light', theme: THEMES.highContrastLight, kind: 'hc-light', least: 7 },
] as const;

for (const { name, theme, kind, least } of LOOKS) {
  describe(`in ${theme}`, () => {
    const workbench = useWorkbench({ folder: SAMPLE, prepare: addPlan, file: FILE, theme });

    it('findings and plan are seen side by side', async () => {
      const { page, screenshot } = workbench();
      await showBoth(workbench());
      const classes = (await page.locator('.monaco-workbench').first().getAttribute('class')) ?? '';
      ok(classes.split(' ').includes(kind), classes);
      strictEqual(
        await planRow(page, 'Milestone 1').getByRole('checkbox').getAttribute('aria-checked'),
        'false',
      );
      await screenshot(name);
      await crop(page, `${name}-wide`, page.locator('.part.sidebar'));
      await widenSideBar(page, -120);
      await settle(page);
      await crop(page, `${name}-narrow`, page.locator('.part.sidebar'));
    });

    it('what is done can be read', async () => {
      const { page } = workbench();
      const done = planRow(page, DONE).locator('.label-name').first();
      const open = planRow(page, PARSE).last().locator('.label-name').first();
      await planRow(page, 'Milestone 2').locator('.label-name').first().click();
      await settle(page);
      const [ofDone, ofOpen] = [await contrastOf(done), await contrastOf(open)];
      ok(ofDone >= least, `a contrast of ${ofDone}, not ${least}`);
      ok(ofDone < ofOpen, `${ofDone} is less than the ${ofOpen} of an open step`);
      await done.click();
      const selected = await contrastOf(done);
      ok(selected >= least, `a contrast of ${selected} when selected, not ${least}`);
    });
  });
}

describe('in Restricted Mode', () => {
  const workbench = useWorkbench({ folder: SAMPLE, prepare: addPlan, file: FILE, restricted: true });

  it('findings are shown and steps are ticked', async () => {
    const { page, read, screenshot } = workbench();
    await page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' }).waitFor();
    await showBoth(workbench());
    const before = read(FILE);
    await page.keyboard.press('Space');
    await page.locator('.message').filter({ hasText: '2 of 4 steps done' }).waitFor();
    await settle(page);
    await screenshot('restricted');
    await save(page);
    strictEqual(read(FILE), before.replace(`- [ ] ${PARSE}`, `- [x] ${PARSE}`));
  });
});
