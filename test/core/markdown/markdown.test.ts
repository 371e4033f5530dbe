import assert from 'node:assert/strict';
import type { Block } from '../../../src/core/markdown/markdown';
import { parseBlocks, walkBlocks } from '../../../src/core/markdown/markdown';
import { splitLines } from '../../../src/core/text/text';
import { readRepo } from '../../fixture';

function blocksOf(text: string): Block[] {
  return parseBlocks(splitLines(text).map((line) => line.text));
}

/** Blocks as `kind start-end`, children in brackets. */
function shape(blocks: readonly Block[]): string {
  return blocks
    .map(({ kind, start, end, children }) => {
      const inner = children.length > 0 ? `[${shape(children)}]` : '';
      return `${kind} ${start}-${end}${inner}`;
    })
    .join(', ');
}

describe('parseBlocks', () => {
  for (const [text, expected] of [
    ['', ''],
    ['# A\n\ntext\nmore\n\n---\n', 'heading 0-1, paragraph 2-4, rule 5-6'],
    ['A\n=\n\nB\n---\n', 'heading 0-2, heading 3-5'],
    [
      '- a\n  - b\n\n\ntext',
      'list 0-2[item 0-2[paragraph 0-1, list 1-2[item 1-2[paragraph 1-2]]]], paragraph 4-5',
    ],
    ['> a\n> b\n\n', 'quote 0-2[paragraph 0-2]'],
    ['```js\nx\n```\n', 'code 0-3'],
    ['    x\n    y\n\n', 'code 0-2'],
    ['<!-- a\n\n# b -->\n\n# c', 'html 0-3, heading 4-5'],
    ['<div>\na\n\nb\n', 'html 0-2, paragraph 3-4'],
    ['| a |\n| - |\n| b |\n', 'table 0-3'],
    ['[a]: https://example.org\n', 'definition 0-1'],
    ['> [a]:\n> b\n> "c\n> d"\n\ne', 'quote 0-4[definition 0-4], paragraph 5-6'],
  ] as const) {
    it(JSON.stringify(text), () => assert.equal(shape(blocksOf(text)), expected));
  }

  it('parses heading levels, languages and numbered lists', () => {
    const [heading, code, list] = blocksOf('### A `b` #\n\n~~~ mermaid x\n~~~\n\n3. c\n');
    assert.deepEqual([heading?.level, heading?.content], [3, 'A `b`']);
    assert.equal(code?.language, 'mermaid');
    assert.deepEqual([list?.ordered, list?.children[0]?.ordered], [true, true]);
  });

  it('survives a null character and an unclosed fence', () => {
    assert.equal(shape(blocksOf('a\0b\n\n```\nx')), 'paragraph 0-1, code 2-4');
  });
});

/** The lines whose box is a GFM task, with the column of its mark. */
function tasksOf(text: string): { line: number; mark: string }[] {
  return [...walkBlocks(blocksOf(text))].flatMap(({ box }) =>
    box?.task ? [{ line: box.range.start.line, mark: box.mark }] : [],
  );
}

describe('tasks', () => {
  const source = readRepo('test/core/markdown/tasks.md');
  for (const [name, text] of [
    ['LF', source],
    ['CRLF', source.replaceAll('\n', '\r\n')],
    ['CR and a byte order mark', `\uFEFF${source.replaceAll('\n', '\r')}`],
  ] as const) {
    it(`are the tasks of GFM (${name})`, () => {
      const lines = splitLines(text);
      const expected = lines.flatMap((line, index) => (/\] *\t*yes\b/.test(line.text) ? [index] : []));
      const found = tasksOf(text).map((task) => task.line);
      const show = (numbers: readonly number[]) => numbers.map((line) => `${line + 1}: ${lines[line]?.text}`);
      assert.deepEqual(show(found), show(expected));
    });
  }

  it('have the correct position of their mark', () => {
    for (const block of walkBlocks(blocksOf(source))) {
      if (!block.box) continue;
      const { start, end } = block.box.range;
      const text = source.split('\n')[start.line] ?? '';
      assert.equal(text.slice(start.character, end.character), block.box.mark, text);
      assert.equal(text[start.character - 1], '[', text);
      assert.equal(text[end.character], ']', text);
    }
  });

  it('nest to the depth limit of markdown-it', () => {
    const nested = Array.from({ length: 50 }, (_, depth) => `${'  '.repeat(depth)}- [ ] ${depth}`).join('\n');
    assert.equal(tasksOf(nested).length, 49);
  });

  it('report other marks, which are no tasks', () => {
    const boxes = [...walkBlocks(blocksOf('- [~] a\n- [in-flight] b\n'))].flatMap((block) => block.box ?? []);
    assert.deepEqual(
      boxes.map(({ mark, task, text }) => [mark, task, text]),
      [
        ['~', false, 'a'],
        ['in-flight', false, 'b'],
      ],
    );
  });
});
