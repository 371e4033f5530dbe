/** Runs the command line as users do: as a process, bundled, on folders of its own. */

import type { SpawnSyncReturns } from 'node:child_process';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const ROOT = path.resolve(__dirname, '..', '..', '..');
const FOLDER = path.join(ROOT, 'out', 'test', 'cli', 'bundle');
const CACHE = fs.mkdtempSync(path.join(os.tmpdir(), 'design-docs-cache-'));
/** Nobody's name, no system's settings and an own cache: a test means the same on every machine. */
export const ENVIRONMENT = {
  ...process.env,
  XDG_CACHE_HOME: CACHE,
  LOCALAPPDATA: CACHE,
  GIT_CONFIG_GLOBAL: os.devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  DESIGN_DOCS_DEBUG: '',
};

let built = false;

/** The program, built once in a test run as it is built for users, with what it loads beside it. */
export function bundle(): string {
  if (!built) {
    const script = path.join(ROOT, 'scripts', 'build.mjs');
    const { status, stderr } = spawnSync(process.execPath, [script, '--out', FOLDER], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`The program cannot be built: ${stderr}`);
    built = true;
  }
  return path.join(FOLDER, 'cli.js');
}

/** Runs the program in a folder. */
export function run(cwd: string, ...words: string[]): SpawnSyncReturns<string> {
  const options = { cwd, encoding: 'utf8', env: ENVIRONMENT, maxBuffer: 1 << 28 } as const;
  return spawnSync(process.execPath, [bundle(), ...words], options);
}

/** Runs the program in a folder, with a text on its standard input. */
export function runWith(
  cwd: string,
  input: string | Uint8Array,
  ...words: string[]
): SpawnSyncReturns<string> {
  const options = { cwd, input, encoding: 'utf8', env: ENVIRONMENT, maxBuffer: 1 << 28 } as const;
  return spawnSync(process.execPath, [bundle(), ...words], options);
}

/** Runs the program and reads its output as JSON. */
export function runJson<T>(cwd: string, ...words: string[]): T {
  const { stdout, stderr } = run(cwd, ...words, '--format', 'json');
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

const folders: string[] = [CACHE];

/** A new folder that holds the given files; it goes when the tests end. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'design-docs-')));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  return folder;
}

/** The text of a file in a folder. */
export function textOf(folder: string, name: string): string {
  return fs.readFileSync(path.join(folder, name), 'utf8');
}

after(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});
