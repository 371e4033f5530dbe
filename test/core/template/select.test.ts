import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/document/document';
import { selectTemplate, titlePrefix } from '../../../src/core/template/select';
import type { Template } from '../../../src/core/template/template';
import { readTemplate } from '../../../src/core/template/template';

const design = readTemplate(
  '# Design: <Name>\n\n## Summary (Required)\n\n## Goals (Required)\n\n## Testing (Required)\n\n## Notes (Optional)\n\n## More (Optional)\n',
  'design-template.md',
);
const review = readTemplate(
  '# Design Review: <Name>\n\n**Type:** Review\n\n## Verdict (Required)\n',
  'review-template.md',
);
const adr = readTemplate(
  '# {title}\n\n## Context\n\n## Options\n\n## Outcome\n\n### {option}\n',
  'adr-template.md',
);
const all = [design, review, adr];

describe('selectTemplate', () => {
  for (const [name, text, expected, named] of [
    ['a directive', '# X\n\n<!-- design-docs: template adr -->\n\n## Goals\n', 'adr', true],
    ['a key in the front matter', '---\ndesign-docs-template: review\n---\n\n# Design: X\n', 'review', true],
    [
      'a directive takes precedence over the type',
      '# X\n\n<!-- design-docs: template adr -->\n\nType: Review\n',
      'adr',
      true,
    ],
    ['a type', '# X\n\n**Type:** review\n\n## Goals\n', 'review', true],
    ['a type beats the title', '# Design: X\n\nKind: Review\n', 'review', true],
    ["a title's prefix", '# Design: X\n', 'design', true],
    ['the longest prefix', '# Design review: X\n', 'review', true],
    ['in any case', '# DESIGN: X\n', 'design', true],
    [
      'with some of its headings',
      '# Design: X\n\n## A\n\n## B\n\n## C\n\n## D\n\n## E\n\n## Goals\n\n## Summary\n',
      'design',
      true,
    ],
    ['three shared headings', '# X\n\n## Summary\n\n## Goals (v2)\n\n## Testing\n', 'design', false],
    ['at any level', '# X\n\n### Context\n\n#### Options\n\n##### Outcome\n', 'adr', false],
    ['most of the document', '# X\n\n## Summary\n\n## Goals\n\n## Notes\n', 'design', false],
    [
      'most of what the template demands, among others',
      '# X\n\n## A\n\n## B\n\n## C\n\n## D\n\n## Summary\n\n## Goals\n\n## Testing\n',
      'design',
      false,
    ],
  ] as const) {
    it(name, () => {
      const selection = selectTemplate(parseDocument(text), all);
      assert.equal(selection?.template.name, expected);
      assert.equal(selection?.named, named);
    });
  }

  for (const [name, text] of [
    ['two shared headings', '# X\n\n## Summary\n\n## Goals\n'],
    [
      'three of many, of which one is demanded',
      '# X\n\n## Summary\n\n## Notes\n\n## More\n\n## A\n\n## B\n\n## C\n',
    ],
    [
      'a directive for a template that does not exist, and nothing else',
      '# X\n\n<!-- design-docs: template x -->\n',
    ],
    ['a directive in a section', '# X\n\n## Y\n\n<!-- design-docs: template adr -->\n'],
    ['another kind of title', '# Designing: X\n'],
    [
      "a title's prefix over other headings",
      '# Design: X\n\n## A\n\n## B\n\n## C\n\n## D\n\n## E\n\n## Goals\n',
    ],
    ['no headings', 'text\n'],
  ] as const) {
    it(`none: ${name}`, () => assert.equal(selectTemplate(parseDocument(text), all), undefined));
  }

  describe('bundled templates', () => {
    const bundled = { ...design, bundled: true };
    const fitting = '# X\n\n## Summary\n\n## Goals\n\n## Testing\n';
    const select = (text: string, templates: readonly Template[]): string | undefined =>
      selectTemplate(parseDocument(text), templates)?.template.name;

    it('are selected where the team has none', () => {
      assert.equal(select(fitting, [bundled]), 'design');
      assert.equal(select('# Design: X\n', [bundled]), 'design');
    });
    it('are not selected by headings or title where the team has templates', () => {
      assert.equal(select(fitting, [adr, bundled]), undefined);
      assert.equal(select('# Design: X\n', [adr, bundled]), undefined);
    });
    it('are selected by name where the team has templates', () => {
      assert.equal(select('# X\n\n<!-- design-docs: template design -->\n', [adr, bundled]), 'design');
    });
    it('need more than half of the own headings of a document', () => {
      const long = `${fitting}\n## A\n\n## B\n\n## C\n`;
      assert.equal(select(long, [bundled]), undefined);
      assert.equal(select(long, [design]), 'design');
    });
  });

  it('selects by the part of the document that a template explains, not by length', () => {
    const large = readTemplate(
      '# {title}\n\n## Context\n\n## Options\n\n## Outcome\n\n## Costs\n\n## Risks\n',
      'large-template.md',
    );
    const select = (headings: readonly string[]): string | undefined =>
      selectTemplate(parseDocument(headings.map((one) => `## ${one}\n`).join('\n')), [large, adr])?.template
        .name;
    assert.equal(select(['Context', 'Options', 'Outcome']), 'adr');
    assert.equal(select(['Context', 'Options', 'Outcome', 'Costs', 'Risks']), 'large');
  });

  it('tells templates with the same sections apart by the literal start of a value', () => {
    const sections = '\n## Context\n\n## Options\n\n## Outcome\n';
    const alike = ['SE', 'ST'].map((label) =>
      readTemplate(
        `# Title\n\n* Proposal: [${label}-NNNN](NNNN-name.md)\n${sections}`,
        `${label}-template.md`,
      ),
    );
    const document = parseDocument(`# X\n\n* Proposal: [ST-0012](0012-x.md)\n${sections}`);
    assert.equal(selectTemplate(document, alike)?.template.name, 'ST');
  });

  it('prefers the first of two that fit equally', () => {
    const twin = { ...design, name: 'twin' };
    const document = parseDocument('# X\n\n## Summary\n\n## Goals\n\n## Testing\n');
    assert.equal(selectTemplate(document, [twin, design])?.template.name, 'twin');
    assert.equal(selectTemplate(document, [design, twin])?.template.name, 'design');
  });

  it('takes a title prefix only if it is a label', () => {
    assert.equal(titlePrefix(design), 'Design: ');
    assert.equal(titlePrefix(adr), '');
    assert.equal(titlePrefix(readTemplate('# KEP-NNNN: x\n\n## A\n', 'k.md')), 'KEP-');
    assert.equal(titlePrefix(readTemplate('# Title of RFC\n\n## A\n', 'k.md')), '');
  });
});
