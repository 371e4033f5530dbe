/** The pages on what was tried name tests and scripts that exist. */

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readRepo, root } from '../fixture';

const PAGE = readRepo('docs/reliability.md');

/** The tests that a page names. */
function testsIn(page: string): string[] {
  return [...page.matchAll(/\b(?:out\/)?(test\/[\w./-]+?)(?:\.js|\.ts)\b/g)].map(([, name]) => `${name}.ts`);
}

for (const page of ['docs/reliability.md', 'docs/ux-review.md'])
  describe(page, () => {
    it('names tests that exist', () => {
      const named = testsIn(readRepo(page));
      assert.ok(named.length > 30);
      assert.deepEqual(
        named.filter((name) => !existsSync(path.join(root, name))),
        [],
      );
    });
  });

describe('docs/reliability.md', () => {
  it('names scripts that exist', () => {
    const { scripts } = JSON.parse(readRepo('package.json')) as { scripts: Record<string, string> };
    const named = [...PAGE.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    assert.ok(named.length > 5);
    assert.deepEqual(
      named.filter((name) => scripts[name] === undefined),
      [],
    );
  });
});
