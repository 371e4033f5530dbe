/** `diff` in a repository: what changed in design terms since a commit, as text, Markdown and JSON. */

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Repository } from '../node/git/repository';
import { repositoryWith } from '../node/git/repository';
import { folderWith, run, runJson, textOf } from './program';

const TEMPLATE = `# RFC: <Name>

**Status:** <Draft | In Review | In Progress | Implemented>

## Context (Required)

Say why.

## Non-Goals (Required)

- Say what is left out.

## Implementation Plan (Required)

- [ ] Milestone 1: <milestone>
  - [ ] <task>
`;
const DOC = `# RFC: Tea

**Status:** Draft

## Context

Thirst comes before tea.

## Non-Goals

- Coffee
- Milk in the tea

## Implementation Plan

- [ ] Milestone 1: Boil
  - [ ] Fill it \`verify: npm test fill\`
  - [ ] Heat it \`verify: npm test heat\`
`;
const MATE = DOC.replace('RFC: Tea', 'RFC: Mate');

/** A repository with three commits on a branch: a tick, a loss of an item, a new document. */
function repository(): Repository {
  const { folder, git } = repositoryWith({
    'rfcs/template.md': TEMPLATE,
    'rfcs/1-tea.md': DOC,
    'rfcs/2-mate.md': MATE,
    'README.md': '# Drinks\n',
  });
  const commit = (message: string): void => {
    git('add', '-A');
    git('commit', '-q', '-m', message);
  };
  commit('one');
  git('checkout', '-q', '-b', 'work');
  edit(folder, 'rfcs/1-tea.md', '- [ ] Fill it', '- [x] Fill it');
  commit('two');
  edit(folder, 'rfcs/1-tea.md', '- Milk in the tea\n', '');
  commit('three');
  return { folder, git };
}

function edit(folder: string, name: string, from: string, to: string): void {
  const text = textOf(folder, name);
  assert.ok(text.includes(from));
  fs.writeFileSync(
    path.join(folder, name),
    text.replace(from, () => to),
  );
}

const TICK =
  'rfcs/1-tea.md:17 ! Step "Fill it verify: npm test fill" is ticked. There is no evidence that its check passed: "npm test fill".';
const LOSS =
  'rfcs/1-tea.md:12 (before) ! 1 item less in "Non-Goals": "Milk in the tea". The section says what must hold.';

describe('diff', () => {
  it('says what a branch changed, with what is not committed and not tracked', () => {
    const { folder, git } = repository();
    const line = (text: string): string => text.replace(':17', ':16');
    const committed = run(folder, 'diff');
    assert.deepEqual(committed.stdout.trimEnd().split('\n'), [LOSS, line(TICK)]);
    const base = git('rev-parse', 'main').slice(0, 12);
    assert.equal(committed.stderr, `2 changes in 1 document since ${base}, 2 to look at.\n`);
    assert.equal(committed.status, 0);

    edit(folder, 'rfcs/2-mate.md', 'Status:** Draft', 'Status:** In Progress');
    fs.writeFileSync(path.join(folder, 'rfcs/3-cocoa.md'), DOC.replace('Tea', 'Cocoa'));
    assert.deepEqual(run(folder, 'diff').stdout.trimEnd().split('\n').slice(2), [
      'rfcs/2-mate.md:3 The status was "Draft", and is "In Progress".',
      'rfcs/3-cocoa.md:1 The document "RFC: Cocoa" is new with the status "Draft".',
    ]);
    assert.deepEqual(run(folder, 'diff', 'rfcs/2-mate.md').stdout.trimEnd().split('\n').length, 1);
  });

  it('compares with any commit', () => {
    const { folder, git } = repository();
    const since = git('rev-parse', 'HEAD~1');
    assert.equal(run(folder, 'diff', '--since', since).stdout, `${LOSS}\n`);
    assert.equal(run(folder, 'diff', '--fail-on-flagged').status, 1);
    const none = run(folder, 'diff', '--since', 'HEAD', '--fail-on-flagged');
    assert.deepEqual([none.status, none.stdout], [0, '']);
    assert.match(none.stderr, /^No design doc has changed since /);
    git('checkout', '-q', 'main');
    assert.equal(run(folder, 'diff').stdout, '');
  });

  it('finds documents that are gone, renamed, or no documents any more', () => {
    const { folder } = repository();
    fs.renameSync(path.join(folder, 'rfcs/1-tea.md'), path.join(folder, 'rfcs/7-tea.md'));
    fs.rmSync(path.join(folder, 'rfcs/2-mate.md'));
    const lines = run(folder, 'diff').stdout.trimEnd().split('\n');
    assert.deepEqual(
      lines.filter((one) => /is gone|The file was/.test(one)),
      [
        'rfcs/2-mate.md:1 (before) ! The document "RFC: Mate" is gone; its status was "Draft". 2 tasks of its plan had not been done.',
        'rfcs/7-tea.md:1 The file was "rfcs/1-tea.md", and is "rfcs/7-tea.md".',
      ],
    );
    assert.equal(run(folder, 'diff', 'rfcs/2-mate.md').stdout, `${lines[0]}\n`);
    fs.writeFileSync(path.join(folder, 'rfcs/2-mate.md'), 'Nothing.\n');
    assert.match(run(folder, 'diff').stdout, /2-mate\.md:1 ! The document fits no template any more/);
  });

  it('says that nothing changed only of documents that follow a template', () => {
    const { folder } = repository();
    edit(folder, 'rfcs/2-mate.md', '\n## Context', '\n\n## Context');
    fs.appendFileSync(path.join(folder, 'README.md'), 'More.\n');
    assert.match(run(folder, 'diff').stdout, /^rfcs\/2-mate\.md Nothing in design terms changed\.$/m);
    assert.doesNotMatch(run(folder, 'diff').stdout, /README/);
  });

  it('writes a comment for a pull request, out of which no name breaks', () => {
    const { folder } = repository();
    const hostile = '@all ``` <img src=x> [a](b) #1 **x** `code`';
    edit(folder, 'rfcs/1-tea.md', '- Coffee', `- Coffee\n- ${hostile}`);
    const { stdout, status } = run(folder, 'diff', '--format', 'markdown');
    assert.equal(status, 0);
    assert.match(stdout, /^\*\*3 changes in 1 design doc since `[0-9a-f]{12}`, 2 to look at\.\*\*$/m);
    assert.match(
      stdout,
      /^### `rfcs\/1-tea\.md`\n\nLook at \(2\):\n\n- 1 item less in `Non-Goals`: `Milk in the tea`\./m,
    );
    assert.match(
      stdout,
      /^Other changes \(1\):\n\n- 1 item more in `Non-Goals`: (`+)[^\n]*@all[^\n]*\1\. \(line 12\)$/m,
    );
    const outside = stdout.replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, '');
    assert.doesNotMatch(outside, /[@<#[]all|<img|\]\(|#1/);
  });

  it('writes JSON with stable keys', () => {
    const { folder, git } = repository();
    const found = runJson<{ readonly documents: readonly { readonly changes: readonly object[] }[] }>(
      folder,
      'diff',
    );
    assert.deepEqual(Object.keys(found), ['version', 'base', 'documents']);
    assert.deepEqual(
      { ...found, documents: [] },
      { version: 1, base: git('rev-parse', 'main'), documents: [] },
    );
    const [document] = found.documents;
    assert.deepEqual(document && Object.keys(document), ['path', 'was', 'template', 'changes', 'nothing']);
    assert.deepEqual(document?.changes[1], {
      kind: 'step-ticked',
      side: 'after',
      line: 16,
      message: 'Step "Fill it verify: npm test fill" is ticked.',
      flagged: true,
      why: 'There is no evidence that its check passed: "npm test fill".',
    });
  });

  it('takes evidence for what git says of it', () => {
    const { folder, git } = repository();
    git('checkout', '-q', 'main');
    const done = run(
      folder,
      'tick',
      'rfcs/1-tea.md',
      '17',
      '--exit',
      '0',
      '--tree',
      git('rev-parse', 'HEAD'),
    );
    assert.equal(done.status, 0, done.stderr);
    assert.equal(
      run(folder, 'diff').stdout,
      'rfcs/1-tea.md:17 Step "Fill it verify: npm test fill" is ticked.\n',
    );
  });

  it('says why it cannot compare', () => {
    const { folder } = repository();
    const unknown = run(folder, 'diff', '--since', 'gone');
    assert.deepEqual([unknown.status, unknown.stdout], [2, '']);
    assert.match(unknown.stderr, /Git has no commit "gone"\. Name a branch or a commit: --since=main\./);
    assert.match(run(folder, 'diff', 'rfcs/9.md').stderr, /There is no file or folder "rfcs\/9\.md"/);
    const outside = run(folderWith({ 'rfcs/template.md': TEMPLATE, 'rfcs/1-tea.md': DOC }), 'diff');
    assert.equal(outside.status, 2);
    assert.match(outside.stderr, /Git does not know which branch is the default one/);
  });
});
