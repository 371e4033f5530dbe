import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { parseDocument } from '../../src/core/document/document';
import { inlineSpans } from '../../src/core/markdown/inline';
import { walkBlocks } from '../../src/core/markdown/markdown';
import { tickEdits } from '../../src/core/planEdits/tick';
import type { TextEdit } from '../../src/core/text/text';
import { applyEdits, changeBetween, range, splitLines } from '../../src/core/text/text';
import { anyString } from '../random';
import { noise, saved } from './generators';

const anyText = fc.oneof(
  noise,
  saved.map(({ text }) => text),
  anyString(),
);

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

describe('lines', () => {
  it('add up to the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const joined = splitLines(text)
          .map((line) => line.text + line.end)
          .join('');
        assert.equal(joined, text.replace(/^\uFEFF/, ''));
      }),
    );
  });
});

describe('edits', () => {
  it('between two texts turn one into the other', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.boolean(), (before, other, alike) => {
        const after = alike ? before.replace(/a|\n/, other.slice(0, 3)) : other;
        if (after.startsWith('\uFEFF') !== before.startsWith('\uFEFF')) return;
        const edit = changeBetween(before, after);
        assert.equal(edit ? applyEdits(before, [edit]) : before, after);
        assert.equal(edit === undefined, before === after);
      }),
    );
  });

  it('at one position stay in the given order, with any edits between them', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.tuple(fc.nat(), fc.string({ maxLength: 3 }))), (text, inserts) => {
        const lines = splitLines(text);
        const edits = inserts.map(([seed, newText]): TextEdit => {
          const line = seed % lines.length;
          const column = seed % ((lines[line]?.text.length ?? 0) + 1);
          return { range: range(line, column, line, column), newText };
        });
        const key = ({ range: { start } }: TextEdit) => start.line * 1e6 + start.character;
        const sorted = [...edits].sort((a, b) => key(a) - key(b));
        assert.equal(applyEdits(text, edits), applyEdits(text, sorted));
      }),
    );
  });
});

describe('ticking', () => {
  it('twice is the identity, and changes one character', () => {
    fc.assert(
      fc.property(saved, ({ text }) => {
        const document = parseDocument(text);
        for (const { box } of walkBlocks(document.blocks)) {
          if (!box?.task || box.mark === 'X' || box.mark === '\t') continue;
          const { line } = box.range.start;
          const done = box.mark === 'x';
          const edits = tickEdits(document, line, !done);
          assert.ok(edits, `line ${line}`);
          assert.deepEqual(tickEdits(document, line, done), []);
          const ticked = applyEdits(text, edits);
          const at = firstDifference(text, ticked);
          assert.equal(ticked, text.slice(0, at) + (done ? ' ' : 'x') + text.slice(at + 1));
          const back = tickEdits(parseDocument(ticked), line, done);
          assert.ok(back);
          assert.equal(applyEdits(ticked, back), text);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('inline spans', () => {
  const markdown = new MarkdownIt({ html: true });
  const paragraph = fc
    .array(
      fc.constantFrom(
        ...[
          '`',
          '``',
          '```',
          '\\',
          '<',
          '>',
          '<b>',
          '</b>',
          '<br/>',
          '<a href="x">',
          "<a b='`'>",
          '<i\nc>',
          '< d>',
        ],
        ...[
          '<!-- e -->',
          '<!-->',
          '<!--->',
          '<!-- ` -->',
          '<https://example.org>',
          '<me@example.org>',
          '<f:g>',
        ],
        ...['a', 'b', ' ', '\n', '"', "'", '=', '/', '*', '_', '&lt;'],
      ),
      { maxLength: 25 },
    )
    .map((parts) => parts.join('').replace(/\n\s*/g, '\n').trim());

  it('are those of markdown-it', () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        const counts = { code: 0, html: 0, autolink: 0 };
        for (const token of markdown.parseInline(text, {})[0]?.children ?? []) {
          if (token.type === 'code_inline') counts.code++;
          if (token.type === 'html_inline') counts.html++;
          if (token.type === 'link_open' && token.markup === 'autolink') counts.autolink++;
        }
        const own = { code: 0, html: 0, autolink: 0 };
        for (const { kind } of inlineSpans(text)) own[kind === 'tag' || kind === 'comment' ? 'html' : kind]++;
        assert.deepEqual(own, counts);
      }),
      { numRuns: 2000 },
    );
  });
});
