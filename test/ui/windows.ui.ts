// Windows with several folders, and with none.
import { deepStrictEqual, match, ok } from 'node:assert/strict';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { findCommand, runCommand, settle, textOf, until } from './gestures';
import { Hands } from './hands';
import { SAMPLE, useWorkbench } from './page';
import { box } from './planGestures';

/** Adds another project, with a template and names of its own, and a workspace of both. */
function addProject(folder: string): void {
  const own = path.join(folder, 'lighthouse', 'rfcs');
  mkdirSync(own, { recursive: true });
  writeFileSync(
    path.join(own, 'template.md'),
    '# RFC: <title>\n\n## Problem (Required)\n\n<!-- What hurts? -->\n\n## Proposal (Required)\n\n<!-- What helps? -->\n',
  );
  for (const name of ['RFC-0011-lamps.md', 'RFC-0012-lenses.md']) {
    const text = `# RFC: ${name.slice(9, -3)}\n\n## Problem\n\nIt is dark.\n\n## Proposal\n\nA light.\n`;
    writeFileSync(path.join(own, name), text);
  }
  cpSync(path.join(folder, 'docs'), path.join(folder, 'harbour', 'docs'), { recursive: true });
  const folders = [{ path: 'harbour' }, { path: 'lighthouse' }];
  writeFileSync(path.join(folder, 'coast.code-workspace'), JSON.stringify({ folders }));
}

describe('a window with several folders', () => {
  const workbench = useWorkbench({
    folder: SAMPLE,
    prepare: addProject,
    opens: 'coast.code-workspace',
    file: 'lighthouse/rfcs/RFC-0011-lamps.md',
    settings: { 'designDocs.author': 'Ida Holm' },
  });

  it('lists the design docs of all folders', async () => {
    const { page, screenshot } = workbench();
    await page.locator('.activitybar').getByRole('tab', { name: 'Design Docs' }).click();
    const rows = page.locator('.pane').filter({ hasText: 'Documents' }).first().locator('.monaco-list-row');
    await rows.filter({ hasText: 'lamps' }).first().waitFor();
    await rows.filter({ hasText: '0003 Gauge Log Upload' }).first().waitFor();
    deepStrictEqual(
      await rows.filter({ hasText: 'lamps' }).first().locator('.label-name').allTextContents(),
      ['0011 lamps'],
    );
    await settle(page);
    await screenshot('several-folders');
  });

  it('writes a new document into the folder of the active one, which is offered first', async () => {
    const { page, read } = workbench();
    const hands = new Hands(page);
    await hands.command('Design Docs: New Design Doc', /In which folder of the workspace/);
    const names = page.locator('.quick-input-list .monaco-list-row .label-name');
    deepStrictEqual(await names.allTextContents(), ['lighthouse', 'harbour']);
    await hands.answer(/In which folder of the workspace/);
    await hands.answer(/title/i, 'Fog Horn');
    const file = 'RFC-0013-fog-horn.md';
    await page.locator('.tab.active').filter({ hasText: file }).waitFor();
    await page.locator('.editor-instance .snippet-placeholder').first().waitFor();
    match(read(`lighthouse/rfcs/${file}`), /^# RFC: Fog Horn$/m);
  });
});

describe('a window without a folder', () => {
  const workbench = useWorkbench({ folder: SAMPLE, opens: 'nothing' });

  it('refuses a new document, with a button that opens a folder', async () => {
    const { page } = workbench();
    await runCommand(page, 'Design Docs: New Design Doc');
    await runCommand(page, 'Notifications: Show Notifications');
    const message = page.locator('.notifications-center .notification-list-item');
    await message.filter({ hasText: 'needs a workspace folder' }).waitFor();
    await message.getByRole('button', { name: 'Open Folder' }).waitFor();
    await runCommand(page, 'Notifications: Clear All Notifications');
  });

  it('opens the sample, whose plan can be worked off', async () => {
    const { page, screenshot } = workbench();
    await runCommand(page, 'Design Docs: Try on a Sample');
    const step = box(page, 'Send one message for each crossing');
    await step.click();
    await until('a tick', async () => (await step.getAttribute('aria-checked')) === 'true');
    await settle(page);
    await screenshot('no-folder');
    ok((await textOf(page.locator('.tab.active'))).includes('0002-flood-alerts.md'));
    await findCommand(page, 'Design Docs: Start Milestone');
    await page.keyboard.press('Escape');
  });
});
