#!/usr/bin/env node
/** The entry of the command line. It enables the compile cache of Node 22.8 and later. */

import Module from 'node:module';
import * as path from 'node:path';
import { cacheFolder } from '../node/cache/cacheFolder';
import { findUp } from '../node/files/files';

interface Since228 {
  enableCompileCache?(folder: string): unknown;
}

/** Uses the user's cache folder: Node's default is in the system's temporary folder, where other users can write. */
function enableCompileCache(): void {
  const here = process.cwd();
  const cache = cacheFolder(findUp(here, '.git') ?? here);
  if (cache !== undefined) (Module as Since228).enableCompileCache?.(path.join(cache, 'compiled'));
}

enableCompileCache();
void import('./program.js').then(({ start }) => start());
