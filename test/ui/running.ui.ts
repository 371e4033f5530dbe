// A plan that is run: what its lines offer, starting a milestone, ticking by key, the step that is next.
import { match, ok } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { appears, crop, cursorAt, goTo, pickRow, runCommand, save, settle, textOf, until } from './gestures';
import { SAMPLE, useWorkbench } from './page';

const FILE = 'docs/design_docs/0002-flood-alerts.md';
const STARTED = ['- [ ] Milestone 4: Prove it every day', '- [ ] Milestone 5: Open it to all harbours'];

/** The sample document as a draft whose next milestone nobody has started. */
function asDraft(text: string): string {
  const [fourth = '', fifth = ''] = STARTED;
  return text
    .replace('**Status:** In Progress', '**Status:** Draft')
    .replace(/^( *)- \[ \] (Step 3: Fail|Step 4: Place|Move |Milestone 3)/gm, '$1- [x] $2')
    .replace(new RegExp(`${fourth}\n.*\n.*\n`.replaceAll('[', '\\[').replaceAll(']', '\\]')), `${fourth}\n`)
    .replace(fifth, `${fifth}\n  - [ ] Step 1: Ask the others`);
}

describe('a plan that is run', () => {
  const workbench = useWorkbench({
    folder: SAMPLE,
    file: FILE,
    settings: { 'designDocs.plan.setStatus': 'ask' },
    prepare(folder) {
      const file = path.join(folder, FILE);
      writeFileSync(file, asDraft(readFileSync(file, 'utf8')));
    },
  });
  let original = '';

  const lens = (text: string | RegExp): Locator =>
    workbench().page.locator('.codelens-decoration > *').filter({ hasText: text });
  /** The editor hears a press on a lens only after it has drawn it as one that can be pressed. */
  const press = async (text: string | RegExp): Promise<void> => {
    await lens(text).hover();
    await workbench().page.waitForTimeout(300);
    await workbench().page.mouse.down();
    await workbench().page.mouse.up();
  };
  // Under test VS Code shows no toasts, so messages are answered where they are kept.
  const message = async (text: string): Promise<Locator> => {
    const { page } = workbench();
    const item = page.locator('.notifications-center .notification-list-item').filter({ hasText: text });
    await until(`the message ${text}`, async () => {
      if (!(await page.locator('.notifications-center').isVisible())) {
        await page.locator('#status\\.notifications').click();
      }
      return appears(item);
    });
    return item;
  };
  const answer = async (text: string, button: string): Promise<void> =>
    (await message(text)).getByRole('button', { name: button, exact: true }).click();
  const statusItem = (): Locator =>
    workbench().page.locator('#design-docs\\.design-docs\\.designDocs\\.nextStep');
  const selection = (text: string): Locator =>
    workbench()
      .page.locator('#status\\.editor\\.selection')
      .filter({ hasText: `(${text.length} selected)` });
  const lineOf = (text: string, piece: string): number =>
    text.slice(0, text.indexOf(piece)).split('\n').length;

  it('says in the status bar what is next, and leads there', async () => {
    const { page, read } = workbench();
    original = read(FILE);
    await statusItem().filter({ hasText: 'Prove it every day' }).waitFor();
    match(await textOf(statusItem()), /\d+\/\d+ Prove it every day/);
    const label = await statusItem().locator('a').getAttribute('aria-label');
    match(label ?? '', /^\d+ of \d+ steps done\. Next: start Milestone 4: Prove it every day/);
    await statusItem().click();
    await cursorAt(page, `Ln ${lineOf(original, '- [ ] Milestone 4')}, Col 1`);
  });

  it('starts a milestone by its lens: its steps are tab stops, and the status waits for an answer', async () => {
    const { page, read, screenshot } = workbench();
    await lens('Start').waitFor();
    await settle(page);
    await screenshot('lens-start');
    const stub = selection('<single actionable task>');
    const started = async (): Promise<boolean> => {
      // While VS Code replaces a lens by its like, a press on it is lost. One that was only slow must have its effect
      // first: a second one would land on the text that has taken the place of the lens.
      await press('Start');
      return appears(stub, 30_000);
    };
    await until('the first stub', started);
    await page.keyboard.type('Raise a rehearsal crossing each noon');
    await settle(page);
    await screenshot('start-milestone');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Page the on-call engineer');
    await page.keyboard.press('Escape');
    await message('Set the status to In Progress');
    await settle(page);
    await screenshot('start-question');
    await answer('Set the status to In Progress', 'Set to In Progress');
    await page
      .locator('.editor-instance .view-line')
      .filter({ hasText: 'Step 2: Page the on-call' })
      .waitFor();
    // VS Code draws lenses anew a while after the text has changed.
    await lens('Start').waitFor({ state: 'hidden' });
    await until('the status', async () => {
      await page.keyboard.press('Control+s');
      return read(FILE).includes('**Status:** In Progress');
    });
    const [fourth = ''] = STARTED;
    const typed = `${fourth}\n  - [ ] Step 1: Raise a rehearsal crossing each noon\n  - [ ] Step 2: Page the on-call engineer`;
    ok(read(FILE).includes(typed), read(FILE));
  });

  it('ticks by key, and offers to tick the milestone when its last step is done', async () => {
    const { page, read, screenshot } = workbench();
    const line = lineOf(read(FILE), 'Step 1: Raise a rehearsal');
    await goTo(page, line, 9);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('x');
    await save(page);
    match(read(FILE), /- \[x\] Step 1: Raise/);
    await lens('1/2 done').waitFor();
    await settle(page);
    await screenshot('lens-next');
    await crop(page, 'lens-next-crop', lens('1/2 done'), lens('Complete'));
    await press('Complete');
    await message('All steps of "Milestone 4: Prove it every day" are done.');
    await settle(page);
    await screenshot('offer');
    match(read(FILE), /- \[ \] Milestone 4/);
    await answer('All steps', 'Tick');
    await until('the milestone', async () => {
      await page.keyboard.press('Control+s');
      return read(FILE).includes('- [x] Milestone 4');
    });
  });

  it('goes on to the next step by key', async () => {
    const { page, read } = workbench();
    await goTo(page, 1, 1);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('g');
    const line = lineOf(read(FILE), 'Step 1: Ask the others');
    await cursorAt(page, `Ln ${line}, Col 3`);
    await runCommand(page, 'Design Docs: Complete Step at Cursor');
    await message('All steps of "Milestone 5');
    await runCommand(page, 'Notifications: Clear All Notifications');
    await save(page);
    match(read(FILE), /- \[ \] Milestone 5/);
  });

  it('says on the title what is found in a doc that is under way, and leads to what is in the way', async () => {
    const { page, read, screenshot } = workbench();
    await goTo(page, 1, 1);
    await lens('No findings').waitFor();
    await goTo(page, lineOf(read(FILE), '## Non-Goals'), 1);
    await page.keyboard.type('## Testing (Required)\n\n');
    await goTo(page, 1, 1);
    await lens(/\d finding/).waitFor();
    await settle(page);
    await pickRow(page, 'empty-section', async () => {
      await press(/\d finding/);
      await appears(page.locator('.quick-input-list .monaco-list-row').first());
      await settle(page);
      await screenshot('reasons');
    });
    await cursorAt(page, `Ln ${lineOf(read(FILE), '## Non-Goals')}, Col 1`);
    await until('the text as it was', async () => {
      await page.keyboard.press('Control+z');
      return appears(page.locator('.tab.active:not(.dirty)'));
    });
  });

  it('hands the next step over, to a place that is asked for', async () => {
    const { page, screenshot } = workbench();
    const title = page.locator('.quick-input-title').filter({ hasText: 'Hand Next Step to Agent' });
    await pickRow(page, 'Open in New Editor', async () => {
      await runCommand(page, 'Design Docs: Hand Next Step to Agent');
      await appears(title);
      await settle(page);
      await screenshot('hand-off');
    });
    await page
      .locator('.tab.active')
      .filter({ hasText: /Finish a milestone|Untitled/ })
      .waitFor();
    await settle(page);
    await screenshot('hand-off-text');
  });
});
