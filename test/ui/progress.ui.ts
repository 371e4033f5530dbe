// The Progress panel: the table of documents, the burn-up, by keyboard and in each theme.
import { deepEqual, match, ok, strictEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { axeFaults } from './axe';
import { contrastOf } from './contrast';
import { crop, runCommand, settle, until } from './gestures';
import { CONTRASTS, SAMPLE, useWorkbench } from './page';

const FILE = 'docs/design_docs/0002-flood-alerts.md';
const DAY = 86_400;
const START = 1_789_000_000;

/** Makes the folder a repository in which the plan of a document was worked off, a step every three days. */
function withHistory(folder: string): void {
  const file = path.join(folder, FILE);
  const now = readFileSync(file, 'utf8');
  const git = (at: number, ...words: string[]): void => {
    const date = `${START + at * 3 * DAY} +0000`;
    const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    const { status, stderr } = spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...words], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    strictEqual(status, 0, stderr);
  };
  git(0, 'init', '-q', '-b', 'main');
  const marks = now.split('- [x]').length - 1;
  for (let at = 0; at <= marks; at++) {
    let seen = 0;
    const text = now.replace(/- \[x\]/g, (box) => (seen++ < at ? box : '- [ ]'));
    writeFileSync(file, at < 6 ? text.replace(/^ *- \[ \] Milestone 5[\s\S]*?(?=\n## )/m, '') : text);
    git(at, 'add', '-A');
    git(at, 'commit', '-q', '-m', `Step ${at}`);
  }
}

/** The frame of the page, once it shows documents. */
async function pageFrame(page: Page): Promise<Frame> {
  return until('the table of documents', async () => {
    for (const frame of page.frames()) {
      const table = frame.locator('table.documents');
      if (await table.isVisible().catch(() => false)) return frame;
    }
    return undefined;
  });
}

/** The titles in the table, from top to bottom. */
async function titles(frame: Frame): Promise<string[]> {
  return frame.locator('table.documents tbody button').allInnerTexts();
}

for (const [name, theme, least] of CONTRASTS) {
  describe(`the Progress panel in ${theme}`, () => {
    const workbench = useWorkbench({ folder: SAMPLE, prepare: withHistory, theme });

    it('shows all documents and how a plan was worked off, to be read by everyone', async () => {
      const { page, screenshot } = workbench();
      await runCommand(page, 'Design Docs: Show Progress');
      const frame = await pageFrame(page);
      strictEqual((await titles(frame)).length, 4);
      const row = frame.locator('tbody tr').filter({ hasText: '0002 Flood Alerts' });
      match(
        (await row.innerText()).replace(/\s+/g, ' '),
        /In Progress .*10 of 16 0 Move what is still queued/,
      );
      await frame.locator('.chart canvas').waitFor();
      match((await frame.locator('.chart').getAttribute('aria-label')) ?? '', /; 10 of 16 are done on /);
      await settle(page);
      await screenshot(`progress-${name}`);
      await crop(page, `progress-${name}-crop`, page.locator('iframe.webview').first());
      await frame.locator('summary').click();
      ok((await frame.locator('table.points tbody tr').count()) > 5, 'the points as a table');
      deepEqual(await axeFaults(frame, 'html'), []);
      for (const part of [
        'h1',
        'caption',
        '.documents td',
        '.link',
        '.path',
        '.count',
        '.u-label',
        'summary',
      ]) {
        const contrast = await contrastOf(frame.locator(part).first());
        // The colour of links is that of the theme.
        const wanted = part === '.link' ? 4.5 : least;
        ok(contrast >= wanted, `${part}: a contrast of ${contrast}, not ${wanted}`);
      }
    });

    if (name !== 'dark') return;

    it('leaves an open table of points open while documents change', async () => {
      const { page, folder } = workbench();
      const frame = await pageFrame(page);
      const file = path.join(folder, 'docs/design_docs/0003-gauge-log-upload.md');
      const text = readFileSync(file, 'utf8');
      strictEqual(await frame.locator('details[open] table.points').count(), 1, 'open tables');
      // By the second change, the history after the first one has come.
      for (const title of ['Gauge Log One', 'Gauge Log Two']) {
        writeFileSync(file, text.replace('Gauge Log Upload', title));
        await frame.getByRole('button', { name: title }).waitFor();
      }
      strictEqual(await frame.locator('details[open] table.points').count(), 1, 'open tables');
      writeFileSync(file, text);
      await frame.getByRole('button', { name: 'Gauge Log Upload' }).waitFor();
    });

    it('is used by keyboard alone', async () => {
      const { page } = workbench();
      const frame = await pageFrame(page);
      const heading = frame.locator('th.title');
      await frame.locator('th.title button').focus();
      await page.keyboard.press('Enter');
      await until(
        'an ascending order',
        async () => (await heading.getAttribute('aria-sort')) === 'ascending',
      );
      const ascending = await titles(frame);
      // The focus stays on the button, so the same key turns the order.
      await page.keyboard.press('Enter');
      await until(
        'a descending order',
        async () => (await heading.getAttribute('aria-sort')) === 'descending',
      );
      deepEqual(await titles(frame), [...ascending].reverse());
      await frame.locator('#plan').focus();
      await page.keyboard.press('ArrowUp');
      await frame.getByRole('button', { name: '0003' }).focus();
      await page.keyboard.press('Enter');
      await page.locator('.tab.active').filter({ hasText: '0003-gauge-log-upload.md' }).waitFor();
    });
  });
}

describe('the Progress panel in Restricted Mode', () => {
  const workbench = useWorkbench({ folder: SAMPLE, prepare: withHistory, restricted: true });

  it('shows the table, and says why there is no history', async () => {
    const { page } = workbench();
    await runCommand(page, 'Design Docs: Show Progress');
    const frame = await pageFrame(page);
    await frame.getByText('which runs only in a trusted workspace').waitFor();
    strictEqual(await frame.locator('.chart').count(), 0);
  });
});
