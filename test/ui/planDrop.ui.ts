// Rows dropped where they cannot go.
import { strictEqual } from 'node:assert/strict';
import { appears, planRow, runCommand, until } from './gestures';
import { SAMPLE, useWorkbench } from './page';
import { drag, NEXT, quiet, showPlan } from './planGestures';

const FILE = 'docs/design_docs/0002-flood-alerts.md';

describe('the Plan view, with a row dropped', () => {
  const workbench = useWorkbench({ folder: SAMPLE, file: FILE });

  it('refuses a drop that makes no sense, and says why', async () => {
    const { page, read } = workbench();
    const original = read(FILE);
    await showPlan(workbench());
    await planRow(page, 'Milestone 5: Open').waitFor();
    const refuses = async (from: string, onto: string, why: string): Promise<void> => {
      // Under test VS Code shows no toasts, so messages are looked for where they are kept.
      const message = page.locator('.notifications-center .notification-list-item').filter({ hasText: why });
      await until(`the message "${why}"`, async () => {
        // VS Code drops what is dragged when it draws the rows anew.
        await drag(page, from, onto);
        await runCommand(page, 'Notifications: Show Notifications');
        return appears(message);
      });
      await runCommand(page, 'Notifications: Clear All Notifications');
    };
    await refuses('Milestone 5: Open', 'Step 2: Page the on-call', 'A milestone can only be moved among');
    await refuses('Step 3: Fail over', 'Move back after ten quiet', 'cannot be moved into its own steps');
    await refuses('Step 4: Place a voice', NEXT, 'Drop it on a milestone or step of the plan');
    await quiet(page);
    strictEqual(await page.locator('.tab.active.dirty').count(), 0, 'changed documents');
    strictEqual(read(FILE), original);
  });
});
