/** What users start. What Node compiles of the program is kept for the next time, unless Node is told not to. */

import { buildName } from '../core/build';
import { compiledFolder } from '../node/cacheFolder';
import { openLoader } from './compiled';
import type { start as startProgram } from './program';

function load(name: string): unknown {
  const [build, folder] = [buildName(), compiledFolder()];
  if (build === undefined || folder === undefined || process.env.NODE_DISABLE_COMPILE_CACHE)
    return require(name);
  const loader = openLoader(__dirname, build, folder);
  process.on('exit', loader.keep);
  return loader.load(name);
}

const { start } = load('./program.js') as { readonly start: typeof startProgram };
start();
