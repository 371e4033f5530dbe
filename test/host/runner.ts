// Runs tests inside an extension host. Mocha's browser build needs no Node, so that one bundle serves the Node host and
// the web worker host.
import 'mocha/mocha.js';
import * as vscode from 'vscode';

/** Says how each test ended and, at the end, how many did how. */
class Reporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner) {
    super(runner);
    runner.on('pass', (test) => {
      say('TEST', { name: test.fullTitle(), ms: test.duration ?? 0 });
    });
    runner.on('fail', (test, error: unknown) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      say('TEST', { name: test.fullTitle(), ms: test.duration ?? 0, error: text });
    });
    runner.once('end', () => {
      const { passes, failures } = this.stats;
      say('END', { passed: passes, failed: failures, version: vscode.version });
    });
  }
}

/** Runs the tests that `load` defines. Rejects if one fails, which VS Code takes as a failed run. */
export async function runTests(load: () => Promise<unknown>): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 300_000, reporter: Reporter });
  // The suite needs mocha's globals, which exist only now.
  await load();
  const failures = await new Promise<number>((resolve) => {
    // The browser build's own mocha.run reads the page's address, which no extension host has.
    Mocha.prototype.run.call(mocha, resolve);
  });
  if (failures > 0) throw new Error(`${failures} failed`);
}

/** Everything goes out as one string, because format marks are not expanded on the way out of the host. */
function say(tag: 'TEST' | 'END', content: object): void {
  console.log(`##${tag} ${JSON.stringify(content)}`);
}
