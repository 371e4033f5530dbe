import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { repositoryWith } from '../node/git/repository';
import { folderWith, run, textOf } from './program';

const TEMPLATE = `# Design: <Name>

**Status:** Draft | In Progress | Shipped

## Summary (Required)

Say what it is.

## Goals (Required)

Say what it must reach.

## Work (Required)

- [ ] Milestone 1: <milestone>
`;
const FILE = 'docs/design docs/0007-tea.md';
const DOC = `# Design: Tea

**Status:** In Progress

## Summary

Tea, without waiting.

## Goals

- Warm, and in every room.

## Work

- [x] Milestone 1: Boil
`;
const LINKING = '# Notes\n\nSee [goals](design%20docs/0007-tea.md#goals).\n';

function repository(document = DOC) {
  return repositoryWith({
    'docs/design docs/template.md': TEMPLATE,
    [FILE]: document,
    'docs/notes.md': LINKING,
  });
}

/** A repository in which everything is committed. */
function committed(document = DOC) {
  const { folder, git } = repository(document);
  git('add', '-A');
  git('commit', '-qm', 'x');
  return { folder, git };
}

describe('finalize', () => {
  it('writes the summary, whose pointer shows the full text, and keeps links and findings whole', () => {
    const { folder, git } = committed();
    git('commit', '-qm', 'y', '--allow-empty');
    const { status, stdout, stderr } = run(folder, 'finalize', FILE);
    assert.deepEqual([status, stdout], [0, `${FILE}: 15 lines -> 11\n`], stderr);
    const text = textOf(folder, FILE);
    const [, command = ''] =
      /^Full text: `(git show '[0-9a-f]{12}:docs\/design docs\/0007-tea\.md')`$/m.exec(text) ?? [];
    assert.equal(
      text,
      `# Design: Tea\n\n**Status:** Shipped\n\n## Summary\n\nTea, without waiting.\n\n## Goals\n\nFull text: \`${command}\`\n`,
    );
    assert.equal(spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' }).stdout, DOC);
    assert.ok(command.includes(git('rev-parse', 'HEAD~').slice(0, 12)), 'the commit that changed it last');
    assert.equal(run(folder, 'check', '--fail-on', 'hint').status, 0);
    assert.match(run(folder, 'list').stdout, /0007-tea\.md +finished/);
    const again = run(folder, 'finalize', FILE);
    assert.deepEqual([again.status, again.stdout], [0, '']);
    assert.match(again.stderr, /Line 11 says already where the full text is\. Nothing was changed\./);
    assert.equal(textOf(folder, FILE), text);
  });

  it('prints the change as a diff that git can apply, and writes nothing', () => {
    const { folder } = committed(DOC.replaceAll('\n', '\r\n'));
    const { status, stdout } = run(folder, 'finalize', FILE, '--dry-run');
    assert.equal(status, 0);
    assert.equal(textOf(folder, FILE), DOC.replaceAll('\n', '\r\n'));
    const applied = spawnSync('git', ['apply', '-'], { cwd: folder, input: stdout, encoding: 'utf8' });
    assert.equal(applied.status, 0, applied.stderr);
    const diffed = textOf(folder, FILE);
    assert.match(diffed, /Shipped\r\n/);
    fs.writeFileSync(path.join(folder, FILE), DOC.replaceAll('\n', '\r\n'));
    run(folder, 'finalize', FILE);
    assert.equal(textOf(folder, FILE), diffed);
  });

  it('names the reasons with their lines, and changes nothing', () => {
    const open = DOC.replace('[x] Milestone 1: Boil', '[x] Milestone 1: Boil\n  - [ ] Fill\n\n-[ ] Pour');
    const { folder, git } = committed(open);
    fs.appendFileSync(path.join(folder, FILE), '\nMore.\n');
    const { status, stdout, stderr } = run(folder, 'finalize', FILE);
    assert.deepEqual(
      [status, stdout.split('\n').map((line) => line.replace(FILE, '').slice(0, 50).trimEnd())],
      [
        1,
        [
          ' The document has changes that are not committed,',
          ':16 The step "Fill" is not done. Complete it, or t',
          ':18 This looks like a task and is none, so its wor',
          '',
        ],
      ],
    );
    assert.match(stderr, /was not changed, for 3 reasons\./);
    assert.equal(textOf(folder, FILE), `${open}\nMore.\n`);
    git('rm', '-q', '--cached', FILE);
    git('commit', '-qm', 'y');
    assert.match(
      run(folder, 'finalize', FILE).stdout,
      /The commit that is checked out does not have the document/,
    );
  });

  it('needs a commit, and git', () => {
    const { folder } = repository();
    assert.match(run(folder, 'finalize', FILE).stdout, /The repository has no commit yet/);
    const plain = folderWith({
      'docs/design_docs/template.md': TEMPLATE,
      'docs/design_docs/0007-tea.md': DOC,
    });
    const { status, stdout } = run(plain, 'finalize', 'docs/design_docs/0007-tea.md');
    assert.equal(status, 1);
    assert.match(stdout, /Git cannot be asked here/);
    assert.equal(textOf(plain, 'docs/design_docs/0007-tea.md'), DOC);
  });

  it('keeps the sections that are named', () => {
    const { folder } = committed();
    assert.equal(run(folder, 'finalize', FILE, '--keep', 'Goals').status, 0);
    assert.match(textOf(folder, FILE), /## Goals\n\n- Warm, and in every room\.\n\nFull text/);
  });

  it('asks for the summary of records, whose template does not tell it', () => {
    const template = '# <Title>\n\n## Status\n\nProposed\n\n## Context\n\nWhy.\n\n## Decision\n\nWhat.\n';
    const record = '# Pots\n\n## Status\n\nAccepted\n\n## Context\n\nCold.\n\n## Decision\n\nTwo pots.\n';
    const { folder, git } = repositoryWith({ 'adr/template.md': template, 'adr/0001-pots.md': record });
    git('add', '-A');
    git('commit', '-qm', 'x');
    const { status, stdout } = run(folder, 'finalize', 'adr/0001-pots.md');
    assert.equal(status, 1);
    assert.match(stdout, /Name those that stay with --keep: "Context", "Decision"\./);
    assert.equal(run(folder, 'finalize', 'adr/0001-pots.md', '--keep', 'Decision').status, 0);
    assert.match(
      textOf(folder, 'adr/0001-pots.md'),
      /## Status\n\nAccepted\n\n## Decision\n\nTwo pots\.\n\nFull text/,
    );
    assert.match(run(folder, 'list').stdout, /0001-pots\.md +finished/);
  });
});
