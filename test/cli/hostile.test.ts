/** A repository out of an archive, whose configuration names programs of a stranger's choice. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { agentOn } from '../mcp/client';
import { ENVIRONMENT, folderWith, run } from './program';
import { CLEAN, FLAWED, TEMPLATE } from './texts';

/** A commit that git would have to fetch. */
const GONE = '0123456789abcdef0123456789abcdef01234567';

/** Evidence for that commit. */
const LOST = `<!-- verified: exit 0, tree ${GONE}, files 00ff, words 0 -->`;
const STEP = CLEAN.replace('[ ] Step 2.1', '[ ] Step 2.1 `verify: true`');

interface Trap {
  readonly folder: string;
  readonly head: string;
  /** Which of the programs ran. */
  ran(): string[];
}

describe('a repository whose configuration names programs', () => {
  const git = (folder: string, ...words: string[]): string =>
    spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...words], {
      cwd: folder,
      env: ENVIRONMENT,
      encoding: 'utf8',
    }).stdout.trim();

  function trap(context: Mocha.Context): Trap {
    // The traps are lines for a POSIX shell.
    if (process.platform === 'win32') context.skip();
    const markers = folderWith({});
    const folder = folderWith({
      '.gitattributes': '* filter=spy diff=spy merge=spy\n',
      'rfcs/template.md': TEMPLATE,
      'rfcs/1.md': STEP,
      'rfcs/2.md': FLAWED,
      'rfcs/3.md': CLEAN.replace('**Status:** In Progress\n', ''),
      'rfcs/4.md': STEP.replace(/\[ \] (Step 2.1.*)/, `[x] $1 ${LOST}`),
      'main.c': 'int a;\n',
    });
    git(folder, 'init', '-q');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'x');
    const head = git(folder, 'rev-parse', 'HEAD');
    assert.match(head, /^[0-9a-f]{40}$/, 'git made no commit');
    const spy = (name: string): string => `touch '${path.join(markers, name)}'`;
    const set = (name: string, value = spy(name)): void => {
      git(folder, 'config', '--file', path.join('.git', 'included'), name, value);
    };
    git(folder, 'config', 'include.path', 'included');
    for (const name of [
      'core.fsmonitor',
      'core.sshCommand',
      'core.pager',
      'core.editor',
      'core.askPass',
      'core.gitProxy',
      'core.alternateRefsCommand',
      'filter.spy.clean',
      'filter.spy.smudge',
      'filter.spy.process',
      'diff.external',
      'diff.spy.textconv',
      'diff.spy.command',
      'merge.spy.driver',
      'gpg.program',
      'pager.config',
      'pager.ls-files',
      'interactive.diffFilter',
      'sequence.editor',
      'uploadpack.packObjectsHook',
      'remote.origin.uploadpack',
    ])
      set(name);
    for (const command of [
      'ls-files',
      'ls-tree',
      'for-each-ref',
      'cat-file',
      'rev-parse',
      'rev-list',
      'check-ignore',
      'check-attr',
      'config',
      'fetch',
    ])
      set(`alias.${command}`, `!${spy(`alias ${command}`)}`);
    set('credential.helper', `!${spy('credential')}`);
    set('submodule.spy.update', `!${spy('submodule')}`);
    set('submodule.recurse', 'true');
    set('core.hooksPath', path.join(folder, '.git', 'traps'));
    set('gc.auto', '1');
    // What is missing is fetched, by a command that the address names.
    set('core.repositoryFormatVersion', '1');
    set('extensions.partialClone', 'origin');
    set('remote.origin.promisor', 'true');
    set('remote.origin.url', `ext::sh -c ${spy('fetch').replaceAll(' ', '% ')}`);
    set('protocol.ext.allow', 'always');
    set('protocol.allow', 'always');
    fs.mkdirSync(path.join(folder, '.git', 'traps'));
    for (const hook of [
      'post-index-change',
      'pre-auto-gc',
      'post-checkout',
      'reference-transaction',
      'pre-commit',
    ])
      fs.writeFileSync(path.join(folder, '.git', 'traps', hook), `#!/bin/sh\n${spy(`hook ${hook}`)}\n`, {
        mode: 0o755,
      });
    // Other words of the same length, and no time between them: to tell, git would have to run the filter.
    fs.writeFileSync(path.join(folder, 'main.c'), 'int b;\n');
    return { folder, head, ran: () => fs.readdirSync(markers).sort() };
  }

  it('makes plain git run some of them, or the next tests prove nothing', function () {
    const { folder, ran } = trap(this);
    git(folder, 'status');
    git(folder, 'read-tree', 'HEAD');
    git(folder, 'diff', '--name-only', 'HEAD');
    git(folder, 'rev-parse', '--verify', `${GONE}^{tree}`);
    for (const name of ['core.fsmonitor', 'fetch', 'filter.spy.process', 'hook post-index-change'])
      assert.ok(ran().includes(name), `${name}: ${ran()}`);
  });

  it('makes no command of ours run any', function () {
    const { folder, head, ran } = trap(this);
    const attest = (tree: string): string[] => ['tick', 'rfcs/1.md', '18', '--exit', '0', '--tree', tree];
    for (const words of [
      ['check'],
      ['check', '--no-cache', 'rfcs'],
      ['list'],
      ['fix', '--dry-run'],
      ['fix', 'rfcs/2.md'],
      ['new', 'Tides'],
      ['new', 'Ebb', '--supersedes', '1'],
      ['plan', 'rfcs/1.md'],
      ['next'],
      ['start', 'rfcs/2.md', '15'],
      attest(head),
      ['ready', 'rfcs/1.md'],
      ['tick', 'rfcs/1.md', '18', '--undo'],
      attest(GONE),
      ['tick', 'rfcs/1.md', '18', '--run', '--', 'true'],
      ['ready', 'rfcs/1.md'],
      ['ready', 'rfcs/4.md'],
      ['template', 'rfcs/template.md'],
    ]) {
      const { status, stderr } = run(folder, ...words);
      assert.equal(status === 2, words.includes(GONE), `${words.join(' ')}: ${stderr}`);
      assert.deepEqual(ran(), [], words.join(' '));
    }
  });

  it('makes no tool of ours run any', async function () {
    const { folder, head, ran } = trap(this);
    const { call } = await agentOn(folder, '--write');
    const path1 = { path: 'rfcs/1.md' };
    const { version } = await call<{ version: string }>('read_plan', path1);
    await call('list_docs');
    await call('check_doc', path1);
    await call('next_step');
    await call('complete_step', { ...path1, version, line: 18, evidence: { exit: 0, tree: head } });
    await call('ready_for_review', path1);
    await call('new_doc', { title: 'Tides' });
    assert.deepEqual(ran(), []);
  });
});
