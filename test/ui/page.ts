import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { Page } from 'playwright-core';
import { onEnd, removeFolder } from '../harness/cleanup';
import { VSIX } from '../harness/root';
import { type Settings, startPrivateServer } from '../harness/server';
import { prepareServerBuild } from '../harness/server-build';
import {
  explainFailure,
  openPage,
  remoteUri,
  takePicture,
  type WorkbenchPage,
  workbenchUrl,
} from '../harness/workbench';

const READY_WITHIN_MS = 60_000;

/** The colour themes that come with VS Code and that the extension has to look right in. */
export const THEMES = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  highContrast: 'Default High Contrast',
  highContrastLight: 'Default High Contrast Light',
} as const;

/** The name of one of those themes, as settings know it. */
export type Theme = (typeof THEMES)[keyof typeof THEMES];

/** What a workbench is to show. */
export interface WorkbenchOptions {
  /** The packaged extension to install; the one that `npm run package` wrote if left out. */
  readonly vsix?: string;
  /** The folder to open. The workbench gets a copy of it. */
  readonly folder: string;
  /** A file inside the folder to open at once. */
  readonly file?: string;
  readonly theme?: Theme;
  readonly settings?: Settings;
  /** Whether the folder is opened untrusted, in Restricted Mode. */
  readonly restricted?: boolean;
}

/** A workbench in a browser, ready to be used. */
export interface Workbench {
  readonly page: Page;
  /** The copy of the folder that is open. */
  readonly folder: string;
  /** Takes a picture into test/output and returns its path. */
  screenshot(name: string): Promise<string>;
  /** Ends the browser and the server and removes everything they wrote. */
  stop(): Promise<void>;
}

/** Opens the workbench with the extension installed, on a server and with data of its own. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { vsix = VSIX, theme = THEMES.dark, restricted = false } = options;
  const settings = { 'workbench.colorTheme': theme, ...options.settings };
  const temporary = mkdtempSync(path.join(tmpdir(), 'design-docs-ui-'));
  const forget = onEnd(() => removeFolder(temporary));
  // The name of the folder is seen in the window.
  const folder = path.join(temporary, path.basename(options.folder));
  cpSync(options.folder, folder, { recursive: true });
  const server = await startPrivateServer(await prepareServerBuild(), { vsix, settings, restricted });
  let opened: WorkbenchPage | undefined;
  const stop = async () => {
    await opened?.browser.close();
    await server.stop();
    removeFolder(temporary);
    forget();
  };
  try {
    opened = await openPage();
    const { page } = opened;
    const file = options.file === undefined ? undefined : path.join(folder, options.file);
    await page.goto(workbenchUrl(server.host, openFile(server.host, file), folder));
    await Promise.race([ready(page, file !== undefined), opened.died, server.died]);
    return { page, folder, screenshot: (name) => takePicture(page, name), stop };
  } catch (error) {
    const reasons = await explainFailure(server, opened);
    await stop();
    throw new Error(`The workbench did not open: ${(error as Error).message}\n${reasons}`);
  }
}

function openFile(host: string, file: string | undefined): [string, string][] {
  return file === undefined ? [] : [['openFile', remoteUri(host, file)]];
}

async function ready(page: Page, withEditor: boolean): Promise<void> {
  const wait = { timeout: READY_WITHIN_MS };
  await page.locator('.monaco-workbench .part.statusbar').waitFor(wait);
  // The tree of files comes from the server, so once it is there the connection works.
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor(wait);
  if (withEditor) await page.locator('.monaco-editor .view-line').first().waitFor(wait);
}

/** Runs a command from the command palette, as a person would; the title may leave out the end. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input.input');
  await input.waitFor();
  await input.fill(`>${title}`);
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
  await row.waitFor();
  // Commands used lately come first in the list, so the first row is not always the one meant.
  if ((await row.getAttribute('class'))?.split(' ').includes('focused')) await page.keyboard.press('Enter');
  else await row.click();
}

/** Waits until a check gives something other than undefined, null or false, and returns it. */
export async function until<T>(what: string, check: () => T | Promise<T>, ms = 15_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await check();
    if (value !== undefined && value !== false && value !== null) return value;
    if (Date.now() > end) throw new Error(`Not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
