import assert from 'node:assert/strict';
import type { Environment } from '../../../src/core/analysis/analyze';
import { analyze } from '../../../src/core/analysis/analyze';
import { fixText } from '../../../src/core/fix/fixText';
import { readTemplate } from '../../../src/core/template/template';
import { UserError } from '../../../src/core/text/userError';

const template = readTemplate(
  '# Design: <Name>\n\nOMIT the suffixes.\n\n## Summary (Required)\n\nText of it.\n\n## Goals (Required)\n\nText.\n',
  't.md',
);
const environment: Environment = { templates: [template], today: '2026-11-22' };
const found = (text: string, own = environment) =>
  analyze(text, own).findings.map(({ rule, severity }) => `${rule} ${severity}`);

describe('analyze', () => {
  it('reports nothing for a document that fits no template, but reads its plan', () => {
    const analysis = analyze('# Tea\n\n## Plan\n\n- [x] a\n', environment);
    assert.equal(analysis.bound, undefined);
    assert.deepEqual(analysis.findings, []);
    assert.deepEqual([analysis.plan.done, analysis.plan.total], [1, 1]);
  });

  it('uses the only template that it gets, even if the document names another one', () => {
    assert.equal(analyze('# Tea\n', { ...environment, template }).bound?.template, template);
  });

  it('sorts findings by position, then by severity', () => {
    const text = '# Design: X\n\n## Goals (Required)\n\n## Goals\n\nTea.\n';
    assert.deepEqual(found(text), [
      'missing-section warning',
      'empty-section warning',
      'leftover-suffix warning',
      'duplicate-section warning',
    ]);
  });

  it('takes levels and status words from its environment', () => {
    const text = '# Design: X\n\n**Status:** Simmering\n\n## Goals\n\nTea.\n';
    assert.deepEqual(found(text), ['status-value hint']);
    const levels = { 'status-value': 'error' as const };
    assert.deepEqual(found(text, { ...environment, levels }), ['status-value error']);
    assert.deepEqual(found(text, { ...environment, levels: { 'status-value': 'off' } }), []);
    const statuses = { draft: ['simmering'] };
    assert.deepEqual(found(text, { ...environment, statuses }), ['missing-section warning']);
  });
});

describe('fixText', () => {
  const text = '# Design: X\n\n## Goals (Required)\n\nTea.\n';

  it('fixes all rules, or only the requested ones', () => {
    assert.equal(
      fixText(text, environment, { applicability: ['safe', 'scaffold'] }).text,
      '# Design: X\n\n## Summary\n\nText of it.\n\n## Goals\n\nTea.\n',
    );
    assert.deepEqual(fixText(text, environment, { rules: ['leftover-suffix'] }), {
      text: '# Design: X\n\n## Goals\n\nTea.\n',
      count: 1,
      refused: [],
    });
  });
});

describe('suppressions', () => {
  for (const [name, text, expected] of [
    [
      'above a line',
      '# Design: X\n\n## Summary\n\na\n\n<!-- design-docs: disable leftover-suffix -->\n## Goals (Required)\n\na\n',
      [],
    ],
    [
      'a blank line below',
      '# Design: X\n\n## Summary\n\na\n\n<!-- design-docs: disable leftover-suffix -->\n\n## Goals (Required)\n\na\n',
      [],
    ],
    [
      'another rule',
      '# Design: X\n\n## Summary\n\na\n\n<!-- design-docs: disable empty-section -->\n\n## Goals (Required)\n\na\n',
      ['leftover-suffix warning'],
    ],
    [
      'at the top',
      '<!-- design-docs: disable missing-section, leftover-suffix -->\n# Design: X\n\n## Goals (Required)\n\na\n',
      [],
    ],
    ['everything', '# Design: X\n\n<!-- design-docs: disable all -->\n\n## Goals (Required)\n\na\n', []],
    [
      'on its line only',
      '# Design: X\n\n## Summary\n\na\n\n<!-- design-docs: disable empty-section -->\n## Goals\n\n## Goals\n',
      ['duplicate-section warning', 'empty-section warning'],
    ],
    [
      'not in code',
      '# Design: X\n\n## Summary\n\n`<!-- design-docs: disable all -->`\n\n## Goals (Required)\n\na\n',
      ['leftover-suffix warning'],
    ],
  ] as const) {
    it(name, () => assert.deepEqual(found(text).sort(), [...expected].sort()));
  }
});

it('UserError carries a stable code', () => {
  const error = new UserError('config', 'Wrong.');
  assert.deepEqual([error.name, error.code, error.message], ['UserError', 'config', 'Wrong.']);
});
