// What there is before any design doc is open: the extension has loaded next to nothing, and nobody can tell.
import { rmSync } from 'node:fs';
import * as path from 'node:path';
import { noMessages, openFile, planRow, runCommand, settle } from './gestures';
import { SAMPLE, useWorkbench } from './page';

const FILE = '0002-flood-alerts.md';
const STEP = 'Move back after ten quiet minutes';

describe('before a design doc is open', () => {
  const workbench = useWorkbench({ folder: SAMPLE, file: 'README.md' });

  it('the Plan view says what will be there, and then shows the first one that opens', async () => {
    const { page } = workbench();
    await page.locator('.activitybar').getByRole('tab', { name: 'Design Docs' }).click();
    await page.getByText('Open a design doc to see its plan here').waitFor();
    await openFile(page, FILE);
    await planRow(page, STEP).waitFor();
    await noMessages(page);
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

describe('a folder without design docs', () => {
  const workbench = useWorkbench({
    folder: SAMPLE,
    prepare: (folder) => rmSync(path.join(folder, 'docs'), { recursive: true }),
    file: 'README.md',
  });

  it('says so, and offers to write one, or to try on a sample', async () => {
    const { page, screenshot } = workbench();
    await page.locator('.activitybar').getByRole('tab', { name: 'Design Docs' }).click();
    const documents = page.locator('.pane').filter({ hasText: 'This folder has no design docs yet.' });
    await documents.getByRole('button', { name: 'New Design Doc' }).waitFor();
    await page.getByText('The plan of your design doc appears here').waitFor();
    await settle(page);
    await screenshot('welcome-no-docs');
    await documents.getByText('try on a sample', { exact: true }).click();
    await planRow(page, 'Send one message for each crossing').first().waitFor();
  });
});
