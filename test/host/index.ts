// This is the module that VS Code loads into its extension host to run the tests. Mocha's browser build needs no
// Node, so that one bundle serves the Node host and the web worker host.
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

/** Runs the whole suite; VS Code calls this and takes a rejection as a failed run. */
async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 300_000, reporter: Reporter });
  // The suite needs mocha's globals, which exist only now.
  await import('./suite.js');
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

// Mocha's browser build assigns module.exports of the bundle when it loads, so this has to come after it, and
// whole: a single exported name would be lost.
export = { run };
