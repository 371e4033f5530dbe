import type { Locator, Page } from 'playwright-core';
import { appears, planRow, runCommand, until, widenSideBar } from './gestures';
import type { Workbench } from './page';

const REST_MS = 1_000;

/** The row that says what is next. */
export const NEXT = 'Next: ';

/** Moves the keyboard into the view, which gets the whole side bar: a row that has no room does not exist in the page. */
export async function focusPlan(page: Page): Promise<void> {
  await runCommand(page, 'Design Docs: Show Plan');
  const documents = page.locator('.pane-header').filter({ hasText: 'Documents' });
  await documents.waitFor();
  if ((await documents.getAttribute('aria-expanded')) === 'true') {
    await until('a closed view', async () => {
      // A view whose rows are just drawn may lose a click.
      await documents.click();
      return appears(page.locator('.pane-header[aria-expanded=false]').filter({ hasText: 'Documents' }));
    });
    await runCommand(page, 'Design Docs: Show Plan');
  }
  await page.locator('.customview-tree .monaco-list:focus').waitFor();
}

export async function showPlan({ page }: Workbench): Promise<void> {
  await focusPlan(page);
  await planRow(page, NEXT).waitFor();
  await widenSideBar(page, 130);
  // The rows move up when the line above them has the room that it needs, and down when findings come.
  await quiet(page);
}

export const box = (page: Page, title: string): Locator => planRow(page, title).last().getByRole('checkbox');
export const labelOf = async (row: Locator): Promise<string> => (await row.getAttribute('aria-label')) ?? '';
export const says = (row: Locator, said: RegExp): Promise<unknown> =>
  until(`a row that says ${said}`, async () => said.test(await labelOf(row.last())));
export const message = (page: Page, text: string | RegExp): Promise<void> =>
  page.locator('.tree-explorer-viewlet-tree-view .message').filter({ hasText: text }).waitFor();
export const selected = (page: Page, title: string): Promise<unknown> =>
  until(`"${title}" selected`, async () => {
    const row = planRow(page, title).last();
    return /\bselected\b/.test((await row.getAttribute('class')) ?? '');
  });
/** Drags a row onto another one. */
export async function drag(page: Page, from: string, onto: string): Promise<void> {
  // The hover of the row that the mouse was left on may cover the row to drag, and stays until the mouse moves.
  await page.mouse.move(1, 1);
  await planRow(page, from).locator('.label-name').dragTo(planRow(page, onto).locator('.label-name'));
}
/** What the page has that Node has not. */
interface Window {
  getComputedStyle(element: unknown, part: string): { readonly content: string };
}
/** The badge of a row, which is drawn by a style alone. */
export async function badgeOf(row: Locator): Promise<string> {
  const label = row.last().locator('.monaco-icon-label').first();
  const content = await label.evaluate(
    (element) => (globalThis as unknown as Window).getComputedStyle(element, '::after').content,
  );
  return content.replace(/^none$|"/g, '');
}
/** A row as far as its place and what it says can be seen. */
interface Row {
  getAttribute(name: string): string | null;
  getBoundingClientRect(): { readonly top: number };
}
/** Lets the tree fetch what it still has to, for it draws rows anew: waits until they have not changed for a while. */
export async function quiet(page: Page): Promise<void> {
  const rows = page.locator('[id="workbench.view.extension.designDocs"] .monaco-list-row');
  let seen = '';
  let since = Date.now();
  await until('rows at rest', async () => {
    const now = await rows.evaluateAll((all) =>
      (all as unknown as Row[])
        .map((row) => `${row.getBoundingClientRect().top} ${row.getAttribute('aria-label')}`)
        .sort()
        .join(),
    );
    if (now !== seen) since = Date.now();
    seen = now;
    return Date.now() - since > REST_MS;
  });
}
/** A button of a row, which is there while the mouse is on the row. */
export async function press(row: Locator, name: string): Promise<void> {
  await row.last().hover();
  await row.last().getByRole('button', { name }).click();
}
/** A button in the title of the view, which is there while the mouse is on the view. */
export async function pressInTitle(page: Page, name: string): Promise<void> {
  const title = page.locator('.pane-header').filter({ hasText: 'Plan' });
  await title.hover();
  await title.getByRole('button', { name, exact: true }).click();
}

/** Presses a button in the title of the Plan view until something appears: VS Code loses a click while it draws the buttons anew. */
export async function pressInTitleUntil(page: Page, name: string, result: Locator): Promise<void> {
  await until(`what ${name} does`, async () => {
    await pressInTitle(page, name);
    return appears(result);
  });
}

export const line = (text: string, piece: string): number =>
  text.slice(0, text.indexOf(piece)).split('\n').length;
