import assert from 'node:assert/strict';
import type { Environment } from '../../../src/core/analysis/analyze';
import { analyze } from '../../../src/core/analysis/analyze';
import { fixableFindings, fixText, insertions } from '../../../src/core/fix/fixText';
import { readTemplate } from '../../../src/core/template/template';
import { bundled } from '../../properties/templates';

const template = readTemplate(
  [
    'Omit the marks on titles.',
    '# Design: <Name>',
    '## Summary (Required)',
    'Say what is built.',
    '## Goals (Required)',
    'Say what it is for.',
    '## Plan (Required)',
    '- [ ] Milestone 1: <milestone>',
  ].join('\n\n'),
  't.md',
);
const environment: Environment = { templates: [], template, today: '2026-11-22' };
const scaffold = { applicability: ['safe', 'scaffold'] } as const;

describe('fixText', () => {
  it('applies only safe fixes by default', () => {
    const text = '# Design: Kettle\n\n## Summary (Required)\n\nTea.\n\n## Plan\n\n- [ ] Boil\n';
    const fixed = fixText(text, environment);
    assert.equal(fixed.text, text.replace(' (Required)', ''));
    assert.equal(fixed.count, 1);
    assert.deepEqual(fixed.refused, []);
    const more = fixText(text, environment, scaffold);
    assert.match(more.text, /\n## Goals\n\nSay what it is for\.\n\n## Plan\n/);
    assert.equal(more.count, 2);
  });

  it('makes only the changes whose titles are given', () => {
    const text = '# Design: Kettle\n\n## Summary\n\nTea.\n';
    const titles = insertions(analyze(text, environment)).map(String);
    assert.equal(titles.length, 2);
    const fixed = fixText(text, environment, { ...scaffold, titles: titles.slice(1) });
    assert.doesNotMatch(fixed.text, /## Goals/);
    assert.match(fixed.text, /## Plan\n\n- \[ \] Milestone 1/);
    assert.equal(fixed.count, 1);
  });

  it('refuses to insert into an open fence', () => {
    const text = '# Design: Kettle\n\n## Summary\n\nTea.\n\n```sh\nls\n';
    const fixed = fixText(text, environment, scaffold);
    assert.equal(fixed.text, text);
    assert.equal(fixed.count, 0);
    assert.deepEqual(
      fixed.refused.map(({ rule }) => rule),
      ['missing-section', 'missing-section'],
    );
  });

  it('applies all fixes that can be proved, even if one cannot', () => {
    const text = [
      '# Design: Kettle',
      '',
      '## Summary (Required)',
      '',
      'See [this](#goals-required).',
      '',
      '## Goals (Required)',
      '',
      'Tea.',
      '',
      '## Plan (Required)',
      '',
      '-[ ] Boil',
      '',
    ].join('\n');
    const fixed = fixText(text, environment);
    assert.match(fixed.text, /^## Summary$/m);
    assert.match(fixed.text, /^## Plan$/m);
    assert.match(fixed.text, /^- \[ \] Boil$/m);
    assert.equal(fixText(fixed.text, environment).text, fixed.text);
  });

  it('makes a change that stands in the way of one that cannot be made', () => {
    // Both are to move past "Next Steps". "Summary" cannot: at the top, with a sub-section, it would be the title.
    const names = ['# Next Steps', '# Summary', '## Tea', '# Deployment Plan', '# New Dependencies'];
    const text = [...names, '# Milestones', '# Data and State'].map((name) => `#${name}\n`).join('\n');
    const fixed = fixText(text, { templates: [bundled], today: '2026-11-22' });
    assert.equal(fixed.count, 1);
    assert.match(fixed.text, /^## Next Steps\n\n## Milestones\n/);
    assert.deepEqual(
      fixed.refused.map(({ message }) => message),
      ['Section "Summary" is out of order: expected before "Next Steps" (line 1).'],
    );
  });

  describe('gives the same plan in any order of the rules', () => {
    for (const [name, plan, expected] of [
      [
        'a milestone with a broken bullet below a stray step',
        '- [x] Milestone 1: a\n- [ ] Milestone 2: b\n- [ ] Step 1: c\n-[ ] Milestone 3: d\n  - [ ] Step 1: e\n',
        '- [x] Milestone 1: a\n- [ ] Milestone 2: b\n  - [ ] Step 1: c\n- [ ] Milestone 3: d\n  - [ ] Step 1: e\n',
      ],
      [
        'a task of its own with a broken bullet below a stray step',
        '- [ ] Milestone 1: a\n- [ ] Ship\n- [ ] Other\n- [ ] Step 1: b\n[ ] Pour\n',
        '- [ ] Milestone 1: a\n- [ ] Ship\n- [ ] Other\n  - [ ] Step 1: b\n- [ ] Pour\n',
      ],
      [
        'a step with a broken bullet below a nested milestone',
        '- [ ] Milestone 1: a\n  - [ ] Milestone 2: b\n  -[ ] Step 1: c\n    - [ ] d\n',
        '- [ ] Milestone 1: a\n- [ ] Milestone 2: b\n  - [ ] Step 1: c\n    - [ ] d\n',
      ],
    ] as const) {
      it(name, () => {
        const head = '# Design: Kettle\n\n## Summary\n\nTea.\n\n## Goals\n\nTea.\n\n## Plan\n\n';
        for (const rules of [undefined, ['plan-task'], ['plan-structure']]) {
          const { text } = fixText(head + plan, environment, { rules });
          assert.equal(fixText(text, environment).text, head + expected);
        }
      });
    }

    it('steps with broken bullets below a stray step', () => {
      const head = '# Design: Kettle\n\n## Plan\n\n- [ ] Milestone 1: a\n- [ ] Milestone 2: b\n';
      const { text } = fixText(`${head}- [ ] c\n-[ ] d\n[ ] e\n`, environment);
      assert.equal(text, `${head}  - [ ] c\n  - [ ] d\n  - [ ] e\n`);
    });
  });

  it('terminates if thousands of fixes fail', () => {
    const fence = Array.from({ length: 3000 }, () => '- [ ]Boil\n').join('');
    const text = `# Design: Kettle\n\n## Plan (Required)\n\n${fence}`;
    const fixed = fixText(text, environment);
    assert.equal(fixText(fixed.text, environment).text, fixed.text);
  });
});

describe('fixableFindings', () => {
  it('are the findings with a proved safe fix', () => {
    const text = '# Design: Kettle\n\n## Summary (Required)\n\nTea.\n';
    const rules = [...fixableFindings(analyze(text, environment))].map(({ rule }) => rule);
    assert.deepEqual(rules, ['leftover-suffix']);
  });
});
