import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { ENVIRONMENT, folderWith, run } from './program';
import { CLEAN, FLAWED, TEMPLATE } from './texts';

/** A repository whose branch `work` left `main` when it had three documents, all with findings. */
function repository() {
  const folder = folderWith({
    'rfcs/template.md': TEMPLATE,
    'rfcs/0001-a.md': FLAWED,
    'rfcs/0002-b.md': FLAWED,
    'rfcs/0003-c.md': FLAWED,
  });
  const git = (...words: string[]): string => {
    const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
    const { status, stdout, stderr } = spawnSync('git', [...who, ...words], {
      cwd: folder,
      env: ENVIRONMENT,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    return stdout.trim();
  };
  const write = (name: string, text: string): void => fs.writeFileSync(path.join(folder, name), text);
  const commit = (message: string): void => {
    git('add', '-A');
    git('commit', '-q', '-m', message);
  };
  git('init', '-q', '-b', 'main');
  commit('docs');
  git('checkout', '-q', '-b', 'work');
  return { folder, git, write, commit };
}

/** The documents with findings that a check reports. */
function checked(folder: string, ...words: string[]): string[] {
  const { stdout, status, stderr } = run(folder, 'check', ...words);
  assert.ok(status !== 2, stderr);
  return [...new Set(stdout.split('\n').flatMap((line) => /^(\S+?):\d/.exec(line)?.[1] ?? []))];
}

describe('check --changed', () => {
  it('hears the documents that the branch changed or added, committed or not', () => {
    const { folder, git, write, commit } = repository();
    write('rfcs/0001-a.md', FLAWED.replace('lower', 'upper'));
    commit('a');
    git('checkout', '-q', 'main');
    write('rfcs/0003-c.md', FLAWED.replace('lower', 'upper'));
    commit('c, on main, after the branch began');
    git('checkout', '-q', 'work');
    assert.deepEqual(checked(folder, '--changed'), ['rfcs/0001-a.md']);
    write('rfcs/0004-d.md', FLAWED);
    write('rfcs/0002-b.md', FLAWED.replaceAll('\n', '\r\n'));
    assert.deepEqual(checked(folder, '--changed'), ['rfcs/0001-a.md', 'rfcs/0004-d.md']);
    assert.deepEqual(checked(folder, '--changed=HEAD', 'rfcs'), ['rfcs/0004-d.md']);
    assert.equal(checked(folder).length, 4, 'without it, all');
  });

  it('says so where nothing has changed, and does not fail', () => {
    const { folder, write } = repository();
    const { status, stdout, stderr } = run(folder, 'check', '--changed');
    assert.deepEqual([status, stdout, stderr], [0, '', 'Nothing was checked: no design doc has changed.\n']);
    write('rfcs/0001-a.md', CLEAN);
    assert.equal(run(folder, 'check', '--changed').stderr, 'No findings in 1 document.\n');
  });

  it('takes any revision that git knows, also a relative one', () => {
    const { folder, git, write } = repository();
    write('rfcs/0001-a.md', `${CLEAN}\nMore.\n`);
    git('commit', '-q', '-a', '-m', 'more');
    assert.equal(
      run(folder, 'check', '--changed=HEAD').stderr,
      'Nothing was checked: no design doc has changed.\n',
    );
    for (const revision of ['HEAD~1', 'HEAD^', '@~1']) {
      assert.equal(run(folder, 'check', `--changed=${revision}`).stderr, 'No findings in 1 document.\n');
    }
  });

  it('names what is missing: a commit, a common one, or git', () => {
    const { folder, git } = repository();
    const refused = (place: string, ...words: string[]): string => {
      const { status, stderr } = run(place, 'check', ...words);
      assert.equal(status, 2);
      return stderr;
    };
    assert.match(
      refused(folder, '--changed=nowhere'),
      /Git has no commit "nowhere"\. Name a branch or a commit/,
    );
    assert.match(refused(folder, '--changed=--output=x'), /Git has no commit "--output=x"/);
    git('checkout', '-q', '--orphan', 'other');
    git('commit', '-q', '-m', 'other');
    assert.match(refused(folder, '--changed'), /HEAD and the default branch have no commit in common/);
    assert.match(refused(folderWith({ 'a.md': CLEAN }), '--changed'), /does not know which branch/);
  });
});
