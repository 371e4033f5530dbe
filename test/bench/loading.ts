/**
 * Measures what loading files costs, in a process of its own: `node loading.js FILE…` prints milliseconds. Newer
 * versions of Node keep what they compiled, as they do in VS Code.
 */

import Module from 'node:module';

/** Whatever is asked of the editor's interface while files load: it can be called, extended and asked on. */
function hollow(): object {
  return new Proxy(function Hollow() {}, {
    get(own, key) {
      if (key === 'prototype' || typeof key === 'symbol') return Reflect.get(own, key);
      return key === 'then' || key === '__esModule' ? undefined : hollow();
    },
    apply: hollow,
  });
}

const loader = Module as unknown as {
  _load(name: string, ...rest: readonly unknown[]): unknown;
  enableCompileCache?(): unknown;
};
const load = loader._load;
// As a prototype, since esbuild copies what a module has of its own, and this has nothing.
const editor: unknown = Object.create(hollow());
loader._load = (name, ...rest) => (name === 'vscode' ? editor : load.call(loader, name, ...rest));
loader.enableCompileCache?.();

const start = process.hrtime.bigint();
for (const file of process.argv.slice(2)) require(file);
console.log(JSON.stringify([Number(process.hrtime.bigint() - start) / 1e6]));
