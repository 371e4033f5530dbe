/** How V8 compiles the program while it reads a whole folder. */

import * as modules from 'node:module';

/** So many documents take long enough for V8 to compile most of the program. */
const MANY = 30;

/**
 * Keeps V8 from writing functions into others while many documents are read, until what it gives is called. Left alone,
 * Node 20 spends nearly as long on compiling the program as the program takes to run, half of it on that, and this code
 * gains nothing by it. Newer versions, which have a quick compiler in between, spend less.
 *
 * V8 asks for this flag whenever it starts to compile a function, so that it may change at any time. Most may not: to
 * change how patterns are compiled, which would help as well, ends the process.
 */
export function compileFor(documents: number): () => void {
  // What came with the quick compiler.
  if (documents < MANY || 'enableCompileCache' in modules) return () => {};
  // Loaded here, for few documents have no use for it.
  const { setFlagsFromString }: typeof import('node:v8') = require('node:v8');
  setFlagsFromString('--no-turbo-inlining');
  // What is kept of the compiled program is good for the flags that it was kept with.
  return () => setFlagsFromString('--turbo-inlining');
}
