/** What must stay true of every rule; docs/architecture.md says why. */

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../../src/core/rules/index';
import { generated } from '../docs/generated';
import { readRepo, root } from '../fixture';
import { core, filesBelow } from '../sources';

/** True for a line that declares what a module keeps and may change. What has a type that is read-only does not. */
function keepsState(line: string): boolean {
  if (/^(?:export )?(?:let|var)\b/.test(line)) return true;
  const [, type = '', value = ''] = /^(?:export )?const \w+(?:: ([^=]+?))? = (.*)$/.exec(line) ?? [];
  return !/\b[Rr]eadonly|^Rule$/.test(type) && /^(?:new |\[|\{|\(\()/.test(value);
}

describe('rules', () => {
  it('have unique ids, which are the names of their files', () => {
    const files = filesBelow('src/core/rules', '.ts').map((file) => path.basename(file, '.ts'));
    const ids = rules.map((rule) => rule.id);
    assert.deepEqual([...new Set(ids)], ids);
    assert.deepEqual([...ids].sort(), files.filter((name) => name !== 'index' && name !== 'rule').sort());
  });

  it('keep nothing from one document to the next', () => {
    const kept = core
      .filter((file) => file.startsWith('src/core/rules/'))
      .flatMap((file) =>
        readRepo(file)
          .split('\n')
          .filter(keepsState)
          .map((line) => `${file}: ${line}`),
      );
    assert.deepEqual(kept, []);
  });

  it('see documents and outlines, not the parts that these share with other documents', () => {
    const shared = /\b(?:PARSE|PART)\b|from '\.\.\/(?:query|incremental|document\/parts)\b/;
    const files = core.filter((file) => file.startsWith('src/core/rules/'));
    assert.deepEqual(
      files.filter((file) => shared.test(readRepo(file))),
      [],
    );
  });

  for (const { file, text } of generated) {
    it(`are told of in ${file}`, () => {
      const found = existsSync(path.join(root, file)) ? readRepo(file) : '';
      assert.ok(found === text(), `${file} is stale: run \`npm run docs\` and commit it`);
    });
  }
});
