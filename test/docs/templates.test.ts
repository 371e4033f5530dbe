/** The families in docs/templates.md: each command prints what the page says. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { folderWith, run } from '../cli/program';
import { root } from '../fixture';

const PAGE = readFileSync(path.join(root, 'docs', 'templates.md'), 'utf8');
/** Headings in a fence belong to an example. */
const FENCE_OR_HEADING = /^```[\s\S]*?^```$|^### /gm;
const FAMILIES = PAGE.slice(PAGE.indexOf('\n## Five families'))
  .replace(FENCE_OR_HEADING, (found) => (found === '### ' ? '\0' : found))
  .split('\0')
  .slice(1);

describe('docs/templates.md', () => {
  it('has five families', () => assert.equal(FAMILIES.length, 5));

  for (const family of FAMILIES) {
    const [name = ''] = family.split('\n', 1);
    it(`shows what the commands print for ${name}`, () => {
      const files = [...family.matchAll(/^`([^`]+)`:\n\n```\w+\n([\s\S]*?)^```$/gm)];
      const folder = folderWith(Object.fromEntries(files.map(([, file = '', text = '']) => [file, text])));
      spawnSync('git', ['init', '-q'], { cwd: folder });
      const consoles = [...family.matchAll(/^```console\n([\s\S]*?)^```$/gm)];
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
    });
  }
});
