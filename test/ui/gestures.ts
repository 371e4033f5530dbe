// What a person does in a workbench, and how long a test waits to see what comes of it.
import { deepStrictEqual } from 'node:assert/strict';
import * as path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { PICTURES } from '../harness/root';
import { PATIENCE_MS } from '../harness/workbench';

const SOON_MS = 2_000;
/** How long a list has to appear and to come to rest. */
const LIST_MS = 10_000;

/** Waits until a check gives something other than undefined, null or false, and returns it. */
export async function until<T>(
  what: string,
  check: () => T | Promise<T>,
  ms = PATIENCE_MS,
): Promise<Exclude<T, undefined | false | null>> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await check();
    if (value !== undefined && value !== false && value !== null) {
      return value as Exclude<T, undefined | false | null>;
    }
    if (Date.now() > end) throw new Error(`Not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Types a text into the list that a key opens, until a row of that list is seen. */
async function askList(page: Page, key: string, text: string, row: Locator): Promise<void> {
  const input = page.locator('.quick-input-widget input.input');
  await until(`a row for ${text}`, async () => {
    // A list that is just closing swallows the key, and one closes by itself when something else takes the focus.
    if (!(await input.isVisible())) await page.keyboard.press(key);
    const typed = await input.fill(text, { timeout: SOON_MS }).then(
      () => true,
      () => false,
    );
    if (typed && (await appears(row))) return true;
    // A list shows what was known when it opened: early on, the palette leaves out extensions.
    await page.keyboard.press('Escape');
    return false;
  });
}

/** Opens the command palette with a text in it and returns the row of a command, whose title may lack its end. */
export async function findCommand(page: Page, text: string, title = text): Promise<Locator> {
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
  await askList(page, 'F1', `>${text}`, row);
  return row;
}

/** Runs a command from the command palette, as a person would; the title may leave out the end. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const row = await findCommand(page, title);
  // Commands used lately come first in the list, so the first row is not always the one meant.
  if ((await row.getAttribute('class'))?.split(' ').includes('focused')) await page.keyboard.press('Enter');
  else await row.click();
}

/** Clicks a row of the list that `open` opens; again, if something takes the focus from the list and VS Code closes it. */
export async function pickRow(page: Page, label: string | RegExp, open: () => Promise<void>): Promise<void> {
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: label }).first();
  await until(`a click on ${label}`, async () => {
    await open();
    return row.click({ timeout: LIST_MS }).then(
      () => true,
      () => false,
    );
  });
}

/** Whether an element is seen within a time, in milliseconds. */
export async function appears(element: Locator, timeout = SOON_MS): Promise<boolean> {
  return element.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}

/** Opens a file by its name in whatever editor it has. */
export async function chooseFile(page: Page, name: string): Promise<void> {
  const row = page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: name });
  await askList(page, 'Control+p', name, row);
  await page.keyboard.press('Enter');
  await page.locator('.tab.active').filter({ hasText: name }).waitFor();
}

/** Opens a file by its name in the text editor, as a person would. */
export async function openFile(page: Page, name: string): Promise<void> {
  await chooseFile(page, name);
  await page.locator('.editor-instance .view-line').first().waitFor();
}

/** Puts the cursor somewhere in the active editor; lines and columns count from 1. */
export async function goTo(page: Page, line: number, column: number): Promise<void> {
  const row = page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ hasText: `${line}` })
    .first();
  await askList(page, 'Control+g', `:${line}:${column}`, row);
  await page.keyboard.press('Enter');
  await cursorAt(page, `Ln ${line}, Col ${column}`);
}

/** Waits until the status bar tells that the cursor is at a place. */
export async function cursorAt(page: Page, place: string): Promise<void> {
  await page.locator('#status\\.editor\\.selection').filter({ hasText: place }).waitFor();
}

/** Saves the active editor once its text differs from the file. */
export async function save(page: Page): Promise<void> {
  await page.locator('.tab.active.dirty').waitFor();
  await until('a saved document', async () => {
    // A key that is pressed while VS Code is busy with an edit is lost at times.
    await page.keyboard.press('Control+s');
    return appears(page.locator('.tab.active:not(.dirty)'));
  });
}

/** Opens the menu of the light bulb and returns the action of that title. */
export async function quickFix(page: Page, title: string): Promise<Locator> {
  const action = page.locator('.action-widget .monaco-list-row.action').filter({ hasText: title }).first();
  await until(`the quick fix ${title}`, async () => {
    await page.keyboard.press('Control+.');
    // VS Code drops a request while other extensions still register their fixes, so ours may be missing.
    const found = await appears(action);
    if (!found) await page.keyboard.press('Escape');
    return found;
  });
  return action;
}

/** The text of an element. */
export async function textOf(element: Locator): Promise<string> {
  return (await element.textContent()) ?? '';
}

/** A row of the Plan view, by a part of what a screen reader says of it, which has the whole title. */
export function planRow(page: Page, title: string): Locator {
  const named = `[aria-label*=${JSON.stringify(title)}]`;
  return page.locator(`[id="workbench.view.extension.designDocs"] .monaco-list-row${named}`);
}

/** Drags the edge of the side bar to the right, so that titles have room, or to the left. */
export async function widenSideBar(page: Page, by: number): Promise<void> {
  const bar = page.locator('.part.sidebar');
  const { x = 0, y = 0, width = 0 } = (await bar.boundingBox()) ?? {};
  await page.mouse.move(x + width + 1, y + 400);
  await page.mouse.down();
  await page.mouse.move(x + width + 1 + by, y + 400, { steps: 5 });
  await page.mouse.up();
  await until('another width', async () => (((await bar.boundingBox())?.width ?? 0) - width) * by > 0);
}

/** Lets hovers and animations come to rest, with the mouse where it points at nothing. */
export async function settle(page: Page): Promise<void> {
  const hover = page.locator('.workbench-hover');
  await page.mouse.move(300, 10);
  // A hover whose row is drawn anew misses that the mouse has left. One that stays spoils no more than a picture.
  for (let i = 1; i <= 15 && (await hover.first().isVisible()); i++) {
    await page.mouse.move(300 + 10 * i, 10 + (i % 2));
    await page.waitForTimeout(100);
  }
  await page.waitForTimeout(400);
}

/** Asserts that no message was shown. Under test VS Code shows no toasts, so messages are looked for where they are kept. */
export async function noMessages(page: Page): Promise<void> {
  const center = page.locator('.notifications-center');
  await page.locator('#status\\.notifications').click();
  await center.waitFor();
  const items = center.locator('.notification-list-item');
  deepStrictEqual(await items.allTextContents(), [], 'messages');
  await page.locator('#status\\.notifications').click();
  await center.waitFor({ state: 'hidden' });
}

/** Takes a picture of a part of the window only: what the given elements cover, and a margin. */
export async function crop(page: Page, name: string, ...parts: readonly Locator[]): Promise<void> {
  const margin = 4;
  const found = await Promise.all(parts.map((part) => part.first().boundingBox()));
  const boxes = found.filter((box) => box !== null);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const x = Math.max(0, Math.min(...boxes.map((box) => box.x)) - margin);
  const y = Math.max(0, Math.min(...boxes.map((box) => box.y)) - margin);
  const right = Math.min(width, Math.max(...boxes.map((box) => box.x + box.width)) + margin);
  const bottom = Math.min(height, Math.max(...boxes.map((box) => box.y + box.height)) + margin);
  const clip = { x, y, width: right - x, height: bottom - y };
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`), clip });
}
