import assert from 'node:assert/strict';
import { findFrontMatter, findInstructions, regionText } from '../../../src/core/text/regions';
import { splitLines } from '../../../src/core/text/text';

const lines = (text: string): string[] => text.split('\n');

describe('findFrontMatter', () => {
  for (const [name, text, end] of [
    ['is between two fences', '---\na: b\n---\n# A', 3],
    ['may end with dots', '---\na: b\n...\n# A', 3],
    ['may be empty', '---\n---\n', 2],
    ['may trail blanks', '---  \na\n---\t\n', 3],
    ['is only on the first line', '\n---\na: b\n---\n', undefined],
    ['must be closed', '---\na: b\n', undefined],
    ['is no longer rule', '----\na: b\n----\n', undefined],
  ] as const) {
    it(name, () => assert.equal(findFrontMatter(lines(text))?.end, end));
  }
});

/** All observed spellings of an instruction block, by formatters and people. */
const SPELLINGS: readonly (readonly [name: string, text: string, regions: string])[] = [
  ['plain lines', 'a\n<instructions>\nb\n</instructions>\nc', '1-4'],
  ['one line', '<instructions>b</instructions>\nc', '0-1'],
  ['heading marks', '# <instructions>\n# b\n# </instructions>\nc', '0-3'],
  ['heading marks and a bare one', '# <instructions>\n# b\n#\n# c\n# </instructions>', '0-5'],
  ['blank lines between', '# <instructions>\n\n# b\n\n# \n\n# c\n\n# </instructions>\n\nd', '0-9'],
  ['one line with a mark', '## <instructions>b</instructions>', '0-1'],
  ['no blank after the mark', '#<instructions>\nb\n</instructions>', '0-3'],
  ['a bare closing tag', '# <instructions>\n# b\n</instructions>\n# c', '0-3'],
  ['a bare opening tag', '<instructions>\n# b\n# </instructions>\n# c', '0-3'],
  ['text around the tags', '<instructions> b\nc </instructions> d\ne', '0-2'],
  ['capitals', '<Instructions>\nb\n</INSTRUCTIONS>', '0-3'],
  ['indented by three', '   <instructions>\n   b\n   </instructions>', '0-3'],
  ['two of them', '<instructions>a</instructions>\n\n<instructions>\nb\n</instructions>', '0-1 2-5'],
  ['no closing tag before a section', '<instructions>\nb\n\n\n## C\nd', '0-2'],
  ['no close before a header field', '# <instructions>\n# b\n\n**Status:** Draft\n\n## C', '0-2'],
  [
    'no closing tag before a field with its colon after the bold name',
    '<instructions>\nb\n**Status**: Draft',
    '0-2',
  ],
  ['no closing tag', 'a\n<instructions>\nb\n\n', '1-3'],
  ['only an opening tag at the end', 'a\n<instructions>', '1-2'],
  ['in a fence', '```\n<instructions>\n```\n<instructions>b</instructions>', '3-4'],
  ['in a longer fence', '~~~~\n~~~\n<instructions>\n~~~~', ''],
  ['in indented code', '    <instructions>\n    b\n    </instructions>', ''],
  ['in a sentence', 'the <instructions> tag\nb </instructions>', ''],
  ['in code', '`<instructions>`', ''],
  ['in a quote', '> <instructions>', ''],
];

describe('findInstructions', () => {
  for (const [name, text, expected] of SPELLINGS) {
    it(name, () => {
      const found = findInstructions(splitLines(text), 0).map(({ start, end }) => `${start}-${end}`);
      assert.equal(found.join(' '), expected);
    });
  }

  it('starts at the given line, after the front matter', () => {
    assert.deepEqual(findInstructions(splitLines('<instructions>x</instructions>\nb'), 1), []);
  });

  it('is plain text, without tags and heading marks', () => {
    const source = lines('# <instructions>\n\n# OMIT the\n\n#\n# suffixes.\n# </instructions>');
    assert.equal(regionText(source, { start: 0, end: source.length }), 'OMIT the suffixes.');
  });
});
