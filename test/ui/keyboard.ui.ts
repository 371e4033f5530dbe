// A first design doc from beginning to end, by keyboard alone, with nothing but the extension in an empty folder.
import { deepEqual, strictEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import * as path from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../harness/root';
import { cursorAt, runCommand, until } from './gestures';
import { Hands, watchMouse } from './hands';
import { SAMPLE, useWorkbench } from './page';

const TITLE = 'Tide Tables';
const FILE = 'docs/design_docs/0001-tide-tables.md';

/** What is written, in the order in which it is asked for. The link of the first one has a slip of the pen. */
const TEXTS = [
  'The harbour office prints the tides of the next month for every berth. [What it has](../../READM.md) is a phone.',
  '- Every table is printed within 2 minutes.',
  '- Forecasts of waves: the weather service has them.',
  '- Milestone 1 reads the gauges.',
  'Read the gauges',
  'Fetch the records of one gauge',
  'Refuse records that are not signed',
  'Print the tables',
  'Lay out one page',
  '- The printer of the office takes A4 only.',
  'A nightly job reads the gauges, computes the tides and writes one file for each berth.',
  'The gauges send their records over a public network, so the job refuses those that are not signed.',
  'Golden files of three berths prove the tables, and a test with a forged record proves the refusal.',
] as const;

/** Leaves the folder of a project that has no design docs and no template. */
function emptied(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name !== 'README.md') rmSync(path.join(folder, name), { recursive: true });
  }
  for (const words of [
    ['init', '-q'],
    ['config', 'user.name', 'Ida Holm'],
  ]) {
    strictEqual(spawnSync('git', words, { cwd: folder }).status, 0, words.join(' '));
  }
}

/** One of the two editors, as far as its keys differ. */
interface Surface {
  readonly name: string;
  readonly association: string;
  /** The document is open, and its editor takes keys. */
  opened(page: Page): Promise<void>;
  fill(hands: Hands, page: Page): Promise<void>;
  fix(hands: Hands, page: Page): Promise<void>;
  comment(hands: Hands, page: Page): Promise<void>;
  tick(hands: Hands, page: Page): Promise<void>;
}

const TEXT_EDITOR: Surface = {
  name: 'text editor',
  association: 'default',
  async opened(page) {
    await page.locator('.editor-instance .snippet-placeholder').first().waitFor();
  },
  async fill(hands, page) {
    const place = page.locator('#status\\.editor\\.selection');
    for (const text of TEXTS) {
      await place.filter({ hasText: 'selected' }).waitFor();
      await hands.type(text);
      await place.filter({ hasNotText: 'selected' }).waitFor();
      await hands.press('Tab');
    }
    await hands.press('Escape');
  },
  async fix(hands, page) {
    await page.locator('#status\\.problems').filter({ hasText: '1' }).waitFor();
    await hands.press('F8');
    await cursorAt(page, 'Ln 9, Col ');
    await hands.press('Escape');
    const action = page.locator('.action-widget .monaco-list-row.action').filter({ hasText: 'Link to' });
    await hands.pressFor('Control+.', action.first());
    await hands.moveTo(action.first());
    await hands.press('Enter');
  },
  async comment(hands) {
    await hands.command('Design Docs: Add Comment', /Add Comment/);
    await hands.answer(/Add Comment/, 'Which berths?');
  },
  async tick(hands, page) {
    await hands.press('Control+k');
    await hands.press('g');
    await cursorAt(page, 'Col 3');
    await hands.press('Control+k');
    await hands.press('x');
  },
};

const MARKDOWN_EDITOR: Surface = {
  name: 'Markdown Editor',
  association: 'vscode.markdown.editor',
  async opened(page) {
    await page
      .locator('.tab.active')
      .filter({ hasText: path.basename(FILE) })
      .waitFor();
    await until('the rendered text', async () => {
      const shown = page
        .frames()
        .map((frame) => frame.getByText('Proposed Architecture').first().isVisible());
      return (await Promise.all(shown.map((one) => one.catch(() => false)))).includes(true);
    });
    strictEqual(await page.locator('.editor-instance .view-lines').count(), 0, 'text editors');
  },
  async fill(hands) {
    await hands.command('Design Docs: Go to Next Placeholder', /\(1 of 13\)/);
    for (const [index, text] of TEXTS.entries()) {
      await hands.answer(new RegExp(`\\(1 of ${TEXTS.length - index}\\)`), text);
    }
  },
  async fix(hands) {
    await hands.command('Design Docs: Fix Finding', /Choose the finding to fix/);
    await hands.answer(/Choose the finding to fix/);
  },
  async comment(hands) {
    await hands.command('Design Docs: Add Comment', /The section that the comment is about/);
    await hands.answer(/The section that the comment is about/, 'Summary');
    await hands.answer(/Add Comment/, 'Which berths?');
  },
  async tick(hands, page) {
    await hands.command('Design Docs: Go to Next Step');
    const row = page.locator('.customview-tree .monaco-list-row.focused');
    await row.filter({ hasText: TEXTS[5] }).waitFor();
    await hands.press('Space');
  },
};

/** The steps that the documentation says the tasks take in an editor. */
function documented(editor: string): Record<string, number> {
  const text = readFileSync(path.join(ROOT, 'docs/ux-review.md'), 'utf8');
  const rows = text
    .slice(text.indexOf('| task |'))
    .split('\n\n')[0]
    ?.trimEnd()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()));
  const [head = [], , ...tasks] = rows ?? [];
  const column = head.indexOf(editor);
  return Object.fromEntries(tasks.map((cells) => [cells[1], Number(cells[column])]));
}

for (const surface of [TEXT_EDITOR, MARKDOWN_EDITOR]) {
  describe(`a first design doc by keyboard alone, in the ${surface.name}`, () => {
    const workbench = useWorkbench({
      folder: SAMPLE,
      prepare: emptied,
      settings: { 'workbench.editorAssociations': { '*.md': surface.association } },
    });
    const taken: Record<string, number> = {};

    async function task(name: string, run: (hands: Hands) => Promise<void>): Promise<void> {
      const hands = new Hands(workbench().page);
      await run(hands).catch((error: unknown) => {
        throw new Error(`${name}, after ${hands.steps} steps: ${String(error)}`);
      });
      taken[name] = hands.steps;
    }

    /** Saves until a text is in the file. */
    async function written(text: string): Promise<void> {
      const { page, read } = workbench();
      await until(`${text} in the file`, async () => {
        if (read(FILE).includes(text)) return true;
        await page.keyboard.press('Control+s');
        return false;
      });
    }

    it('goes from an empty folder to the first step, and takes the steps that the documentation says', async () => {
      const { page, screenshot } = workbench();
      const presses = await watchMouse(page);
      await task('create', async (hands) => {
        await hands.command('Design Docs: New Design Doc', /template/i);
        await hands.answer(/template/i);
        await hands.answer(/folder/i);
        await hands.answer(/title/i, TITLE);
        await surface.opened(page);
        await written('**Author:** Ida Holm');
      });
      await task('fill in', async (hands) => {
        await surface.fill(hands, page);
        for (const text of TEXTS) await written(text);
      });
      await task('fix', async (hands) => {
        await surface.fix(hands, page);
        await written('(../../README.md)');
      });
      await task('comment', async (hands) => {
        await surface.comment(hands, page);
        await written('Which berths?');
      });
      await task('resolve', async (hands) => {
        await hands.command('Design Docs: Resolve Comment', /A comment of this document/);
        await hands.answer(/A comment of this document/);
        await written('state: resolved');
      });
      await task('mark ready', async (hands) => {
        await hands.command('Design Docs: Mark Ready');
        await runCommand(page, 'Notifications: Show Notifications');
        await page
          .locator('.notifications-center .notification-list-item')
          .filter({ hasText: 'is ready for review' })
          .waitFor();
        await runCommand(page, 'Notifications: Clear All Notifications');
      });
      await task('start', async (hands) => {
        await hands.command('Design Docs: Start Milestone', /Choose the milestone to start/);
        await hands.answer(/Choose the milestone to start/);
        await hands.command('Design Docs: Set Status', /status/i);
        await hands.answer(/status/i, 'In Progress');
        await written('**Status:** In Progress');
      });
      await task('tick', async (hands) => {
        await surface.tick(hands, page);
        await written(`- [x] Step 1: ${TEXTS[5]}`);
      });
      await screenshot(`keyboard-${surface.association.replaceAll('.', '-')}`);
      await task('hand off', async (hands) => {
        await hands.command('Design Docs: Hand Next Step to Agent', /Hand Next Step to Agent/);
        await hands.answer(/Hand Next Step to Agent/, 'Open in New Editor');
        await page.locator('.editor-instance .view-line').filter({ hasText: TEXTS[6] }).first().waitFor();
      });
      deepEqual(taken, documented(surface.name));
      strictEqual(await presses(), 0, 'presses of the mouse');
    });
  });
}
