/** Renames of headings in random documents: every link leads where it led, and nothing else changes. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from '../../src/core/document/document';
import { anchorLine, anchorsOf, resolvedAnchors } from '../../src/core/document/links/anchors';
import { renamedLinks } from '../../src/core/edits/renamedAnchors';
import { renameHeading } from '../../src/core/edits/renameHeading';
import { applyEdits } from '../../src/core/text/text';

const name = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'Step',
      'Step 1',
      'Step-1',
      'Tea',
      'Tea pot',
      'Über *uns*',
      '`a` b_c',
      'Tea & pot',
      '設計',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'a -- b',
      '[Tea](x.md)',
      '!',
      '# x',
      '- x',
      '<b>x</b>',
      '&amp;',
      ':tea: x',
      'x {#y}',
      '😀',
      'x ##',
    ),
  },
);

interface Case {
  readonly text: string;
  readonly at: number;
  readonly wanted: string;
}

/** A document with links to all of its headings by all names, and a new name for one of them. */
const renaming = fc
  .record({
    names: fc.array(fc.tuple(name, fc.boolean()), { minLength: 1, maxLength: 6 }),
    at: fc.nat(),
    wanted: name,
    ending: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ names, at, wanted, ending }): Case => {
    const headings = names.flatMap(([own, underlined]) =>
      underlined ? [own, '---', ''] : [`## ${own}`, ''],
    );
    const body = ['# Title', '', ...headings].join('\n');
    const anchors = [...anchorsOf(parseDocument(body)).lines.keys()];
    const links = anchors.map((anchor) => `[x](#${encodeURIComponent(anchor)}) `).join('');
    const { sections } = parseDocument(body);
    const line = sections[at % Math.max(1, sections.length)]?.heading.line ?? 0;
    return { text: `${body}\nSee: ${links}\n`.replaceAll('\n', ending), at: line, wanted };
  });

describe('renaming headings of random documents', () => {
  it('keeps where every link leads, and every other line', () => {
    let renamedCount = 0;
    fc.assert(
      fc.property(renaming, ({ text, at, wanted }) => {
        const document = parseDocument(text);
        const rename = renameHeading(document, 'a.md', { line: at, character: 0 }, wanted);
        if ('refused' in rename) return;
        renamedCount++;
        const after = parseDocument(applyEdits(text, rename.edits));
        const lines = ({ line }: { readonly line: number }): number => line;
        assert.deepEqual(resolvedAnchors(after).map(lines), resolvedAnchors(document).map(lines));
        const see = document.lines.findIndex((line) => line.text.startsWith('See: '));
        for (const [index, line] of document.lines.entries())
          if (index !== at && index !== see) assert.deepEqual(after.lines[index], line);
        const inbound = document.lines[see]?.text.replaceAll('(#', '(b/a.md#') ?? '';
        const moved = parseDocument(
          applyEdits(inbound, renamedLinks(inbound, 'c.md', { ...rename, path: 'b/a.md' })),
        );
        const found = moved.text
          .match(/#[^)]+/g)
          ?.map((link) => anchorLine(anchorsOf(after), decodeURIComponent(link.slice(1))));
        const expected = inbound
          .match(/#[^)]+/g)
          ?.map((link) => anchorLine(anchorsOf(document), decodeURIComponent(link.slice(1))));
        assert.deepEqual(found, expected);
      }),
      { numRuns: 2000 },
    );
    assert.ok(renamedCount > 500, `only ${renamedCount} were renamed`);
  });
});
