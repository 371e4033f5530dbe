import assert from 'node:assert/strict';
import { PARSE, parseDocument } from '../../../src/core/document/document';
import { updateDocument } from '../../../src/core/incremental/update';
import type { Block } from '../../../src/core/markdown/blocks';
import { applyEdits, range } from '../../../src/core/text/text';

function shape({ kind, start, end, content, language }: Block) {
  return [kind, start, end, content, language];
}

describe('updateDocument', () => {
  it('parses again all blocks whose lookahead reaches the edit', () => {
    const text = '[foo\n===\na\nb\nc\n';
    const edit = { range: range(4, 1, 4, 1), newText: ']: /url' };
    const before = parseDocument(text);
    const after = updateDocument(before, [edit]);
    assert.deepEqual(
      before.blocks.map(({ kind }) => kind),
      ['heading', 'paragraph'],
    );
    assert.deepEqual(after.blocks, parseDocument(applyEdits(text, [edit])).blocks);
    assert.deepEqual(
      after.blocks.map(({ kind }) => kind),
      ['definition'],
    );
  });

  it('parses again all lines up to a blank one, which may become one definition', () => {
    const text = 'x\n===\na\nb\nc]: /url\n\nd\n';
    const edit = { range: range(0, 0, 0, 1), newText: '[foo' };
    const after = updateDocument(parseDocument(text), [edit]);
    assert.deepEqual(
      after.blocks.map(({ start }) => start),
      [0, 6],
    );
  });

  it('finds an instruction region directly below a former fence', () => {
    const text =
      '# A\n\n```\n<instructions>\n# No\n</instructions>\n\n```\n\n<instructions>\n# No\n</instructions>\n';
    const after = updateDocument(parseDocument(text), [{ range: range(2, 0, 2, 3), newText: 'b' }]);
    assert.deepEqual(after.instructions, parseDocument(after.text).instructions);
    assert.deepEqual(after.instructions[0], { start: 3, end: 6 });
  });

  it('does not change the previous document', () => {
    const text = '# A\n\nOne.\n\n## B\n\nTwo.\n';
    const before = parseDocument(text);
    const after = updateDocument(before, [{ range: range(2, 0, 2, 0), newText: 'Zero.\n\n' }]);
    assert.equal(before.sections[0]?.start, 4);
    assert.equal(after.sections[0]?.start, 6);
    assert.deepEqual(before.blocks, parseDocument(text).blocks);
  });

  it('does not parse a part that the edit does not touch', () => {
    const before = parseDocument('# A\n\nOne.\n\n## B\n\nTwo.\n\n## C\n\nThree.\n');
    const after = updateDocument(before, [{ range: range(6, 3, 6, 3), newText: '\n\nAnd a half' }]);
    const shared = before[PARSE].parts.map((part) => after[PARSE].parts.includes(part));
    assert.deepEqual(shared, [true, true, false, true]);
  });

  it('makes instructions visible again when an edit puts them into a fence', () => {
    const text = '# A\n\n- a\n  ``\n\nTea.\n\n<instructions>Say it.</instructions>\n\n## B\n\nTwo.\n';
    const after = updateDocument(parseDocument(text), [{ range: range(3, 4, 3, 4), newText: '`' }]);
    assert.deepEqual(after.instructions, []);
    assert.deepEqual(after.allBlocks.map(shape), parseDocument(after.text).allBlocks.map(shape));
  });

  it('parses a part again that an earlier edit below has changed', () => {
    const text = `# A\n\n${Array.from({ length: 40 }, (_, at) => `## Section ${at}\n\nText.\n`).join('\n')}`;
    const edits = [
      { range: range(8, 0, 8, 0), newText: '````\n' },
      { range: range(61, 0, 61, 0), newText: '# New\n' },
      { range: range(8, 0, 9, 0), newText: '' },
    ];
    const after = updateDocument(parseDocument(text), edits);
    assert.deepEqual(after.blocks, parseDocument(after.text).blocks);
    assert.equal(after.text.split('\n')[60], '# New');
  });

  for (const [name, mark, below] of [
    ['the end of the text', '````', ''],
    ['the end of a text without a last line ending', '````', '## Last\n\nText.'],
    ['a closing line', '~~~~', 'Text.\n\n~~~~~ \n\n## Last\n'],
    ['a closing line, not one with more text', '~~~~', '~~~~ no\n\n~~~~\n\n## Last\n'],
    ['a closing line, not one that is indented too far', '```', '    ```\n\n   ```\n\n## Last\n'],
    ['a closing line, not a shorter one before it', '````', '```\n\n````\n\n## Last\n'],
  ] as const) {
    it(`ends a fence at ${name}`, () => {
      const middle = Array.from({ length: 80 }, (_, at) => `## Section ${at}\n\n\tText.\n`).join('\n');
      const text = `# A\n\n${middle}\n${below}`;
      const before = parseDocument(text);
      const after = updateDocument(before, [{ range: range(8, 0, 8, 0), newText: ` ${mark} sh\n` }]);
      const fresh = parseDocument(after.text);
      assert.deepEqual(after.blocks.map(shape), fresh.blocks.map(shape));
      assert.ok(after.blocks.some(({ language, start, end }) => language === 'sh' && end - start > 200));
    });
  }

  it('continues a fence past a closing line inside instructions', () => {
    const lines = 'Text.\n'.repeat(100);
    // The scanner for instructions and Markdown disagree on which lines are fences.
    const text = `# A\n\n\`\`\`a\`b\n\n\n${lines}\`\`\`\n<instructions>\n~~~\n</instructions>\n\n~~~\n\n# B\n`;
    const after = updateDocument(parseDocument(text), [{ range: range(4, 0, 4, 0), newText: '~~~\n' }]);
    const fresh = parseDocument(after.text);
    assert.deepEqual(after.blocks.map(shape), fresh.blocks.map(shape));
    assert.equal(after.blocks.find(({ kind }) => kind === 'code')?.end, 112);
  });

  it('applies edits in sequence', () => {
    const before = parseDocument('a\nb\n');
    const edits = [
      { range: range(0, 0, 0, 0), newText: 'x\n' },
      { range: range(1, 1, 1, 1), newText: '!' },
    ];
    assert.equal(updateDocument(before, edits).text, 'x\na!\nb\n');
  });
});
