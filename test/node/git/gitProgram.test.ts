import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { devNull } from 'node:os';
import * as path from 'node:path';
import { userName } from '../../../src/node/git/git';
import { findGit, gitCommand, gitEnvironment } from '../../../src/node/git/gitProgram';
import { folderWith } from '../../cli/program';

describe('findGit', () => {
  /** Finds git where the given files can be run; a link is written `from -> to`. */
  const find = (platform: NodeJS.Platform, folders: string, root: string, ...files: string[]) => {
    const real = new Map(files.map((file) => file.split(' -> ')).map(([from = '', to = from]) => [from, to]));
    return findGit(folders, root, (file) => real.get(file), platform);
  };

  it('takes the first that there is', () => {
    const files = ['/usr/local/bin/git', '/usr/bin/git'];
    assert.equal(find('linux', '/bin:/usr/bin:/usr/local/bin', '/home/a/repo', ...files), '/usr/bin/git');
    assert.equal(find('linux', '', '/repo', ...files), undefined);
    assert.equal(
      find('win32', String.raw`C:\Windows;"C:\Git\cmd"`, 'C:\\repo', String.raw`C:\Git\cmd\git.exe`),
      String.raw`C:\Git\cmd\git.exe`,
    );
  });

  it('passes over folders that are relative, which would be sought in the repository', () => {
    for (const relative of ['', '.', 'bin', './bin', '../bin']) {
      const folders = `${relative}:/usr/bin`;
      const files = ['git', 'bin/git', './git', './bin/git', '../bin/git', '/usr/bin/git'];
      assert.equal(find('linux', folders, '/repo', ...files), '/usr/bin/git', relative);
    }
    for (const relative of ['', '.', 'bin', String.raw`\bin`, 'C:bin', 'C:']) {
      const files = ['git.exe', 'bin\\git.exe', '\\bin\\git.exe', 'C:bin\\git.exe', 'C:git.exe'];
      assert.equal(find('win32', relative, 'C:\\repo', ...files, 'C:.\\git.exe'), undefined, relative);
    }
  });

  it('passes over what lies in the workspace, in any spelling and behind links', () => {
    const files = [
      '/repo/bin/git',
      '/repo/git',
      '/tools/git -> /repo/x/git',
      '/repo2/git',
      '/repo/l/git -> /usr/bin/git',
    ];
    for (const inside of ['/repo/bin', '/repo', '/x/../repo/bin', '/repo/./bin/', '/tools', '/repo/l'])
      assert.equal(find('linux', `${inside}:/repo2`, '/repo', ...files), '/repo2/git', inside);
    const onWindows = String.raw`c:\REPO\bin`;
    assert.equal(find('win32', onWindows, 'C:\\repo', String.raw`c:\REPO\bin\git.exe`), undefined);
    assert.equal(
      find('win32', String.raw`D:\git`, 'C:\\repo', String.raw`D:\git\git.exe`),
      String.raw`D:\git\git.exe`,
    );
    assert.equal(find('linux', '/..git', '/', '/..git/git'), undefined, 'the whole disk is the workspace');
    assert.equal(find('linux', '/repo/..bin', '/repo', '/repo/..bin/git'), undefined);
  });
});

describe('gitCommand', () => {
  it('starts git from its own folder, never from the repository', () => {
    const folder = folderWith({ '.git/HEAD': '', 'git.exe': '', git: '' });
    const command = gitCommand(folder, ['config', 'user.name']);
    assert.ok(command);
    assert.ok(path.isAbsolute(command.program));
    assert.equal(command.options.cwd, path.dirname(command.program));
    assert.deepEqual(command.args.slice(0, 2), ['-C', folder]);
    for (const off of [
      'core.fsmonitor=false',
      `core.hooksPath=${devNull}`,
      'gc.auto=0',
      'maintenance.auto=false',
    ])
      assert.ok(command.args.includes(off), off);
    for (const [name, value] of Object.entries({ GIT_ALLOW_PROTOCOL: 'none', GIT_NO_LAZY_FETCH: '1' }))
      assert.equal(command.options.env?.[name], value);
    assert.equal(gitCommand(path.join(folder, 'gone', '..', '..', 'gone'), []), undefined);
  });

  it('runs no git that lies in the repository, though the user has its folder in the PATH', function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderWith({ '.git/HEAD': '', 'bin/git': '#!/bin/sh\ntouch "$0.ran"\n' });
    fs.chmodSync(path.join(folder, 'bin/git'), 0o755);
    const { PATH } = process.env;
    process.env.PATH = `${path.join(folder, 'bin')}${path.delimiter}${PATH}`;
    try {
      userName(folder);
    } finally {
      process.env.PATH = PATH;
    }
    assert.deepEqual(fs.readdirSync(path.join(folder, 'bin')), ['git']);
  });
});

describe('gitEnvironment', () => {
  it('has of all that is said to git only what the user says of git as a whole', () => {
    const own = {
      HOME: '/home/a',
      GIT_CONFIG_GLOBAL: '/a',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
      GIT_DIR: '/b',
      Git_Work_Tree: '/b',
      GIT_INDEX_FILE: '/b',
      GIT_PREFIX: 'b/',
      GIT_EXEC_PATH: '/b',
      GIT_SSH_COMMAND: 'b',
      GIT_SSH: 'b',
      GIT_EXTERNAL_DIFF: 'b',
      GIT_PAGER: 'b',
      GIT_ASKPASS: 'b',
      GIT_PROXY_COMMAND: 'b',
      GIT_CONFIG_PARAMETERS: "'core.fsmonitor=b'",
      GIT_ALTERNATE_OBJECT_DIRECTORIES: '/b',
      GIT_ATTR_SOURCE: 'b',
      GIT_TRACE: '/b',
      GIT_ALLOW_PROTOCOL: 'ext',
    };
    const {
      GIT_NO_LAZY_FETCH: _lazy,
      GIT_TERMINAL_PROMPT: _prompt,
      GIT_OPTIONAL_LOCKS: _locks,
      GIT_NO_REPLACE_OBJECTS: _replace,
      ...rest
    } = gitEnvironment(own);
    assert.deepEqual(rest, {
      HOME: '/home/a',
      GIT_CONFIG_GLOBAL: '/a',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
      GIT_ALLOW_PROTOCOL: 'none',
    });
  });
});
