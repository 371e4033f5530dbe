import assert from 'node:assert/strict';
import type { Section } from '../../../src/core/document/document';
import { parseDocument } from '../../../src/core/document/document';
import { levelsOf } from '../../../src/core/outline/levels';
import { misplacedSections } from '../../../src/core/outline/order';
import type { Outline } from '../../../src/core/outline/outline';
import { bindOutline } from '../../../src/core/outline/outline';
import { readTemplate } from '../../../src/core/template/template';

const template = readTemplate(
  [
    '# T: <x>',
    'Start with Summary, Goals, then Plan.',
    '<!-- design-docs: aliases Overview, Goals at a Glance -->',
    '## Summary (Required)',
    '## Goals (Required)',
    '## Plan (Required)',
    '## Testing and Validation (Required)',
    '### Unit (Required)',
    '### Notes (Optional)',
    '## Notes (Optional)',
    '## <pattern>',
  ].join('\n\n'),
  't.md',
);

/** The outline of a document with these headings, and the sections that match no spec of the template. */
function outlineOf(...headings: string[]): Outline & { readonly extras: readonly Section[] } {
  const document = parseDocument(`# T: x\n\n${headings.map((text) => `${text}\n\ntext\n\n`).join('')}`);
  const outline = bindOutline(document, template);
  return { ...outline, extras: document.sections.filter((section) => !outline.specOf.has(section)) };
}

/** The bindings as `spec: headings`. */
function bound({ bindings }: Outline): string[] {
  return bindings.flatMap(({ spec, sections }) =>
    sections.length > 0
      ? [`${spec.title}: ${sections.map((section) => section.heading.text).join(', ')}`]
      : [],
  );
}

describe('bindOutline', () => {
  for (const [name, headings, expected, extras] of [
    ['by name', ['## Goals', '## SUMMARY (v2)'], ['Summary: SUMMARY (v2)', 'Goals: Goals'], []],
    ['marks and anchors aside', ['## Goals (Required) {#g}'], ['Goals: Goals (Required) {#g}'], []],
    ['every section of a name', ['## Goals', '## Goals', '## goals'], ['Goals: Goals, Goals, goals'], []],
    ['by alias', ['## Overview'], ['Summary: Overview'], []],
    [
      'by alias only if no section has the name',
      ['## Overview', '## Summary'],
      ['Summary: Summary'],
      ['Overview'],
    ],
    ['by alias before a compound', ['## Goals at a Glance'], ['Summary: Goals at a Glance'], []],
    ['by compound', ['## Testing Strategy'], ['Testing and Validation: Testing Strategy'], []],
    ['one alias or compound only', ['## Our Plan', '## Plan B'], ['Plan: Our Plan'], ['Plan B']],
    [
      'subsections under their parent',
      ['## Testing and Validation', '### Unit', '### Notes', '## Notes'],
      ['Testing and Validation: Testing and Validation', 'Unit: Unit', 'Notes: Notes', 'Notes: Notes'],
      [],
    ],
    ['a demanded section on the wrong level', ['## Goals', '### Plan'], ['Goals: Goals', 'Plan: Plan'], []],
    ['not an optional one', ['## Goals', '### Notes'], ['Goals: Goals'], ['Notes']],
    ['never a pattern', ['## pattern', '## <pattern>'], [], ['pattern', '<pattern>']],
    ['nothing to something else', ['## Tea', '### Cups'], [], ['Tea', 'Cups']],
  ] as const) {
    it(name, () => {
      const outline = outlineOf(...headings);
      assert.deepEqual(bound(outline), expected);
      assert.deepEqual(
        outline.extras.map((section) => section.heading.text),
        extras,
      );
    });
  }
});

describe('misplacedSections', () => {
  for (const [name, headings, expected] of [
    ['in order', ['## Summary', '## Goals', '## Plan', '## Notes'], []],
    ['with gaps', ['## Summary', '## Plan'], []],
    ['others between', ['## Summary', '## Tea', '## Plan'], []],
    ['two swapped', ['## Summary', '## Plan', '## Goals'], ['Goals before Plan']],
    ['the last one first', ['## Plan', '## Summary', '## Goals'], ['Plan after Goals']],
    ['another section first', ['## Notes', '## Summary', '## Goals'], ['Notes after Goals']],
    [
      'one lead section after many others',
      ['## Notes', '## Testing and Validation', '## Goals'],
      ['Goals before Notes'],
    ],
    ['nothing', [], []],
  ] as const) {
    it(name, () => {
      const found = misplacedSections(outlineOf(...headings)).map(
        ({ section, anchor, after }) =>
          `${section.heading.text} ${after ? 'after' : 'before'} ${anchor.heading.text}`,
      );
      assert.deepEqual(found, expected);
    });
  }
});

describe('levelsOf', () => {
  for (const [name, headings, expected] of [
    ['as most of the outermost sections have it', ['### Summary', '### Goals', '## Plan'], [3, 3, 3]],
    ['relative to the parent', ['#### Testing and Validation', '##### Unit'], [4, 5]],
    ['none for what the template does not know', ['## Goals', '#### Tea'], [2, undefined]],
  ] as const) {
    it(name, () => {
      const outline = outlineOf(...headings);
      const all = [...outline.specOf.keys(), ...outline.extras].sort((a, b) => a.start - b.start);
      assert.deepEqual(all.map(levelsOf(outline)), expected);
    });
  }
});
