import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { ENVIRONMENT, folderWith, run, runJson, textOf } from './program';
import { CLEAN, RECORD_TEMPLATE, TEMPLATE } from './texts';

const GIVEN = ['--author', 'Ada Lovelace', '--date', '2026-03-04'];

describe('new', () => {
  it('writes the next number into the folder of design docs and prints its path', () => {
    const folder = folderWith({ 'docs/rfcs/template.md': TEMPLATE, 'docs/rfcs/0007-x.md': CLEAN });
    const { status, stdout } = run(folder, 'new', 'Lock Gates!', ...GIVEN);
    assert.deepEqual([status, stdout], [0, 'docs/rfcs/0008-lock-gates.md\n']);
    const text = textOf(folder, 'docs/rfcs/0008-lock-gates.md');
    assert.match(text, /^# Proposal: Lock Gates!$/m);
    assert.match(text, /^\*\*Author:\*\* Ada Lovelace$/m);
    assert.match(text, /^\*\*Created:\*\* 2026-03-04$/m);
    assert.match(text, /^## Problem$/m);
    assert.equal(run(folder, 'new', 'Lock Gates!', ...GIVEN).stdout, 'docs/rfcs/0009-lock-gates.md\n');
  });

  it('takes of several templates the one that the documents of the folder follow', () => {
    const folder = folderWith({
      'templates/adr-template.md': RECORD_TEMPLATE,
      'templates/rfc-template.md': TEMPLATE,
      'docs/rfcs/0007-x.md': CLEAN,
    });
    run(folder, 'new', 'Lock Gates', '--dir', 'docs/rfcs', ...GIVEN);
    assert.match(textOf(folder, 'docs/rfcs/0008-lock-gates.md'), /^# Proposal: Lock Gates$/m);
    fs.writeFileSync(path.join(folder, 'docs/rfcs/template.md'), RECORD_TEMPLATE);
    run(folder, 'new', 'Sluices', '--dir', 'docs/rfcs', ...GIVEN);
    assert.doesNotMatch(textOf(folder, 'docs/rfcs/0009-sluices.md'), /Proposal/);
  });

  it('starts from the bundled template in a folder that it makes', () => {
    const folder = folderWith({});
    const { status, stdout } = run(folder, 'new', 'Tides', '--dir', 'docs/design_docs', ...GIVEN);
    assert.deepEqual([status, stdout], [0, 'docs/design_docs/0001-tides.md\n']);
    assert.match(textOf(folder, 'docs/design_docs/0001-tides.md'), /^# Design: Tides$/m);
    const [document] = runJson<{ documents: { template: string }[] }>(folder, 'check').documents;
    assert.equal(document?.template, 'design');
  });

  it('finds an empty folder by its usual name', () => {
    const folder = folderWith({});
    fs.mkdirSync(path.join(folder, 'docs', 'design_docs'), { recursive: true });
    assert.equal(run(folder, 'new', 'Tides').stdout, 'docs/design_docs/0001-tides.md\n');
  });

  it("writes from another team's template, with no code for it", () => {
    const folder = folderWith({ 'docs/adr/adr-template.md': RECORD_TEMPLATE });
    assert.equal(run(folder, 'new', 'Use LF', ...GIVEN).stdout, 'docs/adr/0001-use-lf.md\n');
    const text = textOf(folder, 'docs/adr/0001-use-lf.md');
    assert.match(text, /^---\nstatus: proposed\ndate: 2026-03-04\n---\n\n# Use LF\n/);
    assert.match(text, /^## Decision Outcome$/m);
  });

  it("writes the template's own text, and optional sections where they are asked for", () => {
    const template = `<!-- SPDX-License-Identifier: MIT -->\n\n${TEMPLATE}\n---\n\n*Free for all.*\n`;
    const folder = folderWith({ 'docs/rfcs/template.md': template });
    run(folder, 'new', 'Tides', ...GIVEN);
    const text = textOf(folder, 'docs/rfcs/0001-tides.md');
    assert.match(
      text,
      /^<!-- SPDX-License-Identifier: MIT -->\n\n# Proposal: Tides\n\n\*\*Status:\*\* Draft\n/,
    );
    assert.match(text, /\n\n## Risks\n\n---\n\n\*Free for all\.\*\n$/);
    assert.doesNotMatch(text, /## Ideas/);
    assert.equal(run(folder, 'new', 'Tides', '--optional', ...GIVEN).status, 0);
    assert.match(textOf(folder, 'docs/rfcs/0002-tides.md'), /\n## Ideas\n\n## Risks\n/);
    run(folder, 'fix');
    assert.equal(textOf(folder, 'docs/rfcs/0001-tides.md'), text);
  });

  for (const [files, expected, title] of [
    [['ADR-0007-a.md', 'ADR-0008-b.md'], 'ADR-0009-tide-tables.md', 'RFC-0009: Tide Tables'],
    [['2026-01-02-a.md', '2026-02-01-b.md'], '2026-03-04-tide-tables.md', 'RFC-NNNN: Tide Tables'],
    [['locks.md', 'bells.md'], 'tide-tables.md', 'RFC-NNNN: Tide Tables'],
    [['0041-locks/README.md', '0042-bells/README.md'], '0043-tide-tables/README.md', 'RFC-0043: Tide Tables'],
    [['locks/index.md', 'bells/index.md'], 'tide-tables/index.md', 'RFC-NNNN: Tide Tables'],
  ] as const) {
    it(`names the file like ${files.join(' and ')}`, () => {
      const folder = folderWith({
        'rfcs/NNNN-template.md': '# RFC-NNNN: <title>\n\n## Problem\n\n<!-- What hurts? -->\n\n## Proposal\n',
        ...Object.fromEntries(
          files.map((file) => [
            `rfcs/${file}`,
            '# RFC-1: A\n\n## Problem\n\nIt leaks.\n\n## Proposal\n\nA seal.\n',
          ]),
        ),
      });
      const { status, stdout, stderr } = run(folder, 'new', 'Tide Tables', ...GIVEN);
      assert.deepEqual([status, stdout, stderr], [0, `rfcs/${expected}\n`, '']);
      assert.match(textOf(folder, `rfcs/${expected}`), new RegExp(`^# ${title}$`, 'm'));
      const { documents } = runJson<{ documents: { path: string }[] }>(folder, 'list');
      assert.ok(documents.some(({ path: listed }) => listed === `rfcs/${expected}`));
    });
  }

  it('takes the template that is named, and names the others where none is', () => {
    const folder = folderWith({ 'rfcs/a-template.md': TEMPLATE, 'rfcs/b-template.md': RECORD_TEMPLATE });
    const first = run(folder, 'new', 'One');
    assert.match(textOf(folder, 'rfcs/0001-one.md'), /^# Proposal: One$/m);
    assert.match(first.stderr, /Written from rfcs\/a-template\.md\. --template takes one of: b\./);
    const second = run(folder, 'new', 'Two', '--template', 'b');
    assert.deepEqual([second.status, second.stderr], [0, '']);
    assert.match(textOf(folder, 'rfcs/0002-two.md'), /^# Two$/m);
  });

  it('asks for a folder where there is none or there are several', () => {
    const none = run(folderWith({}), 'new', 'Tides');
    assert.equal(none.status, 2);
    assert.match(none.stderr, /Name one with --dir: a new one \(docs\/design_docs\) or this one/);
    const folder = folderWith({
      'rfcs/1.md': CLEAN,
      'docs/adr/1.md': CLEAN,
      'src/design/button.ts': '',
      '.git/HEAD': '',
    });
    const several = run(folder, 'new', 'Tides');
    assert.equal(several.status, 2);
    assert.match(several.stderr, /docs\/adr, rfcs\. Name one with --dir/);
    assert.equal(run(path.join(folder, 'docs', 'adr'), 'new', 'Tides').stdout, '0001-tides.md\n');
  });

  it('refuses a title without a letter or a digit, and several titles', () => {
    const folder = folderWith({ 'rfcs/1.md': CLEAN });
    for (const words of [['...'], [''], ['Flood', 'alerts']]) {
      const { status, stderr } = run(folder, 'new', ...words);
      assert.equal(status, 2);
      assert.match(stderr, /title/i);
    }
    assert.deepEqual(fs.readdirSync(path.join(folder, 'rfcs')), ['1.md']);
  });

  it('makes one line of a title, and no path', () => {
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE });
    const { stdout } = run(folder, 'new', '../../Tides\n## Injected', ...GIVEN);
    assert.equal(stdout, 'rfcs/0001-tides-injected.md\n');
    assert.match(
      textOf(folder, 'rfcs/0001-tides-injected.md'),
      /^# Proposal: \.\.\/\.\.\/Tides ## Injected$/m,
    );
  });

  it('follows no linked folder out of the workspace, unless --dir says so', function () {
    const outside = folderWith({});
    const folder = folderWith({ 'docs/x.txt': '' });
    try {
      fs.symlinkSync(outside, path.join(folder, 'docs', 'design_docs'));
    } catch {
      this.skip();
    }
    assert.equal(run(folder, 'new', 'Tides').status, 2);
    assert.deepEqual(fs.readdirSync(outside), []);
    assert.equal(run(folder, 'new', 'Tides', '--dir', outside).status, 0);
    assert.deepEqual(fs.readdirSync(outside), ['0001-tides.md']);
  });

  it('checks the date', () => {
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE });
    for (const date of ['2026-02-30', 'today', '2026-1-2']) {
      const { status, stderr } = run(folder, 'new', 'Tides', '--date', date);
      assert.equal(status, 2);
      assert.match(stderr, /is no date. Write it as YYYY-MM-DD/);
    }
  });

  it('takes the author from git, where there is one', function () {
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE });
    const git = (...words: string[]) => spawnSync('git', words, { cwd: folder, env: ENVIRONMENT });
    if (git('init', '-q').status !== 0) this.skip();
    git('config', 'user.name', 'Grace Hopper');
    run(folder, 'new', 'Tides');
    assert.match(textOf(folder, 'rfcs/0001-tides.md'), /^\*\*Author:\*\* Grace Hopper$/m);
  });
});

describe('new, where the team has no template', () => {
  const RECORD = (title: string): string =>
    `# ${title}\n\nDate: 2026-01-02\n\n## Status\n\nAccepted\n\n## Context\n\nTea.\n\n## Decision\n\nKettle.\n\n## Consequences\n\nHot.\n`;

  it('writes the kind of document that most in the folder are', () => {
    const folder = folderWith({ 'doc/adr/0001-a.md': RECORD('1. A'), 'doc/adr/0002-b.md': RECORD('2. B') });
    assert.equal(run(folder, 'new', 'Use tea', ...GIVEN).stdout, 'doc/adr/0003-use-tea.md\n');
    const text = textOf(folder, 'doc/adr/0003-use-tea.md');
    assert.match(text, /^# 3\. Use tea\n\nDate: \d{4}-\d\d-\d\d\n\n## Status\n\nProposed\n\n## Context\n/);
    assert.equal(run(folder, 'check', 'doc/adr/0001-a.md').status, 0);
  });
});

describe('new, in a folder of MADR records', () => {
  const record = (header: string) =>
    `${header}\n## Context and Problem Statement\n\nIt leaks.\n\n## Considered Options\n\n* Glue\n* Tape\n\n## Decision Outcome\n\nChosen option: "Glue", because it holds.\n`;
  const list = record('# Use glue\n\n* Status: accepted\n* Deciders: Ann\n* Date: 2020-01-03\n');
  const yaml = record('---\nstatus: accepted\ndate: 2023-01-03\ndeciders: Ann\n---\n\n# Use glue\n');

  it('writes the header as the last record has it, and not the text of the record 0000', () => {
    const texts = Object.fromEntries(
      ['0000', '0001', '0002', '0003'].map((n) => [`docs/adr/${n}-a.md`, list]),
    );
    const folder = folderWith(texts);
    assert.equal(run(folder, 'new', 'Use tea', ...GIVEN).stdout, 'docs/adr/0004-use-tea.md\n');
    const text = textOf(folder, 'docs/adr/0004-use-tea.md');
    assert.match(
      text,
      /^# Use tea\n\n\* Status: proposed\n\* Deciders: [^\n]+\n\* Date: \d{4}-\d\d-\d\d\n\n## Context/,
    );
    assert.ok(text.includes('{'), 'the placeholders are left');
    const { documents } = runJson<{ documents: { findings: { rule: string }[] }[] }>(
      folder,
      'check',
      '--format',
      'json',
    );
    const rules = new Set(documents.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
    assert.deepEqual([...rules].sort(), ['empty-section', 'leftover-placeholder']);
  });

  it('takes no header through a link', () => {
    const folder = folderWith({ 'docs/adr/0001-a.md': list, 'other.txt': yaml });
    fs.symlinkSync('../../other.txt', path.join(folder, 'docs/adr/0002-b.md'));
    run(folder, 'new', 'Use tea', ...GIVEN);
    assert.match(textOf(folder, 'docs/adr/0003-use-tea.md'), /^# Use tea\n\n\* Status/);
  });
});

describe('new, with a bundled template beside the own ones', () => {
  it('names the template in the document', () => {
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE });
    run(folder, 'new', 'Use tea', '--template', 'adr', ...GIVEN);
    const { documents } = runJson<{ documents: { template: string; templatePath: null }[] }>(
      folder,
      'list',
      '--format',
      'json',
    );
    assert.deepEqual([documents[0]?.template, documents[0]?.templatePath], ['adr', null]);
  });
});
