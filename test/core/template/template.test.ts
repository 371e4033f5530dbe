/** Reading templates: one small template for each family of real ones. */

import assert from 'node:assert/strict';
import { readTemplate } from '../../../src/core/template/template';
import { readParts, readRepo, textOf } from '../../fixture';
import { summary } from '../summary';

const FILE = 'test/core/template/templates.md';

describe('readTemplate', () => {
  for (const parts of readParts(FILE, ['case', 'template', 'summary'])) {
    const [head, template, expected] = parts;
    const name = head?.value ?? '';
    const text = template ? textOf(template) : '';
    it(name, () => {
      const where = `${FILE}:${head?.line}`;
      assert.equal(summary(readTemplate(text, 'x-template.md')), expected && textOf(expected), where);
    });
    it(`${name} (CRLF and a byte order mark)`, () => {
      const saved = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
      assert.equal(summary(readTemplate(saved, 'x-template.md')), expected && textOf(expected));
    });
  }

  for (const [file, name] of [
    ['docs/design_docs/template.md', 'template'],
    ['adr-template.md', 'adr'],
    ['templates\\TEMPLATE_rfc.md', 'rfc'],
    ['0000-template.md', '0000'],
    ['0000-note-template.md', 'note'],
    ['keps/NNNN-kep-template/README.md', 'kep'],
    ['README.md', 'README'],
    ['enhancement.template.markdown', 'enhancement'],
  ] as const) {
    it(`is named after ${file}`, () => assert.equal(readTemplate('# A', file).name, name));
  }

  it('removes marks, directives and instructions from a body, and leaves one blank line between blocks', () => {
    const template = readTemplate(
      [
        '# Design: <Name>',
        '<!-- design-docs: aliases B -->',
        '## A (Required)',
        '',
        '<!-- optional -->',
        'One.  ',
        '',
        '<instructions>',
        'Hidden.',
        '</instructions>',
        '',
        '',
        'Two.',
        '',
        '<!-- design-docs: aliases D -->',
        '## C',
      ].join('\n'),
      't.md',
    );
    assert.deepEqual(template.specs[0]?.body, ['One.', '', 'Two.']);
  });

  it('collects tokens outside code and inside it', () => {
    const { tokens } = readTemplate(
      '# A: <b>, <c d>\n\n`<e f>` {g h} [i j] [k](l) YYYY-MM-DD `NNNN`\n',
      't.md',
    );
    assert.deepEqual([...tokens.plain], ['<c d>', '{g h}', '[i j]', 'YYYY-MM-DD']);
    assert.deepEqual([...tokens.code], ['<e f>', 'NNNN']);
  });

  it('reads the bundled template in full', () => {
    const template = readTemplate(readRepo('media/templates/design.md'), 'design.md');
    assert.deepEqual(
      ['required', 'conditional', 'recommended', 'optional'].map(
        (kind) => template.specs.filter((spec) => spec.requirement.kind === kind).length,
      ),
      [7, 1, 1, 11],
    );
    assert.equal(template.name, 'design');
    assert.equal(template.lead.length, 5);
    assert.equal(template.omitMarks, true);
    assert.deepEqual(
      template.fields.map(({ role, masked, date }) => [role, masked, date]),
      [
        ['status', false, false],
        ['author', true, false],
        ['created', true, true],
      ],
    );
    assert.equal(template.specs.filter((spec) => spec.plan).length, 1);
    assert.deepEqual(
      template.specs.flatMap((spec) => spec.limit ?? []),
      [{ min: 1, max: 3 }],
    );
    assert.ok(template.specs.every((spec) => spec.body.length > 0 && !spec.repeatable));
  });

  it('takes its own words for marks and the plan from directives', () => {
    const { specs, source } = readTemplate(
      '---\ndesign-docs-marks: zwingend = required, bei Bedarf = optional\ndesign-docs-plan: Bauabschnitte\n---\n\n# A: <b>\n\n## Ziele (zwingend)\n\n## Bauabschnitte *(bei Bedarf)*\n\n- [ ] <x>\n\n## Offen (v2)\n',
      'a.md',
    );
    assert.deepEqual(
      specs.map(({ title, requirement, plan }) => [title, requirement.kind, plan]),
      [
        ['Ziele', 'required', false],
        ['Bauabschnitte', 'optional', true],
        ['Offen (v2)', 'optional', false],
      ],
    );
    assert.match(source, /\n## Ziele \(required\)\n/);
  });
});
