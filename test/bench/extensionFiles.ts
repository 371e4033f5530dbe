/** Copies the files that VS Code loads, and those of an empty extension, so that Node can load them without an editor. */

import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../fixture';

const TYPINGS = require.resolve('@types/vscode/index.d.ts');
const DECLARED = /^\texport (?:class|enum|namespace|function|const) (\w+)/gm;
const EMPTY = `import * as vscode from 'vscode';
export function activate(context) { context.subscriptions.push(new vscode.Disposable(() => undefined)); }`;
/** A stand-in for every member of the `vscode` module: it can be called, extended and read while the files load. */
const HOLLOW = `const hollow = () => new Proxy(function Hollow() {}, {
  get: (own, key) => (key === 'prototype' || typeof key === 'symbol' ? Reflect.get(own, key) : hollow()),
  apply: hollow,
});`;

/** Copies the files into a folder, beside a `vscode` module that does nothing, and returns their paths. */
export function extensionFiles(folder: string): Record<string, readonly string[]> {
  const dist = path.join(root, 'dist');
  const at = (...names: string[]): string => path.join(folder, ...names);
  mkdirSync(at('node_modules', 'vscode'), { recursive: true });
  writeFileSync(at('node_modules', 'vscode', 'package.json'), '{"type":"module","main":"index.js"}');
  const names = [...readFileSync(TYPINGS, 'utf8').matchAll(DECLARED)].map(([, name]) => name);
  const interfaces = [...new Set(names)].map((name) => `export const ${name} = hollow();`);
  writeFileSync(at('node_modules', 'vscode', 'index.js'), [HOLLOW, ...interfaces].join('\n'));
  writeFileSync(at('empty.mjs'), EMPTY);
  cpSync(path.join(dist, 'extension.mjs'), at('extension.mjs'));
  cpSync(path.join(dist, 'extension'), at('extension'), { recursive: true });
  const start = readdirSync(at('extension')).find((name) => name.startsWith('startOnNode-'));
  if (start === undefined)
    throw new Error('The build has no file for startOnNode.ts. Build first: npm run build');
  const activation = at('extension.mjs');
  return {
    empty: [at('empty.mjs')],
    activation: [activation],
    'first document': [activation, at('extension', start)],
  };
}
