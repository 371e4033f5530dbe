/** What a reflog says about files in the work tree. */

import assert from 'node:assert/strict';
import { lastMoveChangesFiles } from '../../../src/core/changes/reflog';

const line = (move: string): string =>
  `${'0'.repeat(40)} ${'1'.repeat(40)} A <a@b> 1795000000 +0100\t${move}\n`;

describe('the last move of HEAD', () => {
  for (const move of [
    'checkout: moving from main to tea',
    'pull: Fast-forward',
    "merge tea: Merge made by the 'ort' strategy.",
    'reset: moving to HEAD',
    'rebase (pick): Fix commit messages',
  ]) {
    it(`may change files: ${move}`, () =>
      assert.equal(lastMoveChangesFiles(line('commit: One') + line(move)), true));
  }

  for (const move of ['commit: Merge the cups', 'commit (amend): Tea', 'commit (initial): checkout: Tea']) {
    it(`changes none: ${move}`, () =>
      assert.equal(lastMoveChangesFiles(line('checkout: moving from a to b') + line(move)), false));
  }

  it('changes none where there was no move', () => {
    assert.equal(lastMoveChangesFiles(''), false);
    assert.equal(lastMoveChangesFiles('damaged'), false);
  });
});
