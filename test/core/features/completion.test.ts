import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import { completionsAt } from '../../../src/core/features/completion';
import { hoverAt } from '../../../src/core/features/hover';
import { readTemplate } from '../../../src/core/template/template';
import { applyEdits } from '../../../src/core/text/text';

const template = readTemplate(
  [
    '# Design: <Name>',
    '- Status: Draft / Accepted / Done\n- Author: <you>',
    '## Summary (Required)',
    'Say it.',
    '## Plan (Required)',
    '- [ ] M1: <milestone>\n  - [ ] Step 1: <task>',
    '## Risks (Required when hot)',
    'At most 2 items.',
    '## Notes (Optional)',
  ].join('\n\n'),
  't.md',
);

/** Removes the cursor `‸` from a text, and analyzes the text at that position. */
function at(marked: string) {
  const [before = ''] = marked.split('‸');
  const text = marked.replace('‸', '');
  const lines = before.split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return { text, position, analysis: analyze(text, { templates: [template], today: '2026-11-22' }) };
}

/** The text after the completion with the given label is applied. */
function completed(marked: string, label: string): string {
  const { text, position, analysis } = at(marked);
  const found = completionsAt(analysis, position).find((one) => one.label === label);
  assert.ok(found, `no completion "${label}"`);
  for (const stop of found.stops) assert.ok(stop.start < stop.end && stop.end <= found.text.length);
  return applyEdits(text, [{ range: found.range, newText: found.text }]);
}

const labels = (marked: string): string[] => {
  const { position, analysis } = at(marked);
  return completionsAt(analysis, position).map((one) => one.label);
};

describe('completionsAt', () => {
  for (const [name, text, expected] of [
    [
      'missing sections, the next ones first',
      '# Design: X\n\n## Plan\n\nx\n\n#‸\n',
      ['Risks', 'Notes', 'Summary'],
    ],
    ['no section that is there', '# Design: X\n\n## Notes\n\n## S‸\n', ['Summary', 'Plan', 'Risks']],
    ['fields that are missing', '# Design: X\n\n- Status: Draft\n\n‸\n\n## Plan\n', ['Author']],
    ['the values of a field', '# Design: X\n\n- Status: D‸\n\n## Plan\n', ['Draft', 'Accepted', 'Done']],
    ['none for another field', '# Design: X\n\n- Author: A‸\n\n## Plan\n', []],
    ['a milestone before a step', '# Design: X\n\n## Plan\n\n- [ ] M1: a\n- ‸\n', ['Milestone', 'Step']],
    ['a step before a milestone', '# Design: X\n\n## Plan\n\n- [ ] M1: a\n  - ‸\n', ['Step', 'Milestone']],
    ['nothing in text', '# Design: X\n\n## Summary\n\nsome ‸\n', []],
    ['nothing in code', '# Design: X\n\n## Summary\n\n```\n#‸\n```\n', []],
    ['nothing in instructions', '# Design: X\n\n<instructions>\n#‸\n</instructions>\n', []],
    ['nothing without a template', '# Tea\n\n#‸\n', []],
  ] as const) {
    it(name, () => assert.deepEqual(labels(text), expected));
  }

  it('inserts the completion', () => {
    assert.equal(
      completed('# Design: X\n\n### Plan\n\nx\n\n##‸\n', 'Summary'),
      '# Design: X\n\n### Plan\n\nx\n\n### Summary\n\nSay it.\n',
    );
    assert.equal(completed('# Design: X\n\nAu‸\n', 'Author'), '# Design: X\n\n- Author: <you>\n');
    assert.equal(completed('# Design: X\n\n- Status: Dr‸\n', 'Done'), '# Design: X\n\n- Status: Done\n');
    assert.equal(
      completed('# Design: X\n\n## Plan\n\n- [ ] M1: a\n  - [ ] b\n  ‸\n', 'Step'),
      '# Design: X\n\n## Plan\n\n- [ ] M1: a\n  - [ ] b\n  - [ ] Step 2: <task>\n',
    );
    assert.equal(
      completed('# Design: X\n\n## Plan\n\n- [ ] M1: a\n‸\n', 'Milestone'),
      '# Design: X\n\n## Plan\n\n- [ ] M1: a\n- [ ] M2: <milestone>\n  - [ ] Step 1: <task>\n',
    );
  });
});

describe('hoverAt', () => {
  const hover = (marked: string) => {
    const { position, analysis } = at(marked);
    return hoverAt(analysis, position);
  };

  it('shows the guidance of a section', () => {
    const found = hover('# Design: X\n\n## ‸RISKS\n');
    assert.equal(found?.title, 'Risks');
    assert.equal(found?.guidance, 'At most 2 items.');
    assert.match(found?.requirement ?? '', /^Required when hot by the template\. 1 to 2 list items\.$/);
    assert.match(hover('# Design: X\n\n## Notes‸\n')?.requirement ?? '', /^Optional in the template\.$/);
  });

  it('is undefined elsewhere', () => {
    assert.equal(hover('# Design: ‸X\n\n## Notes\n'), undefined);
    assert.equal(hover('# Design: X\n\n## Tea‸\n'), undefined);
    assert.equal(hover('# Tea\n\n## Notes‸\n'), undefined);
  });
});
