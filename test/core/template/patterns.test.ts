import assert from 'node:assert/strict';
import { readTemplate } from '../../../src/core/template/template';

/** The requirements of sections under these headings; patterns in brackets. */
function read(...headings: string[]): string[] {
  const text = `# Title\n\n${headings.map((heading) => `${heading}\n\nText.\n`).join('\n')}`;
  return readTemplate(text, 't.md').specs.map(({ repeatable, title, requirement }) =>
    repeatable ? `[${title}]` : `${title}: ${requirement.kind}`,
  );
}

describe('sections that no document must have', () => {
  for (const [name, headings, expected] of [
    ['siblings that differ in a number', ['## Story 1', '## Story 2:'], ['[Story 1]', '[Story 2:]']],
    ['siblings that differ in a letter', ['## Option A', '## Option B'], ['[Option A]', '[Option B]']],
    ['one that starts to count', ['## FR1', '## Cost'], ['[FR1]', 'Cost: recommended']],
    [
      'not other numbers',
      ['## Log4J 2', '## Part 1: Why', '## Part 2: How'],
      ['Log4J 2: recommended', 'Part 1: Why: recommended', 'Part 2: How: recommended'],
    ],
    [
      'not numbered headings',
      ['## 1. Why', '## 2. How', '## 3 - Cost'],
      ['1. Why: recommended', '2. How: recommended', '3 - Cost: recommended'],
    ],
    [
      'a table of contents and notes on the template',
      ['## Table of Contents', '## How to use this template', '## Why', '## Cost (optional)'],
      [
        'Table of Contents: optional',
        'How to use this template: optional',
        'Why: required',
        'Cost: optional',
      ],
    ],
    [
      'what is in an optional section',
      ['## Cost (optional)', '### Money', '### Time (required)', '## Why (required)'],
      ['Cost: optional', 'Money: optional', 'Time: required', 'Why: required'],
    ],
  ] as const) {
    it(name, () => assert.deepEqual(read(...headings), expected));
  }

  it('what the guidance lets an author leave out, which marks no other section', () => {
    assert.deepEqual(
      read(
        '## Example\n\nShow some code.\nOmit this section if it is not applicable.',
        '## Issues\n\nThis section may be omitted if there are none.',
        '## Why\n\nOmit what everybody knows.',
      ),
      ['Example: optional', 'Issues: optional', 'Why: recommended'],
    );
  });
});
