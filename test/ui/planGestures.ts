import type { Locator, Page } from 'playwright-core';
import { planRow, runCommand, until, widenSideBar } from './gestures';
import type { Workbench } from './page';

/** The row that says what is next. */
export const NEXT = 'Next: ';

/** Moves the keyboard into the view, which gets the whole side bar: a row that has no room does not exist in the page. */
export async function focusPlan(page: Page): Promise<void> {
  await runCommand(page, 'Design Docs: Show Plan');
  const documents = page.locator('.pane-header').filter({ hasText: 'Documents' });
  await documents.waitFor();
  if ((await documents.getAttribute('aria-expanded')) === 'true') {
    await documents.click();
    await until('a closed view', async () => (await documents.getAttribute('aria-expanded')) === 'false');
    await runCommand(page, 'Design Docs: Show Plan');
  }
  await page.locator('.customview-tree .monaco-list:focus').waitFor();
}

export async function showPlan({ page }: Workbench): Promise<void> {
  await focusPlan(page);
  await planRow(page, NEXT).waitFor();
  await widenSideBar(page, 130);
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
/** Lets the tree fetch what it still has to, for it draws rows anew. */
export const quiet = (page: Page): Promise<void> => page.waitForTimeout(1_200);
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
export const line = (text: string, piece: string): number =>
  text.slice(0, text.indexOf(piece)).split('\n').length;
