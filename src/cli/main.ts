#!/usr/bin/env node
/** The command line's entry. Node 22.8 and later keep what they compile of the program for the next run. */

import Module from 'node:module';
import * as path from 'node:path';
import { cacheFolder } from '../node/cache/cacheFolder';
import { findUp } from '../node/files/files';

interface Since228 {
  enableCompileCache?(folder: string): unknown;
}

/** Node's own default is a folder in the system's temporary one, where other users may write. */
function keepCompiled(): void {
  const here = process.cwd();
  const cache = cacheFolder(findUp(here, '.git') ?? here);
  if (cache !== undefined) (Module as Since228).enableCompileCache?.(path.join(cache, 'compiled'));
}

keepCompiled();
void import('./program.js').then(({ start }) => start());
