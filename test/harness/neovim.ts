import { spawnSync } from 'node:child_process';
import { INSTALL, packageInstaller } from './apt';

const PACKAGES = ['neovim'];

/**
 * True if there is a Neovim; it is installed first where that is possible without asking. Throws an error with the reason
 * if there is none in continuous integration, where a test that is left out would not be noticed.
 */
export async function prepareNeovim(): Promise<boolean> {
  if (starts()) return true;
  const install = packageInstaller();
  if (install) {
    await install('Neovim', PACKAGES);
    if (starts()) return true;
    throw new Error('Neovim was installed but does not start.');
  }
  const advice = `No Neovim was found. Run: sudo apt-get update && sudo apt-get ${[...INSTALL, ...PACKAGES].join(' ')}`;
  if (process.env.CI) throw new Error(advice);
  console.log(`- the tests in Neovim are left out. ${advice}`);
  return false;
}

function starts(): boolean {
  return spawnSync('nvim', ['--version']).status === 0;
}
