/**
 * Measures in the window of a real VS Code from the click on a box of the Plan view until the tree says so. Beside it
 * stands a tree of another extension that only turns its row over and has it drawn anew.
 */

import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { root } from '../fixture';
import { VSIX } from '../harness/root';
import { startPrivateServer } from '../harness/server';
import { prepareServerBuild } from '../harness/server-build';
import { openPage, remoteUri, workbenchUrl } from '../harness/workbench';

const ROUNDS = 50;
/** Until nothing is drawn any more. */
const REST_MS = 600;
const FILE = 'docs/design_docs/0002-flood-alerts.md';

const MANIFEST = {
  name: 'bench',
  publisher: 'bench',
  version: '0.0.1',
  engines: { vscode: '^1.100.0' },
  main: './main.js',
  contributes: { views: { designDocs: [{ id: 'bench.tree', name: 'Bench' }] } },
};

/** A tree of the same shape as the rows that a tick has ours draw anew; a click turns a row over. */
const MAIN = `
const vscode = require('vscode');
exports.activate = () => {
  const changed = new vscode.EventEmitter();
  const row = (name, ...below) => ({ name, done: false, below });
  const top = row('Only refreshed', row('0'), row('1'), row('2', row('3'), row('4'), row('5')), row('6'));
  const rows = [top, ...top.below, ...top.below[2].below];
  const { Expanded, None } = vscode.TreeItemCollapsibleState;
  const view = vscode.window.createTreeView('bench.tree', {
    manageCheckboxStateManually: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => (node ? node.below : [top]),
      getTreeItem: (node) => {
        const count = node === top ? rows.filter(({ done }) => done).length + '/7 ' : 'Toggled over ';
        const item = new vscode.TreeItem(count + node.name, node.below.length > 0 ? Expanded : None);
        item.id = node.name;
        item.accessibilityInformation = { label: item.label + (node.done ? ', done' : ', not done') };
        item.checkboxState = node.done ? 1 : 0;
        return item;
      },
    },
  });
  view.onDidChangeCheckboxState(({ items }) => {
    for (const [node, state] of items) node.done = state === 1;
    changed.fire([top]);
  });
};
`;

/** The row of either tree that is ticked. */
const TREES = {
  'the Plan view': { step: 'Queue one message' },
  'a tree that only refreshes': { step: 'Toggled over 1' },
} as const;

/** Milliseconds of many ticks, by what was ticked. */
export async function measureTicking(scratch: string): Promise<Record<string, number[]>> {
  const folder = path.join(scratch, 'workspace');
  cpSync(path.join(root, 'test', 'workspace'), folder, { recursive: true });
  const extension = path.join(scratch, 'bench');
  mkdirSync(extension, { recursive: true });
  writeFileSync(path.join(extension, 'package.json'), JSON.stringify(MANIFEST));
  writeFileSync(path.join(extension, 'main.js'), MAIN);
  const settings = { 'designDocs.plan.completeMilestone': 'never' };
  const server = await startPrivateServer(await prepareServerBuild(), { vsix: VSIX, settings });
  const { browser, page } = await openPage();
  try {
    const payload: [string, string][] = [
      ['extensionDevelopmentPath', remoteUri(server.host, extension)],
      ['openFile', remoteUri(server.host, path.join(folder, FILE))],
    ];
    await page.goto(workbenchUrl(server.host, payload, { folder }));
    await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
    await page.locator('.activitybar').getByRole('tab', { name: 'Design Docs' }).click();
    return await ticksIn(page);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function ticksIn(page: Page): Promise<Record<string, number[]>> {
  for (const { step } of Object.values(TREES)) await rowOf(page, step).waitFor({ timeout: 60_000 });
  const times: Record<string, number[]> = {};
  // The first rounds warm up.
  for (let round = -4; round < ROUNDS; round++) {
    for (const [name, { step }] of Object.entries(TREES)) {
      await page.waitForTimeout(REST_MS);
      const time = await tick(page, step);
      if (round >= 0) times[name] = [...(times[name] ?? []), time];
    }
  }
  return times;
}

/** Clicks on a box, and says how many milliseconds it took until its row said something else. */
async function tick(page: Page, step: string): Promise<number> {
  const row = rowOf(page, step);
  const { x = 0, y = 0, width = 0, height = 0 } = (await row.getByRole('checkbox').boundingBox()) ?? {};
  await row.evaluate(watch);
  await page.mouse.click(x + width / 2, y + height / 2);
  return page.evaluate(() => (globalThis as unknown as Window).ticked);
}

function rowOf(page: Page, title: string): Locator {
  return page.locator('.customview-tree .monaco-list-row').filter({ hasText: title }).last();
}

/** What the page has that Node has not. */
interface Window {
  readonly document: EventTarget;
  readonly MutationObserver: new (
    changed: () => void,
  ) => { observe(node: unknown, options: object): void; disconnect(): void };
  ticked: Promise<number>;
}

/** Runs in the page: promises how long it takes from a click until a row is called otherwise. */
function watch(row: unknown): void {
  const window = globalThis as unknown as Window;
  let start = 0;
  const clicked = () => {
    start = performance.now();
  };
  window.document.addEventListener('click', clicked, { capture: true, once: true });
  window.ticked = new Promise((resolve) => {
    const observer = new window.MutationObserver(() => {
      observer.disconnect();
      resolve(performance.now() - start);
    });
    observer.observe(row, { attributes: true, attributeFilter: ['aria-label'] });
  });
}
