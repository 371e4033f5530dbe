/**
 * Keeps what Node compiles of the program: to compile it is a third of what a short command costs. Newer versions of
 * Node can keep a file as it was compiled when it was loaded (`module.enableCompileCache`); this keeps the functions,
 * too, that are compiled when they are called first, which is most of them.
 */

import * as fs from 'node:fs';
import * as path from 'node:path';
import { Script } from 'node:vm';
import { readKept, writeKept } from '../node/keptFile';

/** A part of the program that has been loaded. */
interface Part {
  readonly script: Script;
  readonly module: { readonly exports: unknown };
}

export interface Loader {
  load(name: string): unknown;
  /** Keeps what has been compiled so far, functions that were called included. */
  keep(): void;
}

/** Loads parts of a program, as `require` does; what is kept of another build of it counts for nothing. */
export function openLoader(program: string, build: string, kept: string): Loader {
  // V8 itself looks only whether its version and flags are the same, and the text as long.
  const key = Buffer.from(`${build} ${process.versions.v8} ${process.platform} ${process.arch}\n`);
  const parts = new Map<string, Part>();
  let compiled = false;
  const load = (name: string): unknown => (parts.get(name) ?? run(name)).module.exports;
  const ask = (wanted: string): unknown => (wanted.startsWith('./') ? load(wanted) : require(wanted));
  const run = (name: string): Part => {
    const filename = path.join(program, name);
    const code = `(function(exports,require,module,__filename,__dirname){${fs.readFileSync(filename, 'utf8')}\n})`;
    const cachedData = withoutKey(key, readKept(path.join(kept, name)));
    const script = new Script(code, { filename, ...(cachedData && { cachedData }) });
    compiled ||= script.cachedDataRejected !== false;
    const part = { script, module: { exports: {} } };
    parts.set(name, part);
    script.runInThisContext()(part.module.exports, ask, part.module, filename, program);
    return part;
  };
  const keep = (): void => {
    for (const [name, { script }] of compiled ? parts : [])
      writeKept(path.join(kept, name), withKey(key, script.createCachedData()));
  };
  return { load, keep };
}

/**
 * The data, and once more: V8 believes what it is given, and damage would be the end of the process. To compare the two
 * takes less time than any sum of them.
 */
function withKey(key: Buffer, data: Buffer): Buffer {
  return Buffer.concat([key, data, data]);
}

function withoutKey(key: Buffer, bytes: Buffer | undefined): Buffer | undefined {
  if (bytes === undefined || !bytes.subarray(0, key.length).equals(key)) return undefined;
  const half = (bytes.length - key.length) / 2;
  const [once, again] = [bytes.subarray(key.length, key.length + half), bytes.subarray(key.length + half)];
  return half > 0 && once.equals(again) ? once : undefined;
}
