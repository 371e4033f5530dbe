// The plan changed in its view: by mouse, by keys, and while boxes are clicked fast.
import { match, ok, strictEqual } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { crop, cursorAt, openFile, pickRow, planRow, save, settle, textOf, until } from './gestures';
import { SAMPLE, useWorkbench } from './page';
import {
  badgeOf,
  box,
  drag,
  focusPlan,
  labelOf,
  line,
  message,
  NEXT,
  press,
  pressInTitle,
  pressInTitleUntil,
  quiet,
  says,
  selected,
  showPlan,
} from './planGestures';

const FILE = 'docs/design_docs/0002-flood-alerts.md';
const OTHER = 'docs/design_docs/0003-gauge-log-upload.md';

describe('the Plan view, changing the plan', () => {
  const settings = { 'designDocs.plan.completeMilestone': 'never' };
  const workbench = useWorkbench({ folder: SAMPLE, file: FILE, settings });
  let original = '';

  /** Puts the file back as it was, below the editor, which reads it again. */
  const restore = async (): Promise<void> => {
    const { page, folder, read } = workbench();
    await openFile(page, path.basename(FILE));
    if ((await page.locator('.tab.active.dirty').count()) > 0) await save(page);
    if (read(FILE) !== original) writeFileSync(path.join(folder, FILE), original);
    await says(planRow(page, NEXT), /Move what is still queued/);
    await message(page, '10 of 16 steps done · 0002-flood-alerts.md');
    await says(planRow(page, 'Milestone 5: Open'), /not done, milestone 5 of 5$/);
    await says(planRow(page, 'Step 1: Raise'), /, not done, step 1 of 2$/);
    await quiet(page);
  };

  before(async () => {
    original = workbench().read(FILE);
    await showPlan(workbench());
  });
  afterEach(restore);

  it('says what is next on top, and marks it', async () => {
    const { page, screenshot } = workbench();
    const queued = 'Move what is still queued';
    await says(planRow(page, queued), /, not done, step 2 of 3, next step$/);
    await says(planRow(page, NEXT).first(), /Move what is still queued/);
    strictEqual(
      await labelOf(planRow(page, NEXT)),
      'Next: Move what is still queued, keeping the crossing id, link to its line',
    );
    strictEqual(await planRow(page, NEXT).getByRole('checkbox').count(), 0, 'boxes of the link');
    await planRow(page, NEXT).locator('.label-name').click();
    await cursorAt(page, `Ln ${line(original, queued)}, Col 5`);
    await settle(page);
    await screenshot('plan-next');
    await crop(page, 'plan-next-crop', page.locator('.part.sidebar'));
  });

  it('loses no click on a box, whatever the time since the click before it', async () => {
    const { page } = workbench();
    const titles = ['Step 1: Raise a rehearsal', 'Step 2: Page the on-call', 'Step 4: Place a voice call'];
    const points = await Promise.all(
      titles.map(async (title) => {
        const { x = 0, y = 0, width = 0, height = 0 } = (await box(page, title).boundingBox()) ?? {};
        return { x: x + width / 2, y: y + height / 2 };
      }),
    );
    let done = false;
    // The button is down for no time, or for as long as people hold it down.
    for (const held of [0, 80]) {
      for (const gap of [50, 75, 100, 125, 150, 175, 200, 225, 250, 300, 350, 400]) {
        done = !done;
        for (const { x, y } of points) {
          await page.mouse.move(x, y, { steps: 4 });
          await page.mouse.down();
          await page.waitForTimeout(held);
          await page.mouse.up();
          await page.waitForTimeout(gap);
        }
        for (const title of titles) {
          await says(planRow(page, title), done ? /, done, step/ : /, not done, step/);
          const checked = await box(page, title).getAttribute('aria-checked');
          strictEqual(checked, String(done), `${title} after ${gap} ms, held for ${held} ms`);
        }
        await message(page, done ? '13 of 16' : '10 of 16');
        await until('the steps left', async () => {
          const left = [
            await badgeOf(planRow(page, 'Milestone 4')),
            await badgeOf(planRow(page, 'Milestone 3')),
          ];
          return left.join() === (done ? ',2' : '2,3');
        });
      }
    }
    // What is read out of a milestone follows when the hand is elsewhere.
    await page.locator('.editor-instance .view-lines').first().click();
    await says(planRow(page, 'Milestone 4'), /0 of 2 steps/);
    await says(planRow(page, 'Milestone 3'), /3 of 6 steps/);
  });

  it('adds a step by the button of a milestone, to be typed over', async () => {
    const { page, read, screenshot } = workbench();
    await press(planRow(page, 'Milestone 4'), 'Add Step');
    await page.locator('.editor-instance .view-line').filter({ hasText: 'Step 3: <single' }).waitFor();
    await settle(page);
    await screenshot('plan-add-step');
    await page.keyboard.type('Publish the receipts');
    await planRow(page, 'Step 3: Publish the receipts').waitFor();
    await save(page);
    const before = '  - [ ] Step 2: Page the on-call engineer if its receipt is more than ten minutes late\n';
    strictEqual(read(FILE), original.replace(before, `${before}  - [ ] Step 3: Publish the receipts\n`));
  });

  it('moves a step by the mouse, with its number, as one edit', async () => {
    const { page, read } = workbench();
    await drag(page, 'Step 2: Page the on-call', 'Step 1: Raise a rehearsal');
    await planRow(page, 'Step 1: Page the on-call').waitFor();
    await says(planRow(page, 'Step 2: Raise a rehearsal'), /step 2 of 2/);
    await selected(page, 'Step 1: Page');
    await save(page);
    const [first, second] = ['Raise a rehearsal crossing', 'Page the on-call engineer'];
    ok(line(read(FILE), `Step 1: ${second}`) < line(read(FILE), `Step 2: ${first}`), 'the order');
    await page.locator('.editor-instance .view-lines').first().click();
    await page.keyboard.press('Control+z');
    await save(page);
    strictEqual(read(FILE), original, 'the text after one undo');
  });

  it('moves a step into the milestone that it is dropped on', async () => {
    const { page } = workbench();
    await drag(page, 'Step 4: Place a voice call', 'Milestone 5');
    await says(planRow(page, 'Milestone 5'), /0 of 1 steps done/);
    await selected(page, 'Place a voice call');
  });

  it('hides what is done, and shows it again', async () => {
    const { page, screenshot } = workbench();
    await pressInTitle(page, 'Hide Done');
    await planRow(page, 'Milestone 1').waitFor({ state: 'hidden' });
    await planRow(page, 'Step 3: Fail over').waitFor();
    strictEqual(await planRow(page, 'Detect a stalled').count(), 0);
    await box(page, 'Step 4: Place a voice call').click();
    await planRow(page, 'Step 4: Place a voice call').waitFor({ state: 'hidden' });
    await settle(page);
    await screenshot('plan-hide-done');
    await pressInTitle(page, 'Show Done');
    await planRow(page, 'Milestone 1').waitFor();
  });

  it('warns of a contradiction, counts it, and puts it right', async () => {
    const { page, screenshot } = workbench();
    const milestone = planRow(page, 'Milestone 4');
    const icon = page.locator('.activitybar').getByRole('tab', { name: /^Design Docs/ });
    const badge = icon.locator('..').locator('.badge-content').first();
    await box(page, 'Milestone 4').click();
    await says(milestone, /^Prove|Milestone 4.*, ticked, but 0 of 2 steps done, milestone 4 of 5, .*open/);
    await until('a badge', async () => /1/.test(await textOf(badge)));
    await settle(page);
    await screenshot('plan-contradiction');
    await crop(page, 'plan-contradiction-crop', page.locator('.part.sidebar'));
    await pickRow(page, /ntick/, async () => {
      await milestone.click({ button: 'right' });
      // A menu takes no click in its first moment.
      await page.getByRole('menuitem', { name: 'Fix Finding' }).hover();
      await page.keyboard.press('Enter');
    });
    await says(milestone, /, not started, 0 of 2 steps done, milestone 4 of 5$/);
  });

  it('can be pinned to a document, and follows again', async () => {
    const { page } = workbench();
    await pressInTitle(page, 'Pin Plan');
    await message(page, '(pinned)');
    await openFile(page, path.basename(OTHER));
    await page.locator('.editor-instance .squiggly-warning').first().waitFor();
    await message(page, '0002-flood-alerts.md (pinned)');
    await pressInTitle(page, 'Unpin Plan');
    await page.getByText('To Do Before a Review').first().waitFor();
    const turn = 'Turn the Bullets of the Plan into Checkboxes';
    await pressInTitleUntil(page, turn, page.locator('.tab.active.dirty'));
    await message(page, '0003-gauge-log-upload.md');
    await page.keyboard.press('Control+z');
    await page.locator('.tab.active:not(.dirty)').waitFor();
    await until('a plan of bullets', async () => (await planRow(page, 'Milestone 1').count()) === 0);
    await openFile(page, path.basename(FILE));
    await message(page, '10 of 16 steps done · 0002-flood-alerts.md');
  });

  it('is run by keys alone', async () => {
    const { page, read } = workbench();
    await focusPlan(page);
    await page.keyboard.press('Home');
    await until('the first row focused', async () =>
      /\bfocused\b/.test((await planRow(page, NEXT).getAttribute('class')) ?? ''),
    );
    // The row on top is a link to the next step: Space goes there, and ticks nothing.
    const queued = 'Move what is still queued';
    await page.keyboard.press('Space');
    await cursorAt(page, `Ln ${line(original, queued)}, Col 5`);
    await quiet(page);
    strictEqual(await page.locator('.tab.active.dirty').count(), 0, 'changed documents');
    await until('the next step focused', async () => {
      const steps = planRow(page, queued).last();
      if (/\bfocused\b/.test((await steps.getAttribute('class')) ?? '')) return true;
      await page.keyboard.press('ArrowDown');
      return false;
    });
    await page.keyboard.press('Space');
    await says(planRow(page, NEXT), /^Next: Move back after ten quiet minutes/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await says(
      planRow(page, NEXT),
      /^Next: tick the step Step 3: Fail over.*, all of its steps are done, link/,
    );
    await page.keyboard.press('End');
    // The second press comes before the row is selected at its new place.
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    await says(planRow(page, 'Milestone 3: Open it'), /milestone 3 of 5/);
    await selected(page, 'Milestone 3: Open it');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    await says(planRow(page, 'Milestone 5: Open it'), /milestone 5 of 5/);
    await page.keyboard.press('Insert');
    await page.locator('.editor-instance .view-line').filter({ hasText: 'Step 1: <single' }).waitFor();
    await page.keyboard.type('Ask them');
    await planRow(page, 'Step 1: Ask them').waitFor();
    await focusPlan(page);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await cursorAt(page, `Ln ${line(original, 'Step 3: Fail over')}, Col 3`);
    // The focus is in the editor now.
    await page.keyboard.type('!');
    await save(page);
    match(read(FILE), /^ {2}!- \[ \] Step 3: Fail over/m);
    match(read(FILE), /- \[ \] Milestone 5: Open it to all harbours\n {2}- \[ \] Step 1: Ask them\n/);
  });
});
