import { mkdirSync } from 'node:fs';
import * as path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { prepareBrowser } from './browser';
import { LogTail } from './log-tail';
import { PICTURES } from './root';
import type { RunningServer } from './server-process';

/** How long Playwright waits for what a test expects of the page, unless the test says otherwise. */
export const PATIENCE_MS = 120_000;

const BAD: ReadonlySet<string> = new Set(['error', 'warning', 'assert']);

// These say nothing: the server has no native modules here, and needs no gallery and no service worker.
const EXPECTED =
  /bindings file|build\/Release|Failed to load resource|fetching the script|ENOTFOUND|ServiceWorker|same-origin/;

/** Pairs that the workbench reads from the address, such as openFile. */
type Payload = readonly (readonly [string, string])[];

/** A browser with one page for a workbench. */
export interface WorkbenchPage {
  readonly browser: Browser;
  readonly page: Page;
  /** Rejects when the page or the browser crashes; never resolves. */
  readonly died: Promise<never>;
  readonly log: LogTail;
}

/**
 * Starts Chromium with a window of a fixed size, so that pictures of it can be compared. With a display language, the
 * workbench asks extensions for their texts in it; its own texts stay English, as there is no language pack.
 */
export async function openPage(language?: string): Promise<WorkbenchPage> {
  const executablePath = await prepareBrowser();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run'],
    // This process ends its children by itself, in an order of its own.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, deviceScaleFactor: 1 });
  page.setDefaultTimeout(PATIENCE_MS);
  if (language !== undefined) {
    await page.addInitScript((name) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: name }), language);
  }
  const log = new LogTail();
  page.on('console', (message) => {
    if (!BAD.has(message.type())) return;
    // The workbench colours its messages for the browser's own console.
    const [line = ''] = message
      .text()
      .replace(/^%c\s*(\w+) color: #\w+ /, '')
      .split('\n');
    if (!EXPECTED.test(line)) log.add(`[${message.type()}] ${line}`);
  });
  page.on('pageerror', (error) => log.add(`[uncaught] ${error.message}`));
  const died = new Promise<never>((_, reject) => {
    const advice = 'Run it again; if it repeats, the machine may be short of memory.';
    page.on('crash', () => reject(new Error(`The workbench page crashed. ${advice}`)));
    browser.on('disconnected', () => reject(new Error(`The browser ended unexpectedly. ${advice}`)));
  });
  // A browser that is closed on purpose also disconnects, when nobody waits for this any more.
  died.catch(() => undefined);
  return { browser, page, died, log };
}

/** What a window has open, as the workbench reads it from the address; `ew` stands for an empty window. */
type Opened = Readonly<Partial<Record<'folder' | 'workspace' | 'ew', string>>>;

/** The address of a workbench. */
export function workbenchUrl(host: string, payload: Payload, opened: Opened = {}): string {
  const url = new URL(`http://${host}/`);
  for (const [name, value] of Object.entries(opened)) url.searchParams.set(name, value);
  url.searchParams.set('payload', JSON.stringify([['skipWelcome', 'true'], ...payload]));
  return url.href;
}

/** How a file of this machine is named by a page whose server runs here too. */
export function remoteUri(host: string, file: string): string {
  return `vscode-remote://${host}${file.split('/').map(encodeURIComponent).join('/')}`;
}

/** Takes a picture of the page into test/output and returns its path. */
export async function takePicture(page: Page, name: string): Promise<string> {
  mkdirSync(PICTURES, { recursive: true });
  const file = path.join(PICTURES, `${name}.png`);
  await page.screenshot({ path: file });
  return file;
}

/** Everything that helps to see why a workbench did not do what was expected; a picture is taken as well. */
export async function explainFailure(server: RunningServer, workbench?: WorkbenchPage): Promise<string> {
  const logs = `${server.log.show('last lines of the server')}${workbench?.log.show('last lines of the page') ?? ''}`;
  if (workbench === undefined) return logs;
  const picture = takePicture(workbench.page, 'harness-failure').then((file) => `picture: ${file}\n`);
  // A page that has crashed has no picture to give.
  return logs + (await picture.catch(() => ''));
}
