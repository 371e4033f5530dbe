import assert from 'node:assert/strict';
import { readTemplate } from '../../../src/core/template/template';
import { written } from './written';

const SAYS = '\n\nSay it.\n\n';

/** The requirements of sections, each with a text unless its heading ends with `!`; one more is marked as optional. */
function read(headings: readonly string[], before = ''): string[] {
  return readTemplate(textOf(headings, before), 't.md')
    .specs.filter(({ title }) => title !== 'Last')
    .map(({ title, requirement }) => `${title}: ${requirement.kind}`);
}

function textOf(headings: readonly string[], before = ''): string {
  const all = headings.map((one) => (one.endsWith('!') ? `${one.slice(0, -1)}\n\n` : one + SAYS));
  return `# Title\n\n${before}${all.join('')}## Last (Optional)${SAYS}`;
}

describe('requirements that a template cannot mean', () => {
  for (const [name, headings, expected] of [
    [
      'a section without guidance among sections with guidance',
      ['## Why', '## How', '## Where', '## Samples!'],
      ['Why: required', 'How: required', 'Where: required', 'Samples: recommended'],
    ],
    [
      'not where few sections have guidance',
      ['## Why', '## Where!', '## Samples!'],
      ['Why: required', 'Where: required', 'Samples: required'],
    ],
    [
      'not under a name that needs no guidance',
      ['## Why', '## How', '## Where', '## Non-Goals!'],
      ['Why: required', 'How: required', 'Where: required', 'Non-Goals: required'],
    ],
    [
      'not for what a comment explains',
      ['## Why', '## How', '## Samples\n\n<!-- Say it in a sentence. -->!'],
      ['Why: required', 'How: required', 'Samples: required'],
    ],
    [
      'a section that only holds optional ones',
      [
        '## More on it!',
        '### Cost (Optional)',
        '### Time (Optional)',
        '## Parts!',
        '### Lid',
        '### Coil (Optional)',
        '## Proposal!',
        '### Sketch (Optional)',
      ],
      [
        'More on it: optional',
        'Cost: optional',
        'Time: optional',
        'Parts: required',
        'Lid: required',
        'Coil: optional',
        'Proposal: required',
        'Sketch: optional',
      ],
    ],
    [
      'what holds the rest',
      [
        '## Implementation Details/Notes',
        '## Other considerations',
        '## Weitere Einzelheiten',
        '## Implementation Details',
        '## Release Notes',
      ],
      [
        'Implementation Details/Notes: recommended',
        'Other considerations: recommended',
        'Weitere Einzelheiten: recommended',
        'Implementation Details: required',
        'Release Notes: required',
      ],
    ],
    [
      'what only helps the reader',
      ['## Glossary', '## Reference', '## Terms', '## Referenzen', '## Reference Design'],
      [
        'Glossary: recommended',
        'Reference: recommended',
        'Terms: recommended',
        'Referenzen: recommended',
        'Reference Design: required',
      ],
    ],
    ['not against a mark', ['## Glossary (include if it has terms)'], ['Glossary: conditional']],
  ] as const) {
    it(name, () => assert.deepEqual(read(headings), expected));
  }

  it('hold where the template says that all sections stay', () => {
    const headings = ['## Why', '## How', '## Where', '## Samples!', '## Glossary'];
    const all = [
      'Why: required',
      'How: required',
      'Where: required',
      'Samples: required',
      'Glossary: required',
    ];
    assert.deepEqual(read(headings, 'Do not remove any section.\n\n'), all);
    const key = `---\ndesign-docs-sections: keep\n---\n${textOf(headings)}`;
    assert.ok(
      readTemplate(key, 't.md').specs.every(
        ({ title, requirement: { kind } }) => title === 'Last' || kind === 'required',
      ),
    );
  });

  it('change nothing where sections are marked as required, and recommend nothing less where none is marked', () => {
    const marked = readTemplate(`# T\n\n## A (Required)${SAYS}## Glossary${SAYS}`, 't.md');
    assert.deepEqual(
      marked.specs.map(({ requirement: { kind } }) => kind),
      ['required', 'optional'],
    );
    const bare = readTemplate(`# T\n\n## A${SAYS}## B${SAYS}## C${SAYS}## D`, 't.md');
    assert.ok(bare.specs.every(({ requirement: { kind } }) => kind === 'recommended'));
  });

  it('leave the sections of a new document as they were', () => {
    const text = textOf([
      '## Why',
      '## How',
      '## Where',
      '## Samples!',
      '## Glossary',
      '## Rest!',
      '### Cost (Optional)',
    ]);
    const titles = [...written(text).matchAll(/^#+ (.*)$/gm)].map(([, title]) => title);
    assert.deepEqual(titles.slice(1), ['Why', 'How', 'Where', 'Samples', 'Glossary', 'Rest']);
  });
});
