// The module that VS Code loads into its extension host to run the tests in a window with several folders.
import { runTests } from './runner';

export = { run: () => runTests(() => import('./severalFolders.host.js')) };
