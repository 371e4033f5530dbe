import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import { readiness } from '../../../src/core/review/readiness';
import { scaffold } from '../../../src/core/scaffold/scaffold';
import { reviewStatus } from '../../../src/core/status/reviewStatus';
import { reviewBoxes } from '../../../src/core/template/reviewBoxes';
import { readTemplate } from '../../../src/core/template/template';

const boxesOf = (text: string): readonly (readonly [string, string | undefined])[] =>
  reviewBoxes(readTemplate(text, 'small.md')).map((box) => [box.text, box.spec?.title]);

const TEMPLATE = `# Idea: <Title>

<instructions>
- [ ] This is not for a review.

Before the review:

- [ ] Is the budget agreed?
* [x] Is it "short"?
</instructions>

**Status:** Draft

<!-- design-docs: ready Has Ada read it? -->

<!-- design-docs: ready "Is it
  a good story?" -->
<!-- design-docs: aliases Tale -->
## Story (Required)

Tell it.

<!-- design-docs: ready leftover-guidance -->

## Cost (Required)

How much?

<!-- design-docs: ready Is the price fixed? -->

More.
`;

describe('the boxes of a template', () => {
  it('are directives, each about the section that it is in or above, and checklists for a review', () => {
    assert.deepEqual(boxesOf(TEMPLATE), [
      ['Is the budget agreed?', undefined],
      ['Is it "short"?', undefined],
      ['Has Ada read it?', undefined],
      ['Is it a good story?', 'Story'],
      ['leftover-guidance', 'Story'],
      ['Is the price fixed?', 'Cost'],
    ]);
    assert.deepEqual(
      boxesOf('# A\n\n<!-- design-docs: ready -->\n\n## B\n\n```\n<!-- design-docs: ready x -->\n```\n'),
      [],
    );
  });

  it('are not in a new document, in what is inserted, or in the other rules of the template', () => {
    const template = readTemplate(TEMPLATE, 'small.md');
    const { text } = scaffold(template, {
      title: 'Boat',
      fileName: '0001-boat.md',
      number: '0001',
      today: '2026-11-22',
    });
    assert.doesNotMatch(text, /design-docs|budget/);
    assert.deepEqual(
      template.specs.map(({ title, requirement, body }) => [title, requirement.kind, body.join('|')]),
      [
        ['Story', 'required', 'Tell it.'],
        ['Cost', 'required', 'How much?||More.'],
      ],
    );
  });

  it('are questions for a person, but for the ids of rules', () => {
    const text =
      '# Idea: Boat\n\n**Status:** Draft\n\n## Story\n\nTell it.\n\nA boat. Tell it to the end.\n\n## Cost\n\nTen.\n';
    const template = readTemplate(TEMPLATE.replace('Tell it.', 'Tell it to the end.'), 'small.md');
    const judge = (given: string) =>
      readiness(analyze(given, { templates: [template], today: '2026-11-22' })).boxes.flatMap(
        ({ id, state, places }) =>
          id.startsWith('template') ? [[state, ...places.map(({ range }) => range.start.line)]] : [],
      );
    const person = [['person'], ['person'], ['person'], ['person', 4]];
    assert.deepEqual(judge(text), [...person, ['met'], ['person', 10]]);
    const left = text.replace('A boat. Tell', 'A boat.\n\nTell');
    assert.deepEqual(judge(left), [...person, ['unmet', 10], ['person', 12]]);
  });
});

describe('the status for a review', () => {
  const of = (values: string, status: string): string | undefined =>
    reviewStatus(readTemplate(`# T: <x>\n\n**Status:** ${values}\n\n## A (Required)\n`, 't.md'), status);

  for (const [values, status, expected] of [
    ['Draft | In Review | Accepted', 'Draft', 'In Review'],
    ['Draft | Proposed | Under Review | Accepted', 'Draft', 'Under Review'],
    ['Draft | Proposed | Accepted', 'Draft', 'Proposed'],
    ['Draft | Ready | Done', 'Draft', 'Ready'],
    ['Draft | In Review | Done', 'In Review, by Ada', 'In Review'],
    ['Entwurf | In Prüfung | Umgesetzt', 'Entwurf', 'In Prüfung'],
    ['下書き | レビュー中 | 完了', '下書き', 'レビュー中'],
    ['Draft | Accepted | Done', 'Draft', undefined],
    ['Draft | Ready for implementation | Done', 'Draft', undefined],
    ['Brewing | Tasting | Served', 'Brewing', undefined],
    ['Draft', 'Draft', undefined],
  ] as const) {
    it(`is ${expected} of "${values}" from "${status}"`, () => assert.equal(of(values, status), expected));
  }
});
