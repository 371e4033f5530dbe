import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { Page } from 'playwright-core';
import { onEnd, removeFolder } from '../harness/cleanup';
import { ROOT, VSIX } from '../harness/root';
import type { Settings } from '../harness/server';
import { startPrivateServer } from '../harness/server';
import { prepareServerBuild } from '../harness/server-build';
import type { WorkbenchPage } from '../harness/workbench';
import { explainFailure, openPage, remoteUri, takePicture, workbenchUrl } from '../harness/workbench';

/** The sample workspace, in which the tests play. */
export const SAMPLE = path.join(ROOT, 'test', 'workspace');

// With these the lines of the sample documents fit the window, so that pictures show them unwrapped.
const ROOMY: Settings = {
  'editor.fontSize': 13,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
};

/** The colour themes that come with VS Code and that the extension has to look right in. */
export const THEMES = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  highContrast: 'Default High Contrast',
  highContrastLight: 'Default High Contrast Light',
} as const;

/** Each theme with a name for its pictures, and the least contrast that texts must have in it. */
export const CONTRASTS = [
  ['light', THEMES.light, 4.5],
  ['dark', THEMES.dark, 4.5],
  ['hc', THEMES.highContrast, 7],
  ['hc-light', THEMES.highContrastLight, 7],
] as const;

/** The name of one of those themes, as settings know it. */
type Theme = (typeof THEMES)[keyof typeof THEMES];

/** What a workbench is to show. */
export interface WorkbenchOptions {
  /** The packaged extension to install; the one that `npm run package` wrote if left out. */
  readonly vsix?: string;
  /** The folder to open. The workbench gets a copy of it. */
  readonly folder: string;
  /** Changes the copy before it is opened. */
  prepare?(folder: string): void;
  /** What the window opens: the folder, if left out, the workspace that a file inside of it describes, or nothing. */
  readonly opens?: 'nothing' | `${string}.code-workspace`;
  /** A file inside the folder to open at once. */
  readonly file?: string;
  readonly theme?: Theme;
  readonly settings?: Settings;
  /** Whether the folder is opened untrusted, in Restricted Mode. */
  readonly restricted?: boolean;
  /** The display language; English if left out. */
  readonly language?: string;
  /** Changes the installed extension, whose folder it gets. */
  prepareExtension?(folder: string): void;
}

/** A workbench in a browser, ready to be used. */
export interface Workbench {
  readonly page: Page;
  /** The copy of the folder that is open. */
  readonly folder: string;
  /** The text of a file of that folder, as it is on disk. */
  read(file: string): string;
  /** Takes a picture into test/output and returns its path. */
  screenshot(name: string): Promise<string>;
  /** Ends the browser and the server and removes everything they wrote. */
  stop(): Promise<void>;
}

/** Opens the workbench with the extension installed, on a server and with data of its own. */
async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { vsix = VSIX, theme = THEMES.dark, restricted = false, language, prepareExtension } = options;
  const settings = { 'workbench.colorTheme': theme, ...ROOMY, ...options.settings };
  const temporary = mkdtempSync(path.join(tmpdir(), 'design-docs-ui-'));
  const forget = onEnd(() => removeFolder(temporary));
  // The name of the folder is seen in the window.
  const folder = path.join(temporary, path.basename(options.folder));
  cpSync(options.folder, folder, { recursive: true });
  options.prepare?.(folder);
  const server = await startPrivateServer(await prepareServerBuild(), {
    vsix,
    settings,
    restricted,
    prepareExtension,
  });
  let opened: WorkbenchPage | undefined;
  const stop = async () => {
    await opened?.browser.close();
    await server.stop();
    removeFolder(temporary);
    forget();
  };
  try {
    opened = await openPage(language);
    const { page } = opened;
    const file = options.file === undefined ? undefined : path.join(folder, options.file);
    const address = workbenchUrl(server.host, fileToOpen(server.host, file), toOpen(folder, options.opens));
    await Promise.race([load(page, address, options), opened.died, server.died]);
    const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
    return { page, folder, read, screenshot: (name) => takePicture(page, name), stop };
  } catch (error) {
    const reasons = await explainFailure(server, opened);
    await stop();
    throw new Error(`The workbench did not open: ${(error as Error).message}\n${reasons}`);
  }
}

function fileToOpen(host: string, file: string | undefined): [string, string][] {
  return file === undefined ? [] : [['openFile', remoteUri(host, file)]];
}

function toOpen(folder: string, opens: WorkbenchOptions['opens']): Parameters<typeof workbenchUrl>[2] {
  if (opens === undefined) return { folder };
  return opens === 'nothing' ? { ew: 'true' } : { workspace: path.join(folder, opens) };
}

/** Opens an address, and once more if nothing comes of it: a page that misses an answer of a server that starts waits for ever. */
async function load(page: Page, address: string, options: WorkbenchOptions): Promise<void> {
  await page.goto(address);
  await ready(page, options).catch(async () => {
    await page.goto(address);
    await ready(page, options);
  });
}

async function ready(page: Page, { opens, file }: WorkbenchOptions): Promise<void> {
  await page.locator('.monaco-workbench .part.statusbar').waitFor();
  // The tree of files and the extensions come from the server, so once they are there the connection works.
  const files = page.locator('.explorer-folders-view .monaco-list-row').first();
  const view = page.locator('.activitybar').getByRole('tab', { name: 'Design Docs' });
  await (opens === 'nothing' ? view : files).waitFor();
  if (file !== undefined) await page.locator('.monaco-editor .view-line').first().waitFor();
}

/** Opens one workbench for all tests of a `describe`; one that fails leaves a picture. */
export function useWorkbench(options: WorkbenchOptions): () => Workbench {
  let workbench: Workbench | undefined;
  before('open the workbench', async () => {
    workbench = await openWorkbench(options);
  });
  afterEach('take a picture of a failure', async function () {
    if (this.currentTest?.state !== 'failed') return;
    await workbench?.screenshot(`failure-${this.currentTest.title.replace(/\W+/g, '-')}`);
  });
  after('close the workbench', () => workbench?.stop());
  return () => {
    if (workbench === undefined) throw new Error('The workbench is used before it was opened.');
    return workbench;
  };
}
