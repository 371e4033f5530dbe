// A plan that is longer than the window: the tree keeps its place, and nothing that is typed meanwhile is lost.
import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Page } from 'playwright-core';
import { appears, planRow, save, until } from './gestures';
import { SAMPLE, useWorkbench } from './page';
import { box, labelOf, message, quiet, says, selected, showPlan } from './planGestures';

const FILE = 'docs/design_docs/0002-flood-alerts.md';
const LONG = 'docs/design_docs/0009-long.md';
const PLAN = /(?<=## Implementation Plan\n\n)[\s\S]*?(?=\n## )/;

/** Writes a document whose plan does not fit into the window. */
function addLongPlan(folder: string): void {
  const text = readFileSync(path.join(folder, FILE), 'utf8');
  const steps = Array.from({ length: 80 }, (_, at) => `  - [ ] Step ${at + 1}: Lay stone ${at + 1}\n`);
  writeFileSync(path.join(folder, LONG), text.replace(PLAN, `- [ ] Milestone 1: Wall\n${steps.join('')}`));
}

/** Longer than a tick takes on a busy machine: a second click takes back the tick of the first. */
const TICKED_MS = 10_000;

/**
 * Ticks a box without the mouse, which would take the keyboard out of the editor. VS Code loses a click on a row that
 * it is drawing anew, at times after the box has shown it, so it is repeated where nothing has come of it.
 */
async function tickBox(page: Page, title: string): Promise<void> {
  const ticked = async (): Promise<boolean> => /, done, /.test(await labelOf(planRow(page, title).last()));
  await until(
    `${title} ticked`,
    async () => {
      await box(page, title).dispatchEvent('click');
      return until('the tick', ticked, TICKED_MS).catch(() => false);
    },
    12 * TICKED_MS,
  );
}

describe('the Plan view of a long plan', () => {
  const workbench = useWorkbench({ folder: SAMPLE, prepare: addLongPlan, file: LONG });

  it('keeps selection and scroll when a step is ticked', async () => {
    const { page } = workbench();
    await showPlan(workbench());
    await message(page, '0 of 80');
    await planRow(page, 'Lay stone 10').hover();
    const row = planRow(page, 'Lay stone 50');
    await until('the steps further down', async () => {
      await page.mouse.wheel(0, 300);
      return appears(planRow(page, 'Lay stone 54'));
    });
    await planRow(page, 'Lay stone 49').locator('.label-name').click();
    await selected(page, 'Lay stone 49');
    await quiet(page);
    const before = await row.boundingBox();
    await box(page, 'Lay stone 50').click();
    await message(page, '1 of 80');
    await says(row, /, done, step 50 of 80/);
    await quiet(page);
    deepStrictEqual(await row.boundingBox(), before, 'where the row is');
    await selected(page, 'Lay stone 49');
  });

  it('ticks while the document is typed into, and loses nothing of either', async () => {
    const { page, read } = workbench();
    const text = read(LONG);
    await page.locator('.editor-instance .view-lines').first().click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('End');
    const typing = page.keyboard.type(' in time, on any day of the year', { delay: 100 });
    for (const stone of [51, 52, 53]) await tickBox(page, `Lay stone ${stone}`);
    await typing;
    await message(page, '4 of 80');
    await save(page);
    const ticked = [50, 51, 52, 53].reduce(
      (all, stone) => all.replace(`[ ] Step ${stone}:`, `[x] Step ${stone}:`),
      text,
    );
    const title = 'Within a Minute';
    strictEqual(read(LONG), ticked.replace(title, `${title} in time, on any day of the year`));
  });
});
