import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import * as path from 'node:path';
import { repositoryWith } from '../node/git/repository';
import { folderWith, run, runJson, textOf } from './program';

const TEMPLATE = `# NNNN. <Title>

Date: YYYY-MM-DD

## Status

Proposed

## Context

What is the issue that we see?

## Decision

What do we change?

## Consequences

What gets easier?
`;
const record = (number: number, title: string): string =>
  TEMPLATE.replace('NNNN', String(number))
    .replace('<Title>', title)
    .replace('YYYY-MM-DD', '2026-01-02')
    .replace('Proposed', 'Accepted')
    .replaceAll(/^W.*$/gm, 'Boats wait.');
const GIVEN = ['--author', 'Ada', '--date', '2026-03-04'];

interface Checked {
  readonly documents: readonly {
    readonly path: string;
    readonly stage: string;
    readonly findings: readonly { readonly rule: string }[];
  }[];
}

describe('new --supersedes', () => {
  it('links from folder to folder where the new record has one of its own', () => {
    const folder = folderWith({
      'doc/adr/template.md': TEMPLATE,
      'doc/adr/0001-queue/README.md': record(1, 'Queue'),
      'doc/adr/0002-lock/README.md': record(2, 'Lock'),
      'doc/adr/0003-gate.md': record(3, 'Gate'),
    });
    const { status, stdout } = run(folder, 'new', 'Two gates', '--supersedes', '3', ...GIVEN);
    assert.deepEqual([status, stdout], [0, 'doc/adr/0004-two-gates/README.md\n']);
    assert.match(
      textOf(folder, 'doc/adr/0003-gate.md'),
      /^Superseded by \[.*\]\(0004-two-gates\/README\.md\)$/m,
    );
    assert.match(
      textOf(folder, 'doc/adr/0004-two-gates/README.md'),
      /^Supersedes \[.*\]\(\.\.\/0003-gate\.md\)$/m,
    );
  });

  it('finds a document by the number of its folder, by the folder and by its file', () => {
    for (const named of ['2', 'doc/adr/0002-lock', 'doc/adr/0002-lock/README.md']) {
      const folder = folderWith({
        'doc/adr/template.md': TEMPLATE,
        'doc/adr/0001-queue/README.md': record(1, 'Queue'),
        'doc/adr/0002-lock/README.md': record(2, 'Lock'),
        'doc/adr/0002-lock/notes.md': 'Notes.\n',
      });
      const { status, stdout } = run(folder, 'new', 'Two locks', '--supersedes', named, ...GIVEN);
      assert.deepEqual([status, stdout], [0, 'doc/adr/0003-two-locks/README.md\n'], named);
      const old = textOf(folder, 'doc/adr/0002-lock/README.md');
      assert.match(old, /^Superseded by \[.*\]\(\.\.\/0003-two-locks\/README\.md\)$/m);
      const text = textOf(folder, 'doc/adr/0003-two-locks/README.md');
      assert.match(text, /^Supersedes \[.*\]\(\.\.\/0002-lock\/README\.md\)$/m);
    }
  });

  it('changes nothing outside of the folder, wherever a link leads', () => {
    const folder = folderWith({
      'doc/adr/template.md': TEMPLATE,
      'doc/adr/0001-queue.md': record(1, 'Queue'),
      'elsewhere/lock.md': record(2, 'Lock'),
      'elsewhere/own/README.md': record(3, 'Gate'),
    });
    symlinkSync('../../elsewhere/lock.md', path.join(folder, 'doc/adr/0002-lock.md'));
    symlinkSync('../../elsewhere/own', path.join(folder, 'doc/adr/0003-gate'));
    for (const named of ['2', '3', 'doc/adr/0003-gate', 'doc/adr/../../elsewhere/lock.md']) {
      const { status, stderr } = run(folder, 'new', 'B', '--supersedes', named, '--dir', 'doc/adr', ...GIVEN);
      assert.equal(status, 2, named);
      assert.match(stderr, /There is no document/);
    }
    assert.equal(textOf(folder, 'elsewhere/lock.md'), record(2, 'Lock'));
    assert.equal(textOf(folder, 'elsewhere/own/README.md'), record(3, 'Gate'));
  });

  it('writes both ends: a link in the status of the new record, and the status of the old one', () => {
    const folder = folderWith({
      'doc/adr/template.md': TEMPLATE,
      'doc/adr/0001-queue.md': record(1, 'Queue'),
      'doc/adr/0002-lock.md': record(2, 'Lock').replaceAll('\n', '\r\n'),
    });
    const { status, stdout } = run(folder, 'new', 'Two locks', '--supersedes', '2', ...GIVEN);
    assert.deepEqual([status, stdout], [0, 'doc/adr/0003-two-locks.md\n']);
    const text = textOf(folder, 'doc/adr/0003-two-locks.md');
    assert.match(text, /\n## Status\n\nProposed\n\nSupersedes \[2\. Lock\]\(0002-lock\.md\)\n\n## Context\n/);
    const old = record(2, 'Lock').replace('Accepted', 'Superseded by [0003. Two locks](0003-two-locks.md)');
    assert.equal(textOf(folder, 'doc/adr/0002-lock.md'), old.replaceAll('\n', '\r\n'));
    const { documents } = runJson<Checked>(folder, 'check');
    assert.deepEqual(
      documents.map(({ stage }) => stage),
      ['finished', 'dead', 'draft'],
    );
    const rules = documents.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    assert.deepEqual(
      rules.filter((rule) => rule === 'supersede-link' || rule === 'broken-link'),
      [],
    );
    const again = run(folder, 'new', 'Three locks', '--supersedes', 'doc/adr/0002-lock.md', ...GIVEN);
    assert.equal(again.status, 2);
    assert.match(again.stderr, /superseded already\. Nothing was written/);
  });

  it('keeps front matter, and writes into a field for it', () => {
    const matter =
      '---\nstatus: "accepted" # by all\ndate: 2026-01-02\n---\n\n# Use "LF": always\n\n## Context\n\nText.\n';
    const folder = folderWith({
      'docs/decisions/template.md':
        '# <Title>\n\n- Status: proposed\n- Supersedes: <link>\n\n## Context (required)\n\nText that is needed.\n',
      'docs/decisions/0007-lf.md': matter,
    });
    const { stdout } = run(folder, 'new', 'Use CRLF', '--supersedes', '7', ...GIVEN);
    assert.equal(stdout, 'docs/decisions/0008-use-crlf.md\n');
    const text = textOf(folder, 'docs/decisions/0008-use-crlf.md');
    assert.match(text, /^- Supersedes: \[Use "LF": always\]\(0007-lf\.md\)$/m);
    const status = 'status: "superseded by [Use CRLF](0008-use-crlf.md)" # by all';
    assert.equal(
      textOf(folder, 'docs/decisions/0007-lf.md'),
      matter.replace('status: "accepted" # by all', status),
    );
  });

  it('writes nothing for a document that is not there or has no status', () => {
    const folder = folderWith({
      'adr/template.md': TEMPLATE,
      'adr/0001-a.md': '# 1. A\n\n## Context\n\nText.\n',
    });
    const missing = run(folder, 'new', 'B', '--supersedes', '12', ...GIVEN);
    assert.deepEqual([missing.status, missing.stdout], [2, '']);
    assert.match(missing.stderr, /There is no document "12" in adr/);
    const without = run(folder, 'new', 'B', '--supersedes', '1', ...GIVEN);
    assert.match(without.stderr, /0001-a\.md has no status/);
    assert.equal(run(folder, 'new', 'B', ...GIVEN).stdout, 'adr/0002-b.md\n');
  });
});

describe('new', () => {
  it('takes a number that no local or remote branch has taken', () => {
    const { folder, git } = repositoryWith({ 'adr/template.md': TEMPLATE, 'adr/0001-a.md': record(1, 'A') });
    git('add', '-A');
    git('commit', '-qm', 'x');
    for (const [branch, file] of [
      ['refs/heads/feature', 'adr/0004-b.md'],
      ['refs/remotes/origin/theirs', 'adr/0006-ü.md'],
      ['refs/heads/other', 'notes/0009-c.md'],
    ] as const) {
      git('read-tree', 'HEAD');
      git('update-index', '--add', '--cacheinfo', `100644,${git('rev-parse', 'HEAD:adr/0001-a.md')},${file}`);
      git('update-ref', branch, git('commit-tree', git('write-tree'), '-p', 'HEAD', '-m', 'y'));
    }
    git('read-tree', 'HEAD');
    assert.equal(run(folder, 'new', 'D', ...GIVEN).stdout, 'adr/0007-d.md\n');
  });
});
