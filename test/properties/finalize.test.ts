/** A summary breaks no link of other documents, keeps what it says it keeps, and is made once. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../src/core/analysis/analyze';
import { parseDocument } from '../../src/core/document/document';
import { anchorLine, anchorsOf } from '../../src/core/document/links/anchors';
import { readLinks } from '../../src/core/document/links/links';
import { finalize } from '../../src/core/finalize/finalize';
import { readTemplate } from '../../src/core/template/template';

const TEMPLATES = [
  '# Design: <Name>\n\n**Status:** Draft | Shipped\n\n## Summary (Required)\n\nSay it.\n\n## Goals (Required)\n\nSay them.\n',
  '- Status: Draft | Shipped\n\n# Goals (required)\n\nSay them.\n\n# Notes (optional)\n',
].map((text, at) => readTemplate(text, `t${at}.md`));

const name = fc.constantFrom(
  'Goals',
  'Notes',
  'Notes-1',
  'Notes 1',
  'Tea',
  '`Tea`',
  'Über uns',
  'A / B',
  'A  B',
);
const heading = fc.tuple(fc.constantFrom('#', '##', '###'), name).map(([level, text]) => `${level} ${text}`);
const block = fc.oneof(
  heading,
  name.map((text) => `${text}\n---`),
  fc.constantFrom(
    'Text.',
    '- Item <a id="item"></a>\n- Item',
    '<a id="over"></a>',
    '<div id="box">\n\n# In it\n\n</div>',
    '> ## Quoted',
    '```\n# Code\n```',
    'See [a](#notes), [b][r] and [c](#tea-1).',
    'See [d][two\nlines].',
    '[r]: #goals',
    '[two lines]: #über-uns',
    'Note[^1].',
    '[^1]: See [e](#quoted).',
    '| a |\n| - |\n| <a id="cell"></a> |',
  ),
);
const document = fc
  .tuple(
    fc.constantFrom(
      '# Design: Tea\n\n**Status:** Shipped',
      '- Status: Shipped',
      '# Tea\n\n- Status: Shipped',
    ),
    fc.array(block, { maxLength: 14 }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([head, blocks, ending]) =>
    [head, '## Summary\n\nTea.', '## Goals\n\nWarm.', ...blocks, ''].join('\n\n').replaceAll('\n', ending),
  );
const full = { kind: 'known', commit: 'a1b2c3d4e5f60718', path: 'a.md' } as const;

describe('a summary', () => {
  it('has every heading and id that others link to, and every link of its lines', () => {
    let made = 0;
    fc.assert(
      fc.property(
        document,
        fc.constantFrom(...TEMPLATES),
        fc.infiniteStream(fc.boolean()),
        (text, template, picks) => {
          const environment = { templates: [template], template, today: '2026-11-22' };
          const before = anchorsOf(parseDocument(text));
          const anchors = before.names.filter(() => picks.next().value === true);
          const inbound = anchors.map((anchor) => ({ from: 'b.md', line: 0, anchor }));
          const result = finalize(analyze(text, environment), { full, inbound });
          if (result.kind !== 'summary') return;
          made++;
          const after = parseDocument(result.text);
          const old = text.split(/\r?\n/);
          for (const anchor of anchors) {
            const line = anchorLine(anchorsOf(after), anchor);
            assert.equal(after.lineAt(line ?? -1)?.text, old[anchorLine(before, anchor) ?? -1], anchor);
          }
          for (const { target } of readLinks(after)) {
            const anchor = decodeURIComponent(target.slice(1));
            if (anchorLine(before, anchor) === undefined) continue;
            assert.notEqual(anchorLine(anchorsOf(after), anchor), undefined, target);
          }
          const added = after.lines.filter((line) => line.text !== '' && !old.includes(line.text));
          assert.ok(
            added.every((line) => /^Full text: |^<!-- design-docs: template/.test(line.text)),
            result.text,
          );
          const again = finalize(analyze(result.text, environment), { full, inbound });
          assert.equal(again.kind, 'already');
        },
      ),
    );
    assert.ok(made > 20, `${made} summaries`);
  });
});
