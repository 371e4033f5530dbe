/** What points to the npm package: the MCP registry, the pre-commit hook and the release workflow. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { commands } from '../../src/cli/commands/index';
import { folderWith } from '../cli/program';
import { CLEAN, FLAWED, TEMPLATE } from '../cli/texts';
import { readRepo } from '../fixture';
import { bareEnvironment, packProgram, runIn } from './packed';

const project: {
  readonly version: string;
  readonly repository: { readonly url: string };
  readonly scripts: Readonly<Record<string, string>>;
} = JSON.parse(readRepo('package.json'));

describe('server.json', () => {
  const server: {
    readonly name: string;
    readonly description: string;
    readonly repository: { readonly url: string };
    readonly packages: readonly { readonly packageArguments: readonly { readonly value: string }[] }[];
  } = JSON.parse(readRepo('server.json'));

  it('keeps the limits of the registry, under the name that the owner of the repository may use', () => {
    const [, owner = ''] = /github\.com\/([^/]+)\//.exec(project.repository.url) ?? [];
    assert.equal(server.name, `io.github.${owner}/design-docs`);
    assert.match(server.name, /^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/);
    assert.ok(server.description.length <= 100);
    assert.equal(`${server.repository.url}.git`, project.repository.url);
  });

  it('starts the server with a command that exists', () => {
    const [first] = server.packages;
    assert.deepEqual(
      first?.packageArguments.map(({ value }) => value),
      ['mcp'],
    );
    assert.ok(commands.some(({ name }) => name === 'mcp'));
  });
});

describe('the pre-commit hook', () => {
  const [hook, ...others]: { entry: string; language: string; pass_filenames: boolean }[] = parse(
    readRepo('.pre-commit-hooks.yaml'),
  );
  const env = bareEnvironment();

  /** Runs the entry as pre-commit does, without file names, with the packed program in place of the published one. */
  function runHook(folder: string): number | null {
    const words = (hook?.entry ?? '').split(' ').map((word) => {
      return word === `design-docs@${project.version}` ? `file:${packProgram()}` : word;
    });
    return runIn(folder, env, words[0] ?? '', ...words.slice(1)).status;
  }

  it('checks the documents, and no template', function () {
    assert.deepEqual([hook?.language, hook?.pass_filenames, others], ['system', false, []]);
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE, 'rfcs/1.md': CLEAN });
    if (spawnSync('git', ['init', '-q'], { cwd: folder, env }).status !== 0) this.skip();
    assert.equal(runHook(folder), 0);
    writeFileSync(path.join(folder, 'rfcs/2.md'), FLAWED);
    assert.equal(runHook(folder), 1);
  });
});

describe('the release workflow', () => {
  interface Step {
    readonly uses?: string;
    readonly run?: string;
    readonly env?: Readonly<Record<string, string>>;
  }
  interface Job {
    readonly permissions?: Readonly<Record<string, string>>;
    readonly steps: readonly Step[];
  }
  const text = readRepo('.github/workflows/release.yml');
  const workflow: { permissions: object; jobs: Readonly<Record<string, Job>> } = parse(text);
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  it('has only the permissions that a job needs', () => {
    assert.deepEqual(workflow.permissions, {});
    assert.deepEqual(
      Object.entries(workflow.jobs).map(([name, { permissions }]) => [name, permissions]),
      [
        ['build', { contents: 'read' }],
        ['npm', { contents: 'read', 'id-token': 'write' }],
        ['registry', { contents: 'read', 'id-token': 'write' }],
        ['editors', {}],
        ['github', { contents: 'write' }],
      ],
    );
  });

  it('pins what it runs, and passes secrets in the environment alone', () => {
    for (const { uses, run, env } of steps) {
      if (uses !== undefined) assert.match(uses, /^actions\/[a-z-]+@v\d+$/);
      assert.doesNotMatch(run ?? '', /\$\{\{/);
      for (const [, name = ''] of (run ?? '').matchAll(/npx --yes (\S+)/g))
        assert.match(name, /@\d+\.\d+\.\d+$/);
      for (const value of Object.values(env ?? {})) {
        const secret = /secrets\.(\w+)/.exec(value)?.[1];
        if (secret !== undefined) assert.ok(readRepo('docs/packaging.md').includes(`\`${secret}\``), secret);
      }
    }
  });

  it('runs scripts that there are', () => {
    const named = [...text.matchAll(/npm run (\S+)/g)].map(([, name = '']) => name);
    assert.deepEqual(named, ['package', 'package:npm']);
    for (const name of named) assert.ok(project.scripts[name], name);
  });

  it('compares the tag with the version', function () {
    if (process.platform === 'win32') this.skip();
    const run =
      workflow.jobs.build?.steps.find((step) => step.run?.includes('GITHUB_REF_NAME'))?.run ?? 'exit 3';
    const folder = folderWith({});
    writeFileSync(path.join(folder, 'package.json'), '{"version":"1.2.3"}');
    const statusOf = (tag: string): number | null =>
      spawnSync('bash', ['-ec', run], { cwd: folder, env: { ...process.env, GITHUB_REF_NAME: tag } }).status;
    assert.deepEqual([statusOf('v1.2.3'), statusOf('v1.2.4'), statusOf('1.2.3')], [0, 1, 1]);
  });
});
