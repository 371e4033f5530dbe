// VS Code's Markdown Editor, which draws nothing of extensions: findings, fixes and the plan are worked on in the view.
import { fail, match, ok, strictEqual } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Page } from 'playwright-core';
import { contrastOf } from './contrast';
import { chooseFile, crop, planRow, runCommand, save, settle, until } from './gestures';
import type { Workbench } from './page';
import { CONTRASTS, SAMPLE, useWorkbench } from './page';
import { box, focusPlan, labelOf, press, says } from './planGestures';

const FROM = 'docs/design_docs/0002-flood-alerts.md';
const FILE = 'docs/design_docs/0004-draft.md';
const EDITOR = { 'workbench.editorAssociations': { '*.md': 'vscode.markdown.editor' } };
const FOCUSED = 'document.activeElement?.tagName';
const GROUP = 'To do before a review';

/** A draft with a section that is not written, one that is missing, and a milestone that is not started. */
function addDraft(folder: string): void {
  const text = readFileSync(path.join(folder, FROM), 'utf8');
  const draft = text
    .replace(/^(\*\*Status:\*\*).*$/m, '$1 Draft')
    .replace(/(## Goals\n)[\s\S]*?(?=\n## )/, '$1')
    .replace(/## Non-Goals\n[\s\S]*?(?=\n## )/, '');
  writeFileSync(path.join(folder, FILE), draft);
}

/** Opens the document in the Markdown Editor, and the Plan view with its groups. */
async function openRendered({ page }: Workbench): Promise<void> {
  await chooseFile(page, path.basename(FILE));
  await focusPlan(page);
  await planRow(page, GROUP).waitFor();
  strictEqual(await page.locator('.editor-instance .view-lines').count(), 0, 'text editors');
}

async function expand(page: Page, title: string): Promise<void> {
  const row = planRow(page, title).first();
  if ((await row.getAttribute('aria-expanded')) !== 'true') await row.locator('.monaco-tl-twistie').click();
  await until('an open group', async () => (await row.getAttribute('aria-expanded')) === 'true');
}

async function answer(page: Page, title: RegExp, text: string): Promise<void> {
  const widget = page.locator('.quick-input-widget');
  await widget.locator('.quick-input-title').filter({ hasText: title }).waitFor();
  await widget.locator('input.input').fill(text);
  await page.keyboard.press('Enter');
}

for (const [kind, theme, least] of CONTRASTS) {
  describe(`the Markdown Editor in ${theme}`, () => {
    const workbench = useWorkbench({ folder: SAMPLE, prepare: addDraft, theme, settings: EDITOR });

    it('shows what is to do in the Plan view', async () => {
      const { page, screenshot } = workbench();
      await openRendered(workbench());
      await expand(page, GROUP);
      await planRow(page, 'Non-Goals').waitFor();
      match(await labelOf(planRow(page, 'Missing section "Non-Goals"')), /^Warning: Missing section/);
      await settle(page);
      for (const title of [GROUP, 'Missing section "Non-Goals"']) {
        const contrast = await contrastOf(planRow(page, title).first().locator('.label-name').first());
        ok(contrast >= least, `${title}: a contrast of ${contrast}, not ${least}`);
      }
      await screenshot(`markdown-editor-${kind}`);
      await crop(page, `markdown-editor-${kind}-view`, page.locator('.part.sidebar'));
    });
  });
}

describe('work in the Markdown Editor', () => {
  const settings = { ...EDITOR, 'designDocs.plan.setStatus': 'never' };
  const workbench = useWorkbench({ folder: SAMPLE, prepare: addDraft, settings });

  before(async () => {
    await openRendered(workbench());
    await expand(workbench().page, GROUP);
  });

  afterEach('no text editor', async () => {
    strictEqual(await workbench().page.locator('.editor-instance .view-lines').count(), 0, 'text editors');
  });

  it('fixes a finding from its row', async () => {
    const { page } = workbench();
    await press(planRow(page, 'Missing section "Non-Goals"'), 'Fix Finding…');
    await planRow(page, 'Section "Non-Goals" is').waitFor();
    strictEqual(await planRow(page, 'Missing section "Non-Goals"').count(), 0, 'the row of the finding');
  });

  it('fills in what is not written', async () => {
    const { page, screenshot, read } = workbench();
    await press(planRow(page, 'Section "Goals" is'), 'Fill In…');
    await page
      .locator('.quick-input-title')
      .filter({ hasText: /^Goals/ })
      .waitFor();
    await settle(page);
    await screenshot('markdown-editor-fill-in');
    await answer(page, /^Goals/, '- An alert within a minute.');
    await until('the row to go', async () => (await planRow(page, 'Section "Goals" is').count()) === 0);
    await page.locator('.tab.active').click();
    await save(page);
    match(read(FILE), /## Goals\n\n- An alert within a minute\.\n/);
  });

  it('sets the status', async () => {
    const { page, read } = workbench();
    await runCommand(page, 'Design Docs: Set Status');
    await page.locator('.quick-input-title').filter({ hasText: 'Set Status' }).waitFor();
    // The list stays open when the rendered editor takes the focus.
    const { x, y, width, height } = (await page.locator('.part.editor').boundingBox()) ?? fail('no editor');
    await page.mouse.click(x + width - 40, y + height - 40);
    await until('the focus in the editor', async () => (await page.evaluate(FOCUSED)) === 'IFRAME');
    await page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: /^In Progress/ })
      .first()
      .click();
    await until('a document that is no draft', async () => (await planRow(page, GROUP).count()) === 0);
    await page.locator('.tab.active').click();
    await save(page);
    match(read(FILE), /\*\*Status:\*\* In Progress/);
  });

  it('starts a milestone, and ticks a step of it', async () => {
    const { page, read } = workbench();
    await focusPlan(page);
    const milestone = planRow(page, 'Milestone 5: Open');
    await milestone.scrollIntoViewIfNeeded();
    await press(milestone, 'Start Milestone');
    await answer(page, /^Step 1 of/, 'Ask the towns');
    await answer(page, /^Step 2 of/, '');
    await planRow(page, 'Ask the towns').waitFor();
    await box(page, 'Ask the towns').click();
    await says(planRow(page, 'Ask the towns'), /, done, step 1 of 1/);
    await page.locator('.tab.active').click();
    await save(page);
    match(read(FILE), /- \[ \] Milestone 5: Open[^\n]*\n {2}- \[x\] Ask the towns\n/);
  });

  it('goes to the next step in the view', async () => {
    const { page } = workbench();
    await page.locator('.tab.active').click();
    await runCommand(page, 'Design Docs: Go to Next Step');
    const focused = page.locator('.customview-tree .monaco-list-row.focused');
    await focused.first().waitFor();
    ok(/next step/.test(await labelOf(focused.first())), await labelOf(focused.first()));
  });
});
