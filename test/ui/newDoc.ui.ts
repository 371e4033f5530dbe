// New Design Doc with the keyboard alone: no test in this file touches the mouse before its pictures are taken.
import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import * as path from 'node:path';
import { crop, findCommand, runCommand, save, settle, textOf, until } from './gestures';
import { SAMPLE, useWorkbench } from './page';

const TITLE = 'Harbour Tide Tables';
const FILE = 'docs/design_docs/0004-harbour-tide-tables.md';
const SUMMARY = 'Print next month of tides for every harbour.';

// What is asked, whichever of it and in whichever order.
const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/template/i, 'design'],
  [/title/i, TITLE],
  [/folder/i, 'docs/design_docs'],
];

describe('New Design Doc', () => {
  const workbench = useWorkbench({
    folder: SAMPLE,
    file: 'README.md',
    settings: { 'designDocs.author': 'Pilar Anand' },
  });

  it('is in the command palette, with what else a person can do here', async () => {
    const { page, screenshot } = workbench();
    const input = page.locator('.quick-input-widget input.input');
    await findCommand(page, 'Design Docs', 'Design Docs: New Design Doc');
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'Design Docs: Show Plan' }).waitFor();
    strictEqual(await rows.filter({ hasText: 'Tick' }).count(), 0, 'commands of a tree row alone');
    strictEqual(await rows.filter({ hasText: 'Fix All' }).count(), 0, 'commands that need a design doc');
    await page.waitForTimeout(300);
    await screenshot('palette');
    await crop(page, 'palette-crop', page.locator('.quick-input-widget'));
    await page.keyboard.press('Escape');
    await input.waitFor({ state: 'hidden' });
  });

  it('writes a numbered file with title, date and author', async () => {
    const { page, folder, read } = workbench();
    await runCommand(page, 'Design Docs: New Design Doc');
    const input = page.locator('.quick-input-widget input.input');
    const tab = page.locator('.tab.active').filter({ hasText: path.basename(FILE) });
    let answered = '';
    const counters: string[] = [];
    await until('the new document', async () => {
      if (await tab.isVisible()) return true;
      const question = (await input.isVisible()) ? await input.getAttribute('placeholder') : null;
      const answer = ANSWERS.find(([asked]) => question !== null && asked.test(question));
      if (question === null || question === answered || answer === undefined) return false;
      answered = question;
      counters.push((await textOf(page.locator('.quick-input-title'))).replace(/^[^(]*/, ''));
      if (/folder/i.test(question)) {
        strictEqual(await page.locator('.quick-input-list').getByText('new folder').count(), 0);
      }
      await page.keyboard.type(answer[1]);
      if (/title/i.test(question)) {
        await page
          .locator('.quick-input-message')
          .filter({ hasText: path.basename(FILE) })
          .waitFor();
        await crop(page, 'new-design-doc-title', page.locator('.quick-input-widget'));
      }
      // A list moves its focus to the best match after the typing.
      const list = page.locator('.quick-input-list .monaco-list-row');
      const match = page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: answer[1] });
      if ((await list.count()) > 0) await match.waitFor();
      await page.keyboard.press('Enter');
      return false;
    });
    deepStrictEqual(counters, ['(1/3)', '(2/3)', '(3/3)']);
    const names = readdirSync(path.join(folder, 'docs/design_docs'));
    strictEqual(names.filter((name) => name.startsWith('0004')).join(), path.basename(FILE), 'new files');
    const text = read(FILE);
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    const today = day.map((part) => String(part).padStart(2, '0')).join('-');
    for (const line of [
      `# Design: ${TITLE}`,
      '**Status:** Draft',
      '**Author:** Pilar Anand',
      `**Created:** ${today}`,
      '## Summary',
    ]) {
      ok(text.split('\n').includes(line), `"${line}" in\n${text.slice(0, 400)}`);
    }
  });

  it('lets Tab lead from one piece of guidance to the next', async () => {
    const { page, read, screenshot } = workbench();
    const place = page.locator('#status\\.editor\\.selection');
    await page.locator('.editor-instance .snippet-placeholder').first().waitFor();
    await place.filter({ hasText: 'selected' }).waitFor();
    await settle(page);
    await screenshot('new-design-doc');
    const first = read(FILE).split('\n')[Number.parseInt((await textOf(place)).slice(3), 10) - 1] ?? '';
    await page.keyboard.type(SUMMARY);
    await place.filter({ hasNotText: 'selected' }).waitFor();
    const before = await textOf(place);
    await page.keyboard.press('Tab');
    await place.filter({ hasText: 'selected' }).waitFor();
    const after = await textOf(place);
    const line = (text: string) => Number.parseInt(text.slice(3), 10);
    ok(line(after) > line(before), `the second stop, ${after}, lies below the first, ${before}`);
    await save(page);
    const lines = read(FILE).split('\n');
    ok(lines.some((text) => text.includes(SUMMARY)) && !lines.includes(first), 'guidance typed over');
  });
});

describe('New Design Doc where git does not say who writes', () => {
  const workbench = useWorkbench({ folder: SAMPLE, file: 'README.md', restricted: true });

  /** Answers what is asked, and returns the questions; ends when the file is open, and its editor takes keys. */
  async function create(title: string, file: string): Promise<string[]> {
    const { page } = workbench();
    await runCommand(page, 'Design Docs: New Design Doc');
    const input = page.locator('.quick-input-widget input.input');
    const tab = page.locator('.tab.active').filter({ hasText: path.basename(file) });
    const answers = [...ANSWERS, [/author/i, 'Ida Holm'] as const];
    const asked: string[] = [];
    await until('the new document', async () => {
      if (await tab.isVisible()) return true;
      const question = (await input.isVisible()) ? await input.getAttribute('placeholder') : null;
      const answer = answers.find(([pattern]) => question !== null && pattern.test(question))?.[1];
      if (question === null || question === asked.at(-1) || answer === undefined) return false;
      asked.push(question);
      await page.keyboard.type(answer === TITLE ? title : answer);
      const match = page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: answer });
      if ((await page.locator('.quick-input-list .monaco-list-row').count()) > 0) await match.waitFor();
      await page.keyboard.press('Enter');
      return false;
    });
    // Until then, the new editor takes the focus from whatever has it.
    await page.locator('.editor-instance .snippet-placeholder').first().waitFor();
    await page.locator('.tab.active:not(.dirty)').waitFor();
    return asked;
  }

  it('asks for the author once, and writes it into each document', async () => {
    const { read } = workbench();
    const first = await create(TITLE, FILE);
    strictEqual(first.filter((question) => /author/i.test(question)).length, 1, first.join());
    const next = 'docs/design_docs/0005-second.md';
    const second = await create('Second', next);
    strictEqual(second.filter((question) => /author/i.test(question)).length, 0, second.join());
    for (const file of [FILE, next]) ok(read(file).includes('**Author:** Ida Holm\n'), read(file));
  });
});
