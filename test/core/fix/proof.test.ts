import assert from 'node:assert/strict';
import type { Environment } from '../../../src/core/analysis/analyze';
import { analyze } from '../../../src/core/analysis/analyze';
import type { Finding } from '../../../src/core/analysis/check';
import type { Applicability } from '../../../src/core/edits/problem';
import { offeredFixes, prove } from '../../../src/core/fix/proof';
import { readTemplate } from '../../../src/core/template/template';
import { say } from '../../../src/core/text/message';
import type { TextEdit } from '../../../src/core/text/text';
import { range } from '../../../src/core/text/text';

const template = readTemplate(
  '# Design: <Name>\n\n## Summary (Required)\n\nSay what is built.\n\n## Goals (Required)\n\nSay what for.\n',
  't.md',
);
const environment: Environment = { templates: [], template, today: '2026-11-22' };
const text = [
  '# Design: Kettle',
  '',
  '## Summary',
  '',
  'See [goals](#goals) and [notes](#notes).',
  '',
  '## Goals',
  '',
  'Tea.',
  '',
  '- [ ] a box',
  '',
  '## Notes',
  '',
].join('\n');

/** Tries to prove an edit for the finding "Notes is empty" of the text. */
function tried(...edits: TextEdit[]): boolean {
  return triedIn(text, 'choice', edits);
}

function triedIn(source: string, applicability: Applicability, edits: readonly TextEdit[]): boolean {
  const analysis = analyze(source, environment);
  const finding = analysis.findings.find(({ rule }) => rule === 'empty-section');
  assert.ok(finding, 'the text has an empty section');
  const fix = { title: say`Try it`, applicability, edits };
  return prove(analysis, [{ fix, findings: [finding] }]) !== undefined;
}

const write: TextEdit = { range: range(13, 0, 13, 0), newText: 'Some.\n' };

describe('prove', () => {
  it('accepts a change that only removes its finding', () => {
    assert.equal(tried(write), true);
  });

  for (const [name, edit] of [
    ['does not remove the finding', { range: range(8, 0, 8, 0), newText: 'Hot ' }],
    ['does nothing', { range: range(8, 0, 8, 0), newText: '' }],
  ] as const) {
    it(`refuses one that ${name}`, () => assert.equal(tried(edit), false));
  }

  for (const [name, edit] of [
    ['adds a warning', { range: range(8, 0, 11, 0), newText: '' }],
    ['turns another line into a heading', { range: range(9, 0, 9, 0), newText: '===\n' }],
    ['opens a fence over other lines', { range: range(7, 0, 7, 0), newText: '```\n' }],
    ['opens a comment over other lines', { range: range(7, 0, 7, 0), newText: '<!--\n' }],
    ['breaks a link to a heading', { range: range(6, 3, 6, 8), newText: 'Goals and more' }],
    ['makes a link lead to another heading', { range: range(5, 0, 5, 0), newText: '\n### Notes\n\nx\n' }],
    ['turns a link into code', { range: range(4, 0, 4, 0), newText: '    ' }],
  ] as const) {
    it(`refuses one that also ${name}`, () => assert.equal(tried(write, edit), false));
  }

  it('accepts one that also adds a line to a paragraph', () => {
    assert.equal(tried(write, { range: range(9, 0, 9, 0), newText: '    x\n' }), true);
  });
});

describe('prove: damage without a finding', () => {
  it('refuses a change that turns other text into code', () => {
    const fences = [9, 10].map((line) => ({ range: range(line - 1, 0, line - 1, 0), newText: '```\n' }));
    assert.equal(tried(write, ...fences), false);
  });

  it('refuses an insertion that moves a section out of its parent', () => {
    const source = text.replace('- [ ] a box', '### One\n\nx\n\n### Two\n\ny');
    const lines = source.split('\n').length - 1;
    const fill = { range: range(lines, 0, lines, 0), newText: 'Some.\n' };
    const inserted = (at: number): TextEdit => ({ range: range(at, 0, at, 0), newText: '## Rest\n\nz\n\n' });
    assert.equal(triedIn(source, 'scaffold', [fill, inserted(source.split('\n').indexOf('### Two'))]), false);
    assert.equal(triedIn(source, 'scaffold', [fill, inserted(source.split('\n').indexOf('## Notes'))]), true);
  });
});

describe('offeredFixes', () => {
  const titles = (source: string, rule: string): string[] => {
    const analysis = analyze(source, environment);
    return analysis.findings
      .filter((finding: Finding) => finding.rule === rule)
      .flatMap((finding) => offeredFixes(analysis, finding))
      .map(({ title }) => String(title));
  };

  it('offers to insert a section, except into an open fence, comment, tag or quote', () => {
    const head = '# Design: Kettle\n\n## Goals\n\nTea.\n';
    assert.deepEqual(titles(head, 'missing-section'), ['Insert section "Summary"']);
    const reversed = '# Design: Kettle\n\n## Summary\n\nTea.\n';
    assert.deepEqual(titles(reversed, 'missing-section'), ['Insert section "Goals"']);
    for (const end of [
      '```sh\nls\n',
      '~~~\n',
      '<!--\nnote\n',
      '<pre>\n',
      '<script>\n',
      '<?php\n',
      '<![CDATA[\n',
    ]) {
      assert.deepEqual(titles(`${reversed}\n${end}`, 'missing-section'), [], end);
    }
  });
});
