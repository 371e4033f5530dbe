/** The steps of the composite action, run as GitHub runs them, with the packed program. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { check } from '../../src/cli/commands/check';
import { diff } from '../../src/cli/commands/diff';
import { folderWith, run, textOf } from '../cli/program';
import { FLAWED, TEMPLATE } from '../cli/texts';
import { readRepo } from '../fixture';
import { bareEnvironment, packProgram } from './packed';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly shell?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action: Action = parse(readRepo('action.yml'));
const [, install, summarizing, checking] = action.runs.steps;
const FILES = { 'rfcs/template.md': TEMPLATE, 'rfcs/1.md': FLAWED };

describe('the GitHub action', () => {
  const env = bareEnvironment();
  const temporary = folderWith({});

  /** A folder whose files are committed on `main`, and git in it. Skips the test where there is no git. */
  function committed(test: Mocha.Context): { folder: string; git: (...words: string[]) => number | null } {
    const folder = folderWith(FILES);
    const git = (...words: string[]): number | null =>
      spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...words], { cwd: folder, env }).status;
    if (git('init', '-q', '-b', 'main') !== 0) test.skip();
    git('add', '.');
    assert.equal(git('commit', '-q', '-m', 'One'), 0);
    for (const ref of ['refs/remotes/origin/main', 'refs/heads/base']) git('update-ref', ref, 'HEAD');
    return { folder, git };
  }

  /** Runs a step in a folder, with `${{ … }}` replaced by the inputs. */
  function runStep(
    step: Step | undefined,
    folder: string,
    inputs: Readonly<Record<string, string>>,
    more: Readonly<Record<string, string>> = {},
  ): { status: number | null; stdout: string; stderr: string } {
    assert.ok(step?.run && step.shell === 'bash');
    const given = (text: string): string =>
      text.replace(/\$\{\{ (\S+) \}\}/g, (_, name: string) =>
        name === 'runner.temp'
          ? temporary
          : (inputs[name.slice('inputs.'.length)] ??
            action.inputs[name.slice('inputs.'.length)]?.default ??
            ''),
      );
    // An expression in a script would run what an input says.
    assert.doesNotMatch(step.run, /\$\{\{/);
    const own = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, text]) => [name, given(text)]));
    return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      cwd: path.resolve(folder, given(step['working-directory'] ?? '.')),
      env: { ...env, RUNNER_TEMP: temporary, ...own, ...more },
      encoding: 'utf8',
    });
  }

  before(function () {
    // GitHub's runners for Windows have bash; other machines may not.
    if (process.platform === 'win32') this.skip();
    const { status, stderr } = runStep(install, temporary, { version: `file:${packProgram()}` });
    assert.equal(status, 0, stderr);
  });

  it('passes only options that check has, and uses every input', () => {
    const options = check.options.map(({ name }) => `--${name}`);
    const passed = [...(checking?.run ?? '').matchAll(/(?<=[\s("])--[a-z][a-z-]*/g)].map(([word]) => word);
    assert.deepEqual([...new Set(passed)].sort(), ['--baseline', '--changed', '--fail-on', '--format']);
    assert.deepEqual(
      passed.filter((word) => !options.includes(word)),
      [],
    );
    for (const name of Object.keys(action.inputs))
      assert.ok(readRepo('action.yml').includes(`inputs.${name}`), name);
  });

  it('passes only options that diff has', () => {
    const options = diff.options.map(({ name }) => `--${name}`);
    const passed = [...(summarizing?.run ?? '').matchAll(/(?<=[\s("])--[a-z][a-z-]*/g)].map(([word]) => word);
    assert.deepEqual([...new Set(passed)].sort(), ['--format', '--since']);
    assert.deepEqual(
      passed.filter((word) => !options.includes(word)),
      [],
    );
  });

  it('writes annotations, and fails where check does', () => {
    const folder = folderWith(FILES);
    const { status, stdout } = runStep(checking, folder, {});
    assert.equal(status, 1);
    assert.match(stdout, /^::warning file=rfcs\/1\.md,line=\d+/m);
    assert.equal(stdout, run(folder, 'check', '--format', 'github').stdout);
    assert.equal(runStep(checking, folder, { 'fail-on': 'error' }).status, 0);
    assert.equal(runStep(checking, folderWith({ 'sub/a.md': '' }), { 'working-directory': 'sub' }).status, 0);
  });

  it('writes SARIF into a file', () => {
    const folder = folderWith(FILES);
    const { status, stdout } = runStep(checking, folder, { sarif: 'found.sarif' });
    assert.deepEqual([status, stdout], [1, '']);
    const { version, runs }: { version: string; runs: unknown[] } = JSON.parse(textOf(folder, 'found.sarif'));
    assert.deepEqual([version, runs.length], ['2.1.0', 1]);
  });

  it('takes paths and options one a line, and runs nothing that they say', () => {
    const folder = folderWith({ ...FILES, 'rfcs/--a b.md': FLAWED });
    const { status, stdout } = runStep(checking, folder, {
      paths: '--a b.md\n\n',
      args: '--template\ntemplate.md\n',
      'working-directory': 'rfcs',
    });
    assert.equal(status, 1);
    assert.match(stdout, /file=--a b\.md/);
    assert.doesNotMatch(stdout, /1\.md/);
    for (const name of ['paths', 'args', 'changed', 'baseline', 'fail-on']) {
      const asked = runStep(checking, folder, { [name]: '$(touch hacked); touch hacked #`touch hacked`' });
      assert.equal(asked.status, 2, `${name}: ${asked.stderr}`);
    }
    assert.equal(existsSync(path.join(folder, 'hacked')), false);
  });

  it('writes what a branch changes into the summary of the job', function () {
    const { folder, git } = committed(this);
    git('rm', '-q', 'rfcs/1.md');
    const file = path.join(folder, '.git', 'summary.md');
    for (const [asked, more] of [
      ['base', {}],
      ['true', {}],
      ['true', { GITHUB_BASE_REF: 'main' }],
    ] as const) {
      rmSync(file, { force: true });
      const given = { GITHUB_STEP_SUMMARY: file, ...more };
      const { status, stdout, stderr } = runStep(summarizing, folder, { diff: asked }, given);
      assert.deepEqual([status, stdout], [0, ''], stderr);
      assert.match(
        textOf(folder, '.git/summary.md'),
        /^\*\*1 change in 1 design doc .*\n\n### `rfcs\/1\.md`\n/,
      );
    }
    const hostile = { GITHUB_STEP_SUMMARY: file };
    const injected = '$(touch hacked); touch hacked #`touch hacked`';
    assert.equal(runStep(summarizing, folder, { diff: injected }, hostile).status, 2);
    assert.equal(existsSync(path.join(folder, 'hacked')), false);
  });

  it('checks what a branch changes, and is silent about a baseline', function () {
    const { folder, git } = committed(this);
    for (const changed of ['base', 'true']) assert.equal(runStep(checking, folder, { changed }).status, 0);
    git('mv', 'rfcs/1.md', 'rfcs/2.md');
    for (const [changed, more] of [
      ['base', {}],
      ['true', {}],
      ['true', { GITHUB_BASE_REF: 'main' }],
    ] as const) {
      const { status, stdout } = runStep(checking, folder, { changed }, more);
      assert.equal(status, 1, changed);
      assert.match(stdout, /file=rfcs\/2\.md/);
    }
    assert.equal(runStep(checking, folder, { changed: 'true' }, { GITHUB_BASE_REF: 'none' }).status, 2);
    run(folder, 'check', '--baseline', 'known.json', '--update-baseline');
    assert.equal(runStep(checking, folder, { baseline: 'known.json' }).status, 0);
  });
});
