import assert from 'node:assert/strict';
import { readTemplate } from '../../../src/core/template/template';
import { say } from '../../../src/core/text/message';
import { DOC, full, POINTER, reasonsOf, resultOf, summaryOf } from './small';

const linkTo = (...anchors: string[]) => anchors.map((anchor) => ({ from: 'docs/b.md', line: 2, anchor }));

describe('finalize', () => {
  it('keeps the header, the summary, and what its links need; sets the status; and says where the rest is', () => {
    const expected = `# Design: Tea

**Status:** Shipped
**Author:** Ida Holm

## Summary

Tea, without waiting. See [why](#risks) and [the book][book].

## Risks

Steam rises.

[book]: https://example.org/tea

${POINTER}`;
    assert.equal(summaryOf(DOC), expected);
    const crlf = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    assert.equal(summaryOf(crlf(DOC)), crlf(expected));
  });

  it('keeps the headings that other documents link to, those above them, and their first paragraphs', () => {
    const text = summaryOf(DOC, { inbound: linkTo('lids', 'goals', 'gone') });
    const headings = text.split('\n').filter((line) => line.startsWith('#'));
    assert.deepEqual(headings, [
      '# Design: Tea',
      '## Summary',
      '## Goals',
      '## Architecture',
      '### Lids',
      '## Risks',
    ]);
    assert.doesNotMatch(text, /Two pots|Of clay|Warm/);
  });

  it('keeps ids, and headings that number the anchors behind them', () => {
    const twins = `${DOC}\n## Notes\n\nFirst.\n\n## Other\n\nText.\n\n<a id="mark"></a>\n## Notes\n\nSecond.\n\nMore <a id="end"></a>.\n`;
    const text = summaryOf(twins, { inbound: linkTo('notes-1', 'mark', 'end') });
    assert.match(text, /## Notes\n\n<a id="mark"><\/a>\n## Notes\n\nSecond\.\n\nMore <a id="end"><\/a>\.\n/);
    assert.doesNotMatch(text, /First|## Other/);
  });

  it('keeps sections that are named, footnotes, and no table of contents', () => {
    const text = DOC.replace('## Summary', '- [Goals](#goals)\n- [Work](#work)\n\n## Summary')
      .replace('without waiting', 'without waiting[^1]')
      .replace('They share a lid.', 'They share a lid.\n\n[^1]: Much of it.');
    const kept = summaryOf(text, { keep: ['architecture'] });
    assert.doesNotMatch(kept, /Goals|Work/);
    assert.match(
      kept,
      /## Architecture\n\nTwo pots\.\n\nThey share a lid\.\n\n\[\^1\]: Much of it\.\n\n### Lids/,
    );
    assert.deepEqual(reasonsOf(text, { keep: ['pots'] }), [
      [undefined, 'There is no section "pots" to keep.'],
    ]);
  });

  it('keeps all lines of the footnotes that are used', () => {
    const used = [
      '[^3]: Three\n    goes on here.',
      '[^1]: One of\nthem.\n\n    With a paragraph.\n\n    - And a list.\n\n\tAnd a tab.',
      '[^4]: Four[^5] lines.',
      '[^5]: Five',
    ];
    const [three = '', one = '', four = '', five = ''] = used;
    const notes = `${three}\n[^2]: Two, which nothing uses.\n${four}\n${five}\n- Not a note.\n\n${one}\n\nNor this.\n\n    Nor that.\n`;
    const text = DOC.replace('without waiting.', 'without waiting.[^1][^3][^4]').replace(
      '- [x] Milestone 1: Boil\n',
      `- [x] Milestone 1: Boil\n\n${notes}`,
    );
    const kept = summaryOf(text);
    for (const note of used) assert.ok(kept.includes(`${note}\n`), `${note}\n---\n${kept}`);
    assert.doesNotMatch(kept, /Two, which|Not a note|Nor th|Boil|## Work/);
  });

  it('changes a summary no more', () => {
    const once = summaryOf(DOC);
    assert.deepEqual(resultOf(once), {
      kind: 'already',
      message: say`Line ${16} says already where the full text is. Nothing was changed.`,
    });
    const short = '# Design: Tea\n\n**Status:** Shipped\n\n## Summary\n\nTea.\n';
    assert.equal(resultOf(short).kind, 'already');
  });

  it('leaves a finished status and front matter as they are', () => {
    const matter = DOC.replace('**Status:** In Progress\n', '').replace(
      '# Design',
      '---\nstatus: shipped # in May\ncreated: 2026-01-02\n---\n\n# Design',
    );
    assert.match(
      summaryOf(matter),
      /^---\nstatus: shipped # in May\ncreated: 2026-01-02\n---\n\n# Design: Tea\n/,
    );
  });

  it('asks which sections stay where the template does not tell', () => {
    const own = readTemplate(
      '# <Title>\n\n**Status:** Proposed | Accepted\n\n## Context\n\nWhy.\n\n## Decision\n\nWhat.\n\n## Consequences\n\nThen.\n',
      'record.md',
    );
    const text =
      '# Pots\n\n**Status:** Accepted\n\n## Context\n\nCold.\n\n## Decision\n\nTwo pots.\n\n## Consequences\n\nMore clay.\n';
    assert.deepEqual(resultOf(text, {}, own), {
      kind: 'choose',
      sections: ['Context', 'Decision', 'Consequences'],
    });
    assert.equal(
      summaryOf(text, { keep: ['Decision'] }, own),
      `# Pots\n\n**Status:** Accepted\n\n<!-- design-docs: template record -->\n\n## Decision\n\nTwo pots.\n\n${POINTER}`,
    );
  });

  it('quotes a path for the shell', () => {
    const path = "docs/a b's `c`.md";
    assert.match(
      summaryOf(DOC, { full: { ...full, path } }),
      /`` git show 'a1b2c3d4e5f6:docs\/a b'\\''s `c`\.md' ``\n$/,
    );
    const broken = { ...full, path: 'a\nb.md' };
    assert.deepEqual(reasonsOf(DOC, { full: broken }), [
      [undefined, 'The path of the document cannot be written into a command.'],
    ]);
  });
});
