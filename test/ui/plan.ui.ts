// The plan of a document as a tree to tick.
import { match, strictEqual } from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import {
  crop,
  cursorAt,
  openFile,
  pickRow,
  planRow,
  runCommand,
  save,
  settle,
  textOf,
  until,
  widenSideBar,
} from './gestures';
import { SAMPLE, useWorkbench } from './page';
import { badgeOf } from './planGestures';

const FILE = 'docs/design_docs/0002-flood-alerts.md';
const FIRST = 'Milestone 1: Thresholds';
const DELIVER = 'Milestone 3: Deliver to people';
const PROVE = 'Milestone 4: Prove it every day';
const MOVE_BACK = 'Move back after ten quiet minutes';
const CALL = 'Step 4: Place a voice call';

describe('the Plan view', () => {
  const workbench = useWorkbench({ folder: SAMPLE, file: FILE });
  let original = '';

  const box = (title: string): Locator => planRow(workbench().page, title).getByRole('checkbox');
  // VS Code turns the box at once; what it is called says that the document has followed.
  const ticked = (title: string, state: boolean): Promise<unknown> =>
    until(`"${title}" ${state ? '' : 'un'}ticked`, async () => {
      const label = (await box(title).getAttribute('aria-label')) ?? '';
      const checked = await box(title).getAttribute('aria-checked');
      return checked === String(state) && /, (?:done|ticked)\b/.test(label) === state;
    });
  const says = (title: string, said: RegExp): Promise<unknown> =>
    until(`"${title}" says ${said}`, async () => {
      return said.test((await planRow(workbench().page, title).getAttribute('aria-label')) ?? '');
    });
  const left = (title: string, steps: string): Promise<unknown> =>
    until(`"${title}" with ${steps} left`, async () => {
      return (await badgeOf(planRow(workbench().page, title))) === steps;
    });
  const total = (text: string): Promise<void> =>
    workbench().page.locator('.tree-explorer-viewlet-tree-view .message').filter({ hasText: text }).waitFor();

  it('opens by its icon and says how far each milestone is', async () => {
    const { page, read } = workbench();
    original = read(FILE);
    await page.locator('.activitybar').getByRole('tab', { name: 'Design Docs' }).click();
    await planRow(page, MOVE_BACK).waitFor();
    await widenSideBar(page, 130);
    await total('10 of 16 steps done');
    const shown = await planRow(page, FIRST).locator('.label-name').first().textContent();
    match(shown ?? '', /^Thresholds/, 'the title without its label');
    await says(FIRST, /, done, 3 of 3 steps, milestone 1 of 5$/);
    await says(DELIVER, /, started, 3 of 6 steps done, milestone 3 of 5$/);
    await says(PROVE, /, not started, 0 of 2 steps done, milestone 4 of 5$/);
    await says(CALL, /, not done, step 4 of 4$/);
    await left(DELIVER, '3');
    await left(FIRST, '');
    strictEqual(await box(FIRST).getAttribute('aria-checked'), 'true');
    strictEqual(await box(DELIVER).getAttribute('aria-checked'), 'false');
  });

  it('ticks by mouse: one character changes, nothing folds or moves', async () => {
    const { page, read } = workbench();
    await planRow(page, FIRST).locator('.monaco-tl-twistie').click();
    await planRow(page, 'Step 1: Store warn').waitFor({ state: 'hidden' });
    await planRow(page, CALL).locator('.label-name').click();
    await cursorAt(page, 'Ln 55, Col 3');
    await box(MOVE_BACK).click();
    await ticked(MOVE_BACK, true);
    await total('11 of 16 steps done');
    await left(DELIVER, '2');
    await says(DELIVER, /4 of 6 steps done/);
    await says(MOVE_BACK, /, done, step 3 of 3$/);
    await page.locator('.tab.active.dirty').waitFor();
    strictEqual(read(FILE), original, 'the file before it is saved');
    // The steps above it stay as they are, and so does what the user folded and selected.
    strictEqual(await box('Step 3: Fail over').getAttribute('aria-checked'), 'false');
    strictEqual(await box(DELIVER).getAttribute('aria-checked'), 'false');
    strictEqual(await planRow(page, FIRST).getAttribute('aria-expanded'), 'false');
    strictEqual(await planRow(page, DELIVER).getAttribute('aria-expanded'), 'true');
    match((await planRow(page, CALL).getAttribute('class')) ?? '', /\bselected\b/);
  });

  it('ticks by the space bar and keeps the focus', async () => {
    const { page, read, screenshot } = workbench();
    await planRow(page, CALL).locator('.label-name').click();
    await page.keyboard.press('Space');
    await ticked(CALL, true);
    await total('12 of 16 steps done');
    await says(DELIVER, /5 of 6 steps done/);
    match((await planRow(page, CALL).getAttribute('class')) ?? '', /\bfocused\b/);
    await settle(page);
    await screenshot('plan');
    await crop(page, 'plan-crop', page.locator('.part.sidebar .title'), planRow(page, 'Milestone 5'));
    // Had the focus moved, the next keys would not reach the list.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await ticked('Step 1: Raise a rehearsal', true);
    await page.keyboard.press('Space');
    await ticked('Step 1: Raise a rehearsal', false);
    await save(page);
    const expected = original
      .replace(`- [ ] ${MOVE_BACK}`, `- [x] ${MOVE_BACK}`)
      .replace(`- [ ] ${CALL}`, `- [x] ${CALL}`);
    strictEqual(read(FILE), expected);
    original = expected;
  });

  it("leaves a milestone's steps alone when its box is ticked", async () => {
    const { page, read } = workbench();
    await box(PROVE).click();
    await ticked(PROVE, true);
    await says(PROVE, /0 of 2 steps/);
    strictEqual(await box('Step 1: Raise a rehearsal').getAttribute('aria-checked'), 'false');
    strictEqual(await box('Step 2: Page the on-call').getAttribute('aria-checked'), 'false');
    await box(PROVE).click();
    await ticked(PROVE, false);
    await save(page);
    strictEqual(read(FILE), original);
  });

  it("reveals a step's line", async () => {
    const { page } = workbench();
    await planRow(page, 'Step 2: Page the on-call').locator('.label-name').click();
    await cursorAt(page, 'Ln 58, Col 3');
    await page.locator('.editor-instance .view-line').filter({ hasText: 'Page the on-call' }).waitFor();
    strictEqual(await page.locator('.tab').count(), 1, 'tabs');
  });

  it('follows the WYSIWYG editor and ticks there, too', async () => {
    const { page, read, screenshot } = workbench();
    await pickRow(page, 'Markdown Editor', () => runCommand(page, 'Reopen Editor With...'));
    await page.locator('iframe.webview').first().waitFor();
    const shown = await until('the rendered document', async () => {
      for (const frame of page.frames()) {
        const heading = frame.locator('h1').filter({ hasText: 'Flood Alerts' });
        if (await heading.isVisible().catch(() => false)) return frame;
      }
      return undefined;
    });
    await total('12 of 16 steps done');
    const step = 'Move what is still queued';
    await box(step).click();
    await ticked(step, true);
    await total('13 of 16 steps done');
    await page.locator('.tab.active.dirty').waitFor();
    const line = shown.locator('li').filter({ hasText: step }).last();
    await line.scrollIntoViewIfNeeded();
    await settle(page);
    await screenshot('wysiwyg');
    await page.keyboard.press('Control+s');
    await until('the tick on disk', () => read(FILE).includes(`- [x] ${step}`));
    strictEqual(read(FILE), original.replace(`- [ ] ${step}`, `- [x] ${step}`));
    await page.locator('.tab.active:not(.dirty)').waitFor();
  });

  it('stays while the user works on something else', async () => {
    const { page } = workbench();
    await openFile(page, 'README.md');
    await box(PROVE).click();
    await ticked(PROVE, true);
    await says(PROVE, /, ticked, but 0 of 2 steps done, milestone 4 of 5, /);
    await box(PROVE).click();
    await ticked(PROVE, false);
    await total('13 of 16 steps done');
  });
});

describe('the Plan view without a design doc', () => {
  const workbench = useWorkbench({ folder: SAMPLE, file: 'README.md' });

  it('welcomes, with a button', async () => {
    const { page, screenshot } = workbench();
    await page.locator('.activitybar').getByRole('tab', { name: 'Design Docs' }).click();
    const welcome = page.locator('.pane-body.welcome .welcome-view-content');
    await welcome.waitFor();
    match(await textOf(welcome), /Open a design doc to see its plan here/);
    await settle(page);
    await screenshot('plan-welcome');
    await welcome.getByText('write a new one', { exact: true }).click();
    await page.locator('.quick-input-title').filter({ hasText: 'New Design Doc' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  });
});
