import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { repositoryWith } from '../node/git/repository';
import { run, runJson } from './program';

const TEMPLATE = '# Note: <Name>\n\n## Why (required)\n\nSay why.\n\n## How (required)\n\nSay how.\n';
const NOTE = '# Note: Lock\n\n## Why\n\nBoats wait.\n';

interface Listed {
  readonly documents: readonly { readonly path: string; readonly stage: string; readonly warnings: number }[];
}

describe('documents without a status', () => {
  const { folder, git } = repositoryWith({
    'rfcs/template.md': TEMPLATE,
    'rfcs/a.md': NOTE,
    'rfcs/b.md': NOTE.replaceAll('\n', '\r\n'),
    'rfcs/c.md': NOTE.replace('\n', '\n\n**Status:** Draft\n'),
  });
  const stages = (): Record<string, string> => {
    const { documents } = runJson<Listed>(folder, 'list');
    return Object.fromEntries(
      documents.map(({ path: file, stage, warnings }) => [
        path.basename(file, '.md'),
        `${stage} ${warnings}`,
      ]),
    );
  };

  it('are drafts in a repository without a commit', () => {
    assert.deepEqual(stages(), { a: 'draft 1', b: 'draft 1', c: 'draft 1' });
  });

  it('are dead in a folder for documents that were given up', () => {
    const archive = path.join(folder, 'rfcs', 'archive');
    fs.mkdirSync(archive);
    fs.writeFileSync(path.join(archive, 'old.md'), NOTE);
    assert.equal(stages().old, 'dead 0');
    fs.rmSync(archive, { recursive: true });
  });

  it('are merged once the default branch has them, whatever line endings are checked out', () => {
    git('add', 'rfcs/template.md', 'rfcs/a.md', 'rfcs/c.md');
    git('-c', 'core.autocrlf=input', 'add', 'rfcs/b.md');
    git('commit', '-qm', 'x');
    const expected = { a: 'merged 0', b: 'merged 0', c: 'draft 1' };
    assert.deepEqual([stages(), stages()], [expected, expected]);
    assert.equal(run(folder, 'check', 'rfcs/a.md').status, 0);
  });

  it('are in flight where a branch or the work tree changes or adds them, with a cache and without', () => {
    git('checkout', '-q', '-b', 'feature');
    fs.writeFileSync(path.join(folder, 'rfcs', 'd.md'), NOTE);
    fs.appendFileSync(path.join(folder, 'rfcs', 'a.md'), 'Long.\n');
    const expected = { a: 'draft 1', b: 'merged 0', c: 'draft 1', d: 'draft 1' };
    assert.deepEqual(stages(), expected);
    git('add', '-A');
    git('commit', '-qm', 'y');
    assert.deepEqual([stages(), stages()], [expected, expected]);
    git('branch', '-qf', 'main', 'feature');
    assert.deepEqual(stages(), { a: 'merged 0', b: 'merged 0', c: 'draft 1', d: 'merged 0' });
  });

  it('still hear of dead links', () => {
    fs.appendFileSync(path.join(folder, 'rfcs', 'd.md'), 'See [tides](tides.md).\n');
    git('commit', '-qam', 'z');
    git('branch', '-qf', 'main', 'feature');
    const { status, stdout } = run(folder, 'check');
    assert.equal(status, 1);
    assert.match(stdout, /d\.md.*\n?.*broken-link/);
  });
});
