import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { bundle, ENVIRONMENT, folderWith, run, runJson } from './program';
import { CLEAN, FLAWED, RECORD_TEMPLATE, TEMPLATE } from './texts';

interface Report {
  readonly version: number;
  readonly documents: readonly {
    readonly path: string;
    readonly template: string | null;
    readonly stage: string;
    readonly findings: readonly { readonly rule: string; readonly line: number; readonly fixable: boolean }[];
  }[];
}

const paths = (report: Report): string[] => report.documents.map((document) => document.path);

describe('check', () => {
  it('says nothing and exits with 0 where there is nothing to find', () => {
    const folder = folderWith({ 'rfcs/proposal-template.md': TEMPLATE, 'rfcs/0001-lock.md': CLEAN });
    const { status, stdout, stderr } = run(folder, 'check');
    assert.deepEqual([status, stdout, stderr], [0, '', 'No findings in 1 document.\n']);
  });

  it('writes a line a finding that terminals and problem matchers can follow, and exits with 1', () => {
    const folder = folderWith({
      'rfcs/template.md': TEMPLATE,
      'rfcs/0001-lock.md': FLAWED,
      'rfcs/2.md': CLEAN,
    });
    const { status, stdout, stderr } = run(folder, 'check');
    const lines = stdout.trimEnd().split('\n');
    assert.equal(status, 1);
    for (const line of lines)
      assert.match(line, /^rfcs\/0001-lock\.md:\d+:\d+ (error|warning|information|hint) [a-z-]+ \S/);
    assert.match(stdout, /^rfcs\/0001-lock\.md:4:\d+ warning header-field /m);
    assert.match(stdout, /^rfcs\/0001-lock\.md:7:\d+ warning leftover-suffix /m);
    assert.match(stderr, /^2 findings in 1 of 2 documents, 1 fixable with `design-docs fix`\.$/m);
  });

  it('writes JSON in the documented shape and order of keys', () => {
    const folder = folderWith({ 'rfcs/proposal-template.md': TEMPLATE, 'rfcs/0001-lock.md': FLAWED });
    const report = runJson<Report>(folder, 'check', 'rfcs/0001-lock.md');
    assert.deepEqual(Object.keys(report), ['version', 'documents']);
    assert.equal(report.version, 1);
    const [document] = report.documents;
    assert.deepEqual(Object.entries(document ?? {}).slice(0, 4), [
      ['path', 'rfcs/0001-lock.md'],
      ['template', 'proposal'],
      ['templatePath', 'rfcs/proposal-template.md'],
      ['stage', 'progress'],
    ]);
    assert.deepEqual(Object.keys(document ?? {}), ['path', 'template', 'templatePath', 'stage', 'findings']);
    const suffix = document?.findings.find(({ rule }) => rule === 'leftover-suffix');
    const keys = ['rule', 'severity', 'message', 'line', 'column', 'endLine', 'endColumn', 'fixable'];
    assert.deepEqual(Object.keys(suffix ?? {}), keys);
    assert.deepEqual([suffix?.line, suffix?.fixable], [7, true]);
  });

  it('writes a large report completely', () => {
    const documents = Array.from({ length: 400 }, (_, index) => [`rfcs/${1000 + index}.md`, FLAWED]);
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE, ...Object.fromEntries(documents) });
    assert.equal(runJson<Report>(folder, 'check').documents.length, 400);
  });

  it('finds the documents that follow a template, and leaves everything else alone', () => {
    const folder = folderWith({
      'rfcs/template.md': TEMPLATE,
      'rfcs/0001.md': CLEAN,
      'rfcs/README.md': CLEAN,
      'rfcs/minutes.md': '# Minutes\n\n## Present\n',
      'notes/titled.md': CLEAN,
      'notes/other.md': CLEAN.replace('# Proposal: Lock gates', '# Lock gates').replace('Problem', 'Hurt'),
      'a/README.md': '# Kettle\n\n## Installation\n\n## Usage\n\n## License\n',
      'node_modules/rfcs/0001.md': CLEAN,
      '.hidden/rfcs/0001.md': CLEAN,
    });
    assert.deepEqual(paths(runJson(folder, 'check')), ['notes/titled.md', 'rfcs/0001.md', 'rfcs/README.md']);
    assert.deepEqual(paths(runJson(folder, 'check', 'notes')), ['notes/titled.md']);
    assert.deepEqual(paths(runJson(folder, 'check', 'rfcs', 'notes/other.md')), [
      'rfcs/0001.md',
      'rfcs/README.md',
      'notes/other.md',
    ]);
  });

  it('names paths from the current folder, and each file once', () => {
    const folder = folderWith({
      'docs/rfcs/template.md': TEMPLATE,
      'docs/rfcs/1.md': CLEAN,
      'docs/x/y.txt': '',
    });
    const report = runJson<Report>(
      path.join(folder, 'docs', 'x'),
      'check',
      '../rfcs',
      '../rfcs/1.md',
      '../rfcs/1.md',
    );
    assert.deepEqual(paths(report), ['../rfcs/1.md']);
    assert.equal(report.documents[0]?.template, 'template');
  });

  it('lists a named file that fits no template, and says what to do', () => {
    const folder = folderWith({ 'a.md': '# Shopping\n\n## Milk\n' });
    const expected = { path: 'a.md', template: null, templatePath: null, stage: 'unknown', findings: [] };
    assert.deepEqual(runJson<Report>(folder, 'check', 'a.md').documents, [expected]);
    const { status, stderr } = run(folder, 'check', 'a.md');
    assert.equal(status, 0);
    assert.match(stderr, /a\.md fits no template .*<!-- design-docs: template NAME -->/);
    assert.match(stderr, /^No findings in 0 documents\.$/m);
  });

  it('cannot run on a path that does not exist', () => {
    const { status, stdout, stderr } = run(folderWith({}), 'check', 'nowhere.md');
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^design-docs: There is no file or folder "nowhere\.md"\./);
  });

  it('skips what is no text, with a note', () => {
    const folder = folderWith({
      'rfcs/template.md': TEMPLATE,
      'rfcs/latin.md': Buffer.from([0x23, 0x20, 0xe9, 0x0a]),
      'rfcs/large.md': 'x'.repeat(2 * 1024 * 1024 + 1),
      'rfcs/ok.md': CLEAN,
    });
    const { status, stderr } = run(folder, 'check');
    assert.equal(status, 0);
    assert.match(stderr, /^note: skipped: rfcs\/latin\.md is not valid UTF-8/m);
    assert.match(stderr, /^note: skipped: rfcs\/large\.md is larger than 2 MB/m);
    assert.match(stderr, /^No findings in 1 document\.$/m);
  });

  it('says by its status that a file that was named could not be read, and goes on with the others', () => {
    const folder = folderWith({
      'rfcs/template.md': TEMPLATE,
      'rfcs/latin.md': Buffer.from([0x23, 0x20, 0xe9, 0x0a]),
      'rfcs/ok.md': CLEAN,
    });
    const words = ['rfcs/latin.md', 'rfcs/ok.md'];
    for (const command of ['check', 'fix']) {
      const { status, stderr } = run(folder, command, ...words);
      assert.equal(status, 2, command);
      assert.match(stderr, /^skipped: rfcs\/latin\.md is not valid UTF-8/m);
    }
    assert.deepEqual(paths(runJson<Report>(folder, 'check', ...words)), ['rfcs/ok.md']);
  });

  it('goes by the one template that is given, by file or by name', () => {
    const folder = folderWith({ 'x/one.md': TEMPLATE, 'rfcs/two-template.md': TEMPLATE, 'rfcs/1.md': CLEAN });
    assert.equal(runJson<Report>(folder, 'check', '--template', 'x/one.md').documents[0]?.template, 'one');
    assert.equal(runJson<Report>(folder, 'check', '--template', 'two').documents[0]?.template, 'two');
    const { status, stderr } = run(folder, 'check', '--template', 'tow');
    assert.equal(status, 2);
    assert.match(stderr, /There is no template "tow"\. .*two.*design/);
  });

  it('prefers the template that lies nearest to the document', () => {
    const folder = folderWith({
      'a/rfcs/a-template.md': TEMPLATE,
      'b/rfcs/b-template.md': TEMPLATE,
      'b/rfcs/deep/1.md': CLEAN,
    });
    assert.equal(runJson<Report>(folder, 'check').documents[0]?.template, 'b');
  });

  it('uses a template beside a named file, whatever the folder is called', () => {
    const folder = folderWith({ 'plans/our-template.md': TEMPLATE, 'plans/lock.md': CLEAN });
    assert.equal(runJson<Report>(folder, 'check', 'plans/lock.md').documents[0]?.template, 'our');
  });

  it('falls back to the bundled template', () => {
    const folder = folderWith({ 'docs/design_docs/0001.md': '# Design: Locks\n\n**Status:** Draft\n' });
    const report = runJson<Report>(folder, 'check');
    assert.equal(report.documents[0]?.template, 'design');
    assert.ok(report.documents[0]?.findings.some(({ rule }) => rule === 'missing-section'));
  });

  it("is driven by any team's template, with no code for it", () => {
    const text = [
      '---\nstatus: proposed\ndate: 2026-01-02\n---',
      '# Use LF',
      '## Context and Problem Statement',
      'Line endings differ.',
      '## Considered Options',
      '* LF',
      '## Decision Outcome',
      'Chosen option: LF, because tools want it.',
      '',
    ].join('\n\n');
    const folder = folderWith({
      'docs/adr/lock-record-template.md': RECORD_TEMPLATE,
      'docs/adr/0001-lf.md': text,
    });
    const [document] = runJson<Report>(folder, 'check').documents;
    assert.equal(document?.template, 'lock-record');
    assert.deepEqual(
      document.findings.map(({ rule }) => rule),
      ['missing-section'],
    );
    fs.writeFileSync(path.join(folder, 'docs/adr/0001-lf.md'), `${text}## Confirmation\n\nA linter.\n`);
    assert.deepEqual(runJson<Report>(folder, 'check').documents[0]?.findings, []);
  });

  it('lets no document write control characters to the terminal', () => {
    const hostile = FLAWED.replace('## Problem (Required)', '## Pro\u001b[31mblem\u202e (Required)');
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE, 'rfcs/1.md': hostile });
    assert.doesNotMatch(run(folder, 'check').stdout, /[\u202e]|\p{Cc}(?<!\n)/u);
  });

  it('says the same from memory, in words and in JSON, and from several processes at once', async () => {
    const documents = Array.from({ length: 40 }, (_, index) => [`rfcs/${1000 + index}.md`, FLAWED]);
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE, ...Object.fromEntries(documents) });
    const anew = run(folder, 'check', '--no-cache');
    const start = (): Promise<string> =>
      new Promise((resolve) => {
        const child = execFile(
          process.execPath,
          [bundle(), 'check'],
          { cwd: folder, env: ENVIRONMENT },
          (_, out) => resolve(out),
        );
        child.stdin?.end();
      });
    for (const found of await Promise.all([start(), start(), start()])) assert.equal(found, anew.stdout);
    for (const words of [['check'], ['check', '--format', 'json'], ['list'], ['list', '--format', 'json']]) {
      const [first, again] = [run(folder, ...words, '--no-cache'), run(folder, ...words)];
      assert.deepEqual(
        [again.stdout, again.stderr, again.status],
        [first.stdout, first.stderr, first.status],
      );
    }
    fs.writeFileSync(path.join(folder, 'rfcs', '1007.md'), CLEAN);
    assert.equal(run(folder, 'check').stdout, run(folder, 'check', '--no-cache').stdout);
    assert.doesNotMatch(run(folder, 'check').stdout, /1007/);
  });
});
