import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { bundle, ENVIRONMENT, folderWith } from './program';

describe("the folder for Node's compile cache", () => {
  /** What the program asks of Node, in whichever version. */
  const asked = folderWith({
    'ask.cjs':
      "require('node:module').enableCompileCache = (folder) => require('node:fs').writeSync(2, folder);",
  });

  function folderFor(cwd: string, cache: string): string {
    const words = ['--require', path.join(asked, 'ask.cjs'), bundle(), '--version'];
    const env = { ...ENVIRONMENT, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache };
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd, env, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
    return stderr;
  }

  it("lies in the user's own cache", () => {
    const cache = folderWith({});
    assert.equal(folderFor(folderWith({}), cache), path.join(cache, 'design-docs', 'compiled'));
  });

  it('is never in the repository, where an archive could bring it along', () => {
    const root = folderWith({ '.git/HEAD': '', 'docs/a.md': '' });
    assert.equal(folderFor(path.join(root, 'docs'), path.join(root, '.cache')), '');
  });
});
