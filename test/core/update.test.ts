import assert from 'node:assert/strict';
import type { Analysis, Environment } from '../../src/core/analysis';
import { analyze, analyzeDocument } from '../../src/core/analysis';
import { updateDocument } from '../../src/core/document/incremental';
import type { TextEdit } from '../../src/core/text/text';
import { applyEdits, changeBetween } from '../../src/core/text/text';
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

  const inserted = (line: number, newText: string): TextEdit => {
    const place = { line, character: 0 };
    return { range: { start: place, end: place }, newText };
  };

  it('moves reports and plan with the lines above them, and makes neither anew', () => {
    const text = TEXT.replace('## Summary', '## Foreword\n\nA word.\n\n## Empty\n\n## Summary');
    const start = analyze(text, environment);
    assert.ok(start.reports.length > 1 && start.plan.milestones.length > 0);
    const line = start.document.lines.findIndex((own) => own.text === 'A word.');
    const typed = update(start, [inserted(line, 'Another.\n')]);
    const fresh = analyze(typed.document.text, environment);
    assert.deepEqual(
      typed.reports,
      fresh.findings.map(({ fixes: _, ...report }) => report),
    );
    assert.deepEqual(typed.plan, fresh.plan);
    assert.deepEqual(typed.next, fresh.next);
    assert.notEqual(typed.reports, start.reports);
    // What stands above is the very same; what stands below has moved.
    const first = start.reports.findIndex(({ range }) => range.start.line > line);
    for (const [at, report] of start.reports.entries()) {
      if (at < first) assert.equal(typed.reports[at], report);
      else assert.equal(typed.reports[at]?.range.start.line, report.range.start.line + 1);
    }
  });

  it('names the lines as they stand after lines above them have moved', () => {
    const text = `${TEXT}\n## Goals\n\nOnce more.\n`;
    const start = analyze(text, environment);
    const told = ({ message }: { message: string }): boolean => message.includes('twice');
    assert.match(start.reports.find(told)?.message ?? '', /the first is on line \d+/);
    const typed = update(start, [inserted(start.document.sections[0]?.heading.endLine ?? 0, 'Hello.\n\n')]);
    const fresh = analyze(typed.document.text, environment);
    assert.equal(typed.reports.find(told)?.message, fresh.reports.find(told)?.message);
    assert.notEqual(typed.reports.find(told)?.message, start.reports.find(told)?.message);
  });

  it('reports the very same list where a heading is reworded that nobody knows', () => {
    const text = `${TEXT}\n## Kettles\n\nOf tea.\n`;
    const start = analyze(text, environment);
    const line = start.document.lines.findIndex((own) => own.text === '## Kettles');
    const letter = (newText: string) => ({
      ...inserted(line, newText),
      range: { start: { line, character: 10 }, end: { line, character: 10 } },
    });
    assert.equal(update(start, [letter('z')]).reports, start.reports);
  });

  it('reports the link to a heading that is reworded, and the heading that becomes one of the template', () => {
    const text = `${TEXT}\n## Kettles\n\nSee [there](#kettles).\n\n## Goal\n`;
    const start = analyze(text, environment);
    for (const heading of ['## Kettles', '## Goal']) {
      const line = start.document.lines.findIndex((own) => own.text === heading);
      const place = { line, character: heading.length };
      const typed = update(start, [{ range: { start: place, end: place }, newText: 's' }]);
      const fresh = analyze(typed.document.text, environment);
      assert.deepEqual(typed.reports, fresh.reports);
      assert.notDeepEqual(typed.reports, start.reports, heading);
    }
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
