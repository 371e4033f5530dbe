// What there is before any design doc is open: the extension has loaded next to nothing, and nobody can tell.
import { openFile, planRow, runCommand } from './gestures';
import { SAMPLE, useWorkbench } from './page';

const FILE = '0002-flood-alerts.md';
const STEP = 'Move back after ten quiet minutes';

describe('before a design doc is open', () => {
  const workbench = useWorkbench({ folder: SAMPLE, file: 'README.md' });

  it('the Plan view says what will be there, and then shows the first one that opens', async () => {
    const { page } = workbench();
    await page.locator('.activitybar').getByRole('tab', { name: 'Design Docs' }).click();
    await page.getByText('The plan of the design doc that you work on appears here').waitFor();
    await openFile(page, FILE);
    await planRow(page, STEP).waitFor();
  });
});

describe('a command before a design doc is open', () => {
  const workbench = useWorkbench({ folder: SAMPLE, file: 'README.md' });

  it('works at once', async () => {
    const { page } = workbench();
    await runCommand(page, 'New Design Doc');
    await page.locator('.quick-input-widget').getByRole('textbox').waitFor();
  });
});
