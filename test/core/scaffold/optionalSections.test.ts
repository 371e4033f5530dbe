import assert from 'node:assert/strict';
import { written } from '../template/written';

const HEAD = '# Design: <Name>\n\n';

/** The headings of a new document from a template with these sections. */
function headings(sections: string, optional = false): string[] {
  const text = written(HEAD + sections, { optional });
  return [...text.matchAll(/^#{2,} (.*)$/gm)].map(([, title = '']) => title);
}

/** Sections with the given headings, each with a line of text. */
function sections(...titles: string[]): string {
  return titles.map((title) => `${title.startsWith('#') ? title : `## ${title}`}\n\nText.\n`).join('\n');
}

describe('optional sections', () => {
  it('are omitted unless they are requested', () => {
    const all = sections(
      'A (Required)',
      'B (Optional)',
      '### B1',
      'C (Optional but recommended)',
      'D (if applicable)',
      'E',
    );
    assert.deepEqual(headings(all), ['A', 'C', 'D']);
    assert.deepEqual(headings(all, true), ['A', 'B', 'B1', 'C', 'D', 'E']);
  });

  it('are the marked sections, if no other section is marked', () => {
    assert.deepEqual(headings(sections('A', 'B [optional]', 'C <!-- optional -->', 'D')), ['A', 'D']);
    assert.deepEqual(headings(sections('A', 'B')), ['A', 'B']);
  });

  it('exclude subsections of a section that stays, unless a sibling is marked as required', () => {
    assert.deepEqual(headings(sections('A (Required)', '### Story 1', '### Story 2')), [
      'A',
      'Story 1',
      'Story 2',
    ]);
    assert.deepEqual(headings(sections('A (Required)', '### X (required)', '### Y')), ['A', 'X']);
    assert.deepEqual(headings(sections('A (Required)', '### X (optional)', '#### Z', '### Y')), ['A', 'Y']);
  });

  it('stay if one of their subsections stays', () => {
    assert.deepEqual(
      headings(sections('A (Required)', 'B (Optional)', '### X (Required)', '### Y (Optional)')),
      ['A', 'B', 'X'],
    );
  });

  it('stay if text that stays links to them', () => {
    const linked = (to: string, more = ''): string[] =>
      headings(`## A (Required)\n\nSee ${to}.\n\n${sections('B (Optional)', 'C (Optional)')}${more}`);
    assert.deepEqual(linked('[b](#b-optional)'), ['A', 'B']);
    assert.deepEqual(linked('[none](#none)'), ['A']);
    assert.deepEqual(linked('[b]', '\n[b]: https://example.org\n\n## D (Required)\n\nx\n'), ['A', 'C', 'D']);
    const chain =
      '## A (Required)\n\n[b](#b-optional)\n\n## B (Optional)\n\n[c](#c-optional)\n\n## C (Optional)\n\n[d](#d-optional)\n\n## D (Optional)\n\nx\n\n## E (Optional)\n\nx\n';
    assert.deepEqual(headings(chain), ['A', 'B', 'C', 'D']);
  });

  it('stay if they are about a licence', () => {
    assert.deepEqual(headings(sections('A (Required)', 'Copyright', 'License (Optional)')), [
      'A',
      'Copyright',
      'License',
    ]);
  });

  it('stay if no other section does, or if the document would not be recognized', () => {
    assert.deepEqual(headings(sections('A (Optional)', 'B (Optional)')), ['A', 'B']);
    assert.deepEqual(headings(sections('A (Optional)', 'Licence')), ['A', 'Licence']);
    const text = written(`# T\n\n${sections('A (Required)', 'B (Required)', 'C (Optional)')}`);
    assert.match(text, /## C/);
  });

  it('stay if they contain only one end of a pair', () => {
    const open =
      '## A (Required)\n\nx\n\n<details>\n\n## B (Optional)\n\nx\n\n</details>\n\n## C (Optional)\n\n<br>\n';
    assert.deepEqual(headings(open), ['A', 'B']);
    const comments =
      '## A (Required)\n\n<!-- BEGIN part -->\n\n## B (Optional)\n\n<!-- END part -->\n\n## C (Optional)\n\n<!-- BEGIN x --><!-- END x -->\n';
    assert.deepEqual(headings(comments), ['A', 'B']);
  });

  it('leave the text around them, separated by a blank line', () => {
    const end = '---\n\n*Copyright of the authors.*\n';
    assert.equal(
      written(`${HEAD}## A (Required)\n\nx\n\n## B (Optional)\n\ny\n\n---\n\n${end}`),
      `# Design: Kettle\n\n## A\n\nx\n\n${end}`,
    );
    assert.equal(
      written(`${HEAD}## A (Required)\n\nx [r]\n\n## B (Optional)\n\ny\n\n[r]: https://example.org\n`),
      '# Design: Kettle\n\n## A\n\nx [r]\n\n[r]: https://example.org\n',
    );
    assert.equal(
      written(`${HEAD}A (Required)\n----\nx\n\nB (Optional)\n----\ny\n\nC (Required)\n----\nz\n`),
      '# Design: Kettle\n\nA\n----\nx\n\nC\n----\nz\n',
    );
    assert.equal(
      written(
        `${HEAD}## A (Required)\nx\n## B (Optional)\ny\n<!-- About C. -->\n## C (Optional)\nz\n## D (Required)\nw\n`,
      ),
      '# Design: Kettle\n\n## A\nx\n## D\nw\n',
    );
  });
});
