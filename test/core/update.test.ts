import assert from 'node:assert/strict';
import type { Analysis, Environment } from '../../src/core/analysis';
import { analyze, analyzeDocument } from '../../src/core/analysis';
import { updateDocument } from '../../src/core/incremental';
import type { TextEdit } from '../../src/core/text';
import { applyEdits, changeBetween } from '../../src/core/text';
import { readRepo } from '../fixture';
import { templates } from '../properties/templates';

const TEXT = readRepo('test/workspace/docs/design_docs/0002-flood-alerts.md');
const environment: Environment = { templates, today: '2026-11-22' };

/** The analysis after one text became another. */
function after(before: Analysis, text: string, next: string): Analysis {
  const edit = changeBetween(text, next);
  return update(before, edit ? [edit] : []);
}

function update(before: Analysis, edits: readonly TextEdit[]): Analysis {
  return analyzeDocument(updateDocument(before.document, edits), environment, before);
}

describe('an analysis after an edit', () => {
  const before = analyze(TEXT, environment);

  it('reports the very same list where nothing changed in it, and moves no old text', () => {
    const { document } = before;
    const paragraph = document.blocks.findLast(
      ({ kind, start }) =>
        kind === 'paragraph' && !before.basis.plan.some((plan) => start >= plan.start && start < plan.end),
    );
    assert.ok(paragraph);
    const place = { line: paragraph.start, character: 3 };
    const typed = update(before, [{ range: { start: place, end: place }, newText: 'zz' }]);
    assert.equal(typed.reports, before.reports);
    assert.equal(typed.plan, before.plan);
    assert.deepEqual(typed.findings, analyze(typed.document.text, environment).findings);
  });

  it('reports what a heading, a comment and a status change', () => {
    const changes: readonly [string | RegExp, string][] = [
      [/^## Summary$/m, '## Sumary'],
      [/^\*\*Status:\*\* .*$/m, '**Status:** Implemented'],
      [/^(## Summary\n\n)[^#]*?(?=\n## )/m, '$1<!-- to come -->\n'],
      [/$/, '\n<!-- design-docs: disable all -->\n'],
    ];
    for (const [pattern, text] of changes) {
      const next = TEXT.replace(pattern, text);
      assert.notEqual(next, TEXT);
      const fresh = analyze(next, environment);
      const updated = after(before, TEXT, next);
      assert.deepEqual(updated.findings, fresh.findings);
      assert.deepEqual(updated.reports, fresh.findings);
    }
  });

  it('is the same after a document is typed in, letter by letter', () => {
    let typed = analyze('', environment);
    let line = 0;
    let character = 0;
    for (const [count, letter] of [...TEXT.slice(0, 2500)].entries()) {
      const place = { line, character };
      typed = update(typed, [{ range: { start: place, end: place }, newText: letter }]);
      line += letter === '\n' ? 1 : 0;
      character = letter === '\n' ? 0 : character + letter.length;
      if (count % 100 !== 0) continue;
      const fresh = analyze(typed.document.text, environment);
      assert.deepEqual(typed.findings, fresh.findings);
      assert.deepEqual(typed.plan, fresh.plan);
    }
    assert.equal(typed.document.text, TEXT.slice(0, 2500));
  });

  it('reports the columns of a text of which only the indent changed', () => {
    const text = TEXT.replace(
      '## Next Steps',
      '## Next Steps\n\n<instructions>\nNOTE: remove this.\n</instructions>',
    );
    const start = analyze(text, environment);
    const line = start.document.lines.findIndex((own) => own.text === '</instructions>');
    const place = { line, character: 15 };
    const wider = update(start, [{ range: { start: place, end: place }, newText: ' a' }]);
    assert.deepEqual(wider.reports, analyze(wider.document.text, environment).findings);
    assert.notDeepEqual(wider.reports, start.reports);
  });

  it('is worked out anew when what surrounds it is another', () => {
    const other = { ...environment, levels: { 'missing-section': 'off' } as const };
    const next = analyzeDocument(before.document, other, before);
    assert.deepEqual(next.findings, analyze(TEXT, other).findings);
  });

  it('takes several edits, each on the text that the one before it leaves', () => {
    const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const edits = [
      { range: top, newText: 'x\n\n' },
      { range: { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } }, newText: '' },
    ];
    const text = edits.reduce((current, edit) => applyEdits(current, [edit]), TEXT);
    assert.deepEqual(update(before, edits).findings, analyze(text, environment).findings);
  });
});
