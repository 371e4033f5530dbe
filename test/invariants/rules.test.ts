/** What must stay true of every rule; docs/architecture.md says why. */

import assert from 'node:assert/strict';
import path from 'node:path';
import { rules } from '../../src/core/rules/index';
import { readRepo } from '../fixture';
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
});
