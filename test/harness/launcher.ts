// This program stands where test-electron expects VS Code's executable. It takes the same arguments, runs the
// tests in the editor that run-host chose, prints each test as it ends and leaves the counts in a file.
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright-core';
import { endGroup, onEnd } from './cleanup';
import type { LaunchOrder } from './launch-order';
import { readOrder, WORKSPACE_FILE } from './launch-order';
import { startPrivateServer } from './server';
import type { ServerBuild } from './server-build';
import type { RunningServer } from './server-process';
import { minutes, SilenceWatch } from './silence';
import { startStaticWeb } from './static-web';
import { exitStatus, TestReport } from './test-report';
import type { WorkbenchPage } from './workbench';
import { explainFailure, openPage, remoteUri, workbenchUrl } from './workbench';

/** Longer than a single test may take by its own limit, which is the more telling end. */
const SILENCE_MS = 10 * 60_000;

// After one of these no test can end any more, so waiting for progress would be a waste.
const HOPELESS = /^No extension host found that can launch|[Ee]xtension host .*terminated unexpectedly/;

async function launch(order: LaunchOrder): Promise<number> {
  const report = new TestReport((text) => console.log(text));
  if (order.editor.kind === 'server') await runInPage(order, order.editor.build, report);
  else await runOnDesktop(order, order.editor.executable, report);
  const { outcome } = report;
  if (outcome !== undefined) writeFileSync(order.result, JSON.stringify(outcome));
  return exitStatus(outcome);
}

async function runInPage(order: LaunchOrder, build: ServerBuild, report: TestReport): Promise<void> {
  const { extension, tests, restricted } = order;
  const server =
    order.host === 'web'
      ? await startStaticWeb(build, { extension, tests })
      : await startPrivateServer(build, { restricted });
  const events = new EventEmitter();
  const watch = new SilenceWatch(SILENCE_MS, () => events.emit('error', silent()));
  let workbench: WorkbenchPage | undefined;
  try {
    workbench = await openPage();
    const ended = once(events, 'exit');
    await hear(workbench.page, report, watch, events);
    const opened = workbench.page.goto(address(order, server)).then(() => ended);
    await Promise.race([opened, ended, workbench.died, server.died]);
    if (exitStatus(report.outcome) === 2)
      throw new Error('The run ended without its counts: no test ran, or the host broke.');
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${await explainFailure(server, workbench)}`);
  } finally {
    watch.stop();
    await workbench?.browser.close();
    await server.stop();
  }
}

function address(order: LaunchOrder, server: RunningServer): string {
  if (order.host === 'web') return workbenchUrl(server.host, []);
  const paths: [string, string][] = [
    ['extensionDevelopmentPath', remoteUri(server.host, order.extension)],
    ['extensionTestsPath', remoteUri(server.host, order.tests)],
  ];
  const { folder } = order;
  if (folder === undefined) return workbenchUrl(server.host, paths);
  return workbenchUrl(
    server.host,
    paths,
    folder.endsWith(WORKSPACE_FILE) ? { workspace: folder } : { folder },
  );
}

/** Has the workbench's own reports arrive here: `exit` when the tests have ended, `error` when they cannot. */
async function hear(
  page: Page,
  report: TestReport,
  watch: SilenceWatch,
  events: EventEmitter,
): Promise<void> {
  // The workbench calls these two by name; the extension host's console comes through the second.
  await page.exposeFunction('codeAutomationExit', () => events.emit('exit'));
  await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
    const line = args.join(' ');
    if (report.read(line)) return watch.heard();
    if (process.env.VERBOSE) console.log(`  [${type}] ${line}`);
    if (HOPELESS.test(line)) events.emit('error', new Error(line));
  });
}

async function runOnDesktop(order: LaunchOrder, executable: string, report: TestReport): Promise<void> {
  const child = spawn(executable, order.words, { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  const forget = onEnd(() => endGroup(child.pid, 'SIGKILL'));
  const ended = new Promise<void>((resolve, reject) => {
    const watch = new SilenceWatch(SILENCE_MS, () => reject(silent()));
    createInterface(child.stdout).on('line', (line) => {
      watch.heard();
      if (!report.read(line)) console.log(line);
    });
    child.on('error', reject);
    child.on('close', () => resolve());
  });
  try {
    await ended;
  } finally {
    endGroup(child.pid, 'SIGKILL');
    forget();
  }
}

function silent(): Error {
  return new Error(`No test has ended for ${minutes(SILENCE_MS)}. The last one that did stands above.`);
}

// The parent holds the other end of this input. Once it is gone, nobody waits for the result any more.
process.stdin.resume().on('end', () => process.exit(2));

launch(readOrder(process.argv.slice(2), process.env)).then(
  (status) => process.exit(status),
  (error: Error) => {
    console.error(`The test harness broke: ${error.message}`);
    process.exit(2);
  },
);
