/** What users start. What Node compiles of the program is kept for the next time: by Node itself, where it can. */

import * as module from 'node:module';
import { buildName } from '../node/build';
import { compiledFolder } from '../node/cacheFolder';
import { openLoader } from './compiled';
import type { start as startProgram } from './program';

const { enableCompileCache } = module as { readonly enableCompileCache?: (folder?: string) => unknown };

function load(name: string): unknown {
  const [build, folder] = [buildName(), compiledFolder()];
  enableCompileCache?.(folder);
  if (enableCompileCache || build === undefined || folder === undefined) return require(name);
  const loader = openLoader(__dirname, build, folder);
  process.on('exit', loader.keep);
  return loader.load(name);
}

const { start } = load('./program.js') as { readonly start: typeof startProgram };
start();
