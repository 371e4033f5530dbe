import assert from 'node:assert/strict';
import type { Environment } from '../../../src/core/analysis/analyze';
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
  const found = completionsAt(analysis, position).find((one) => String(one.label) === label);
  assert.ok(found, `no completion "${label}"`);
  for (const stop of found.stops) assert.ok(stop.start < stop.end && stop.end <= found.text.length);
  return applyEdits(text, [{ range: found.range, newText: found.text }]);
}

const labels = (marked: string): string[] => {
  const { position, analysis } = at(marked);
  return completionsAt(analysis, position).map((one) => String(one.label));
};

/** The snippets of no template. */
const COMMON = ['dd-user-story', 'dd-trust-boundary', 'dd-data-flow', 'dd-alternative', 'dd-open-question'];

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
    [
      'snippets where a name is typed: what is missing, and what fits any document',
      '# Design: X\n\n## Summary\n\nx\n\n## Plan\n\nx\n\n## Risks\n\nx\n\ndd-n‸\n',
      ['dd-notes', ...COMMON],
    ],
    [
      'snippets of the plan',
      '# Design: X\n\n## Plan\n\n- [ ] M1: a\n  dd-st‸\n\n## Summary\n',
      ['dd-step', 'dd-milestone', ...COMMON],
    ],
    [
      'snippets of the header',
      '# Design: X\n\n- Status: Draft\n\ndd-a‸\n\n## Plan\n\n## Notes\n',
      ['dd-author', 'dd-summary', 'dd-risks'],
    ],
    [
      'missing sections on an empty line',
      '# Design: X\n\n## Summary\n\nx\n\n‸\n\n## Plan\n\nx\n\n## Notes\n',
      ['dd-risks', ...COMMON],
    ],
    ['nothing behind blanks', '# Design: X\n\n## Summary\n\n  ‸\n', []],
    ['nothing in text', '# Design: X\n\n## Summary\n\nsome ‸\n', []],
    ['nothing in code', '# Design: X\n\n## Summary\n\n```\n#‸\n```\n', []],
    ['nothing in instructions', '# Design: X\n\n<instructions>\n#‸\n</instructions>\n', []],
    ['nothing without a template', '# Tea\n\n#‸\n', []],
  ] as const) {
    it(name, () => assert.deepEqual(labels(text), expected));
  }

  it('inserts a snippet in place of its name, with its tab stops', () => {
    assert.equal(
      completed('# Design: X\n\n## Summary\n\nx\n\ndd-ri‸\n', 'dd-risks'),
      '# Design: X\n\n## Summary\n\nx\n\n## Risks\n\nAt most 2 items.\n',
    );
    assert.equal(
      completed('# Design: X\n\n## Plan\n\n- [ ] M1: a\n  dd-‸\n', 'dd-step'),
      '# Design: X\n\n## Plan\n\n- [ ] M1: a\n  - [ ] Step 1: <task>\n',
    );
    const { position, analysis } = at('# Design: X\n\n## Summary\n\ndd-‸\n');
    const story = completionsAt(analysis, position).find(({ label }) => label === 'dd-user-story');
    assert.equal(story?.text, '- As a <user>, I want <capability> so that <benefit>.');
    assert.deepEqual(
      story.stops.map(({ start, end }) => story.text.slice(start, end)),
      ['<user>', '<capability>', '<benefit>'],
    );
    assert.equal(story.filter, 'dd-user-story');
  });

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

describe('completions of the status', () => {
  const details = (statuses: Environment['statuses']): string[] => {
    const { text, position } = at('# Design: X\n\n- Status: C‸\n\n## Plan\n');
    const analysis = analyze(text, { templates: [template], today: '2026-11-22', statuses });
    return completionsAt(analysis, position).map(({ label, detail }) => `${label} ${detail}`);
  };

  it('are the states that can be set, with the stage that each means to the team', () => {
    const listed = ['Draft Stage: Draft.', 'Accepted Stage: In Progress.', 'Done Stage: Finished.'];
    assert.deepEqual(details(undefined), listed);
    assert.deepEqual(details({ progress: ['cooking'] }), [...listed, 'Cooking Stage: In Progress.']);
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
    assert.equal(found?.block?.text, 'At most 2 items.');
    assert.match(String(found?.lines[0]), /^Required when hot by the template\. 1 to 2 list items\.$/);
    assert.match(String(hover('# Design: X\n\n## Notes‸\n')?.lines[0]), /^Optional in the template\.$/);
  });

  it('is undefined elsewhere', () => {
    assert.equal(hover('# Design: ‸X\n\n## Notes\n'), undefined);
    assert.equal(hover('# Design: X\n\n## Tea‸\n'), undefined);
    assert.equal(hover('# Tea\n\n## Notes‸\n'), undefined);
  });
});
