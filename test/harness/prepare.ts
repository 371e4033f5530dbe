import { prepareBrowser } from './browser';
import { prepareServerBuild } from './server-build';

/**
 * Mocha runs this before the interface tests when it is started with `--require` of this file. What may take a
 * minute on first use is done here, where no test's time limit counts.
 */
export async function mochaGlobalSetup(): Promise<void> {
  await prepareServerBuild();
  await prepareBrowser();
}
