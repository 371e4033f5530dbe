/** Pages that show files and what the command line prints of them. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { folderWith, run } from '../cli/program';

/** Writes the files that a page shows, runs the commands that it shows, and compares what they print. */
export function assertTranscripts(page: string): void {
  const files = [...page.matchAll(/^`([^`]+)`:\n\n```\w+\n([\s\S]*?)^```$/gm)];
  const folder = folderWith(Object.fromEntries(files.map(([, file = '', text = '']) => [file, text])));
  spawnSync('git', ['init', '-q'], { cwd: folder });
  const consoles = [...page.matchAll(/^```console\n([\s\S]*?)^```$/gm)];
  assert.ok(consoles.length > 0);
  for (const [, shown = ''] of consoles) {
    for (const part of shown.split(/^\$ design-docs /m).slice(1)) {
      const [command = '', ...output] = part.split('\n');
      const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(
        ([, quoted, plain]) => quoted ?? plain ?? '',
      );
      const printed = run(folder, ...words).stdout.replace(/[ \t]+$/gm, '');
      assert.equal(printed, output.join('\n').replace(/[ \t]+$/gm, ''), command);
    }
  }
}
