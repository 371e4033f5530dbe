// The module that VS Code loads into its extension host to run all tests on the sample workspace.
import { runTests } from './runner';

// Mocha's browser build assigns module.exports of the bundle when it loads, so this has to come after it, and
// whole: a single exported name would be lost.
export = { run: () => runTests(() => import('./suite.js')) };
