// Runs a bundle of tests inside a real extension host and prints its counts as the last line. Usage:
//   run-host.js node|web --tests BUNDLE.js [--extension DIR] [--folder DIR] [--floor]
// --floor: in the oldest VS Code that the extension runs in. RESTRICTED=1: with an untrusted folder.
// Exit status: 0 all passed, 1 a test failed, 2 the harness broke or no test ran.
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { onEnd, removeFolder } from './cleanup';
import { prepareEditor } from './editor';
import type { Host } from './launch-order';
import { settingsEnvironment, WORKSPACE_FILE } from './launch-order';
import { ROOT } from './root';
import { writeSettings } from './server';
import type { Release } from './server-build';
import { CURRENT, FLOOR } from './server-build';
import type { TestOutcome } from './test-report';
import { exitStatus } from './test-report';

const USAGE = 'Usage: run-host.js node|web --tests BUNDLE.js [--extension DIR] [--folder DIR] [--floor]';

interface Request {
  readonly host: Host;
  readonly tests: string;
  readonly extension: string;
  readonly folder: string | undefined;
  readonly release: Release;
}

function readRequest(args: readonly string[]): Request {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      tests: { type: 'string' },
      extension: { type: 'string' },
      folder: { type: 'string' },
      floor: { type: 'boolean' },
    },
  });
  const [host] = positionals;
  if ((host !== 'node' && host !== 'web') || values.tests === undefined) throw new Error(USAGE);
  const folder = values.folder === undefined ? undefined : path.resolve(values.folder);
  const tests = path.resolve(values.tests);
  for (const file of [tests, ...(folder === undefined ? [] : [folder])]) {
    if (!existsSync(file)) throw new Error(`${file} does not exist. Build first: npm run build\n${USAGE}`);
  }
  const release = values.floor ? FLOOR : CURRENT;
  return { host, tests, extension: path.resolve(values.extension ?? ROOT), folder, release };
}

async function main(): Promise<number> {
  const request = readRequest(process.argv.slice(2));
  const restricted = Boolean(process.env.RESTRICTED);
  if (restricted && request.host === 'web') {
    throw new Error('A folder in memory is always trusted. Run RESTRICTED=1 with the node host only.');
  }
  const editor = await prepareEditor(request.release);
  const home = mkdtempSync(path.join(tmpdir(), 'design-docs-host-'));
  onEnd(() => removeFolder(home));
  const result = path.join(home, 'result.json');
  writeSettings(path.join(home, 'user'));
  const started = Date.now();
  const broke = await runTests({
    vscodeExecutablePath: writeLauncher(home),
    extensionDevelopmentPath: request.extension,
    extensionTestsPath: request.tests,
    extensionTestsEnv: settingsEnvironment({ host: request.host, editor, restricted, result }),
    launchArgs: [
      copyFolder(request, home),
      `--user-data-dir=${path.join(home, 'user')}`,
      `--extensions-dir=${path.join(home, 'extensions')}`,
    ],
  }).then(
    () => false,
    (error: unknown) => !(error instanceof TestRunFailedError && error.code === 1),
  );
  const outcome = existsSync(result) ? (JSON.parse(readFileSync(result, 'utf8')) as TestOutcome) : undefined;
  const status = broke ? 2 : exitStatus(outcome);
  if (outcome !== undefined) {
    console.log(
      `VS Code ${outcome.version}, ${editor.kind}, ${request.host} host, ${Date.now() - started} ms`,
    );
  }
  if (status === 2) console.error('No result: no test ran, or the harness broke. The reason stands above.');
  console.log(`${outcome?.passed ?? 0} passed, ${outcome?.failed ?? 0} failed`);
  return status;
}

/**
 * The tests get a copy of the folder, so that they may write into it and the repository stays as it is. What is opened is
 * that copy, or the workspace of several folders that a file in it describes.
 */
function copyFolder({ folder }: Request, home: string): string {
  const copy = path.join(home, 'workspace');
  if (folder === undefined) mkdirSync(copy);
  else cpSync(folder, copy, { recursive: true });
  const workspace = readdirSync(copy).find((name) => name.endsWith(WORKSPACE_FILE));
  return workspace === undefined ? copy : path.join(copy, workspace);
}

/** test-electron starts one executable file, so the launcher gets a small one of its own. */
function writeLauncher(home: string): string {
  const script = path.join(__dirname, 'launcher.js');
  const windows = process.platform === 'win32';
  const file = path.join(home, windows ? 'launcher.cmd' : 'launcher');
  const command = `"${process.execPath}" "${script}"`;
  writeFileSync(file, windows ? `@${command} %*\r\n` : `#!/bin/sh\nexec ${command} "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}

main().then(
  (status) => process.exit(status),
  (error: Error) => {
    console.error(`The test harness broke: ${error.message}`);
    process.exit(2);
  },
);
