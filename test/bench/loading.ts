/**
 * Measures what loading ES modules costs, in a process of its own: `node loading.js FILE…` prints milliseconds. Newer
 * versions of Node keep what they compiled, as they do in VS Code.
 */

import { pathToFileURL } from 'node:url';

async function main(files: readonly string[]): Promise<void> {
  const start = process.hrtime.bigint();
  for (const file of files) await import(pathToFileURL(file).href);
  console.log(JSON.stringify([Number(process.hrtime.bigint() - start) / 1e6]));
}

void main(process.argv.slice(2));
