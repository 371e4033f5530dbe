import assert from 'node:assert/strict';
import type { Analysis, Environment } from '../../../src/core/analysis/analyze';
import { analyze, analyzeDocument } from '../../../src/core/analysis/analyze';
import { updateDocument } from '../../../src/core/incremental/update';
import type { TextEdit } from '../../../src/core/text/text';
import { applyEdits, changeBetween } from '../../../src/core/text/text';
import { readRepo } from '../../fixture';
import { templates } from '../../properties/templates';

const TEXT = readRepo('test/workspace/docs/design_docs/0002-flood-alerts.md');
const environment: Environment = { templates, today: '2026-11-22' };

/** The analysis of `after`, computed incrementally from `before`. */
function after(before: Analysis, text: string, next: string): Analysis {
  const edit = changeBetween(text, next);
  return update(before, edit ? [edit] : []);
}

function update(before: Analysis, edits: readonly TextEdit[]): Analysis {
  return analyzeDocument(updateDocument(before.document, edits), environment);
}

describe('an analysis after an edit', () => {
  const before = analyze(TEXT, environment);

  const inserted = (line: number, newText: string): TextEdit => {
    const place = { line, character: 0 };
    return { range: { start: place, end: place }, newText };
  };

  it('names the new lines after an edit above them', () => {
    const text = `${TEXT}\n## Goals\n\nOnce more.\n`;
    const start = analyze(text, environment);
    const isDuplicate = ({ message }: { message: string }): boolean => message.includes('twice');
    assert.match(start.findings.find(isDuplicate)?.message ?? '', /the first is on line \d+/);
    const typed = update(start, [inserted(start.document.sections[0]?.heading.endLine ?? 0, 'Hello.\n\n')]);
    const fresh = analyze(typed.document.text, environment);
    assert.equal(typed.findings.find(isDuplicate)?.message, fresh.findings.find(isDuplicate)?.message);
    assert.notEqual(typed.findings.find(isDuplicate)?.message, start.findings.find(isDuplicate)?.message);
  });

  it('reports a link to a renamed heading, and a heading that now matches the template', () => {
    const text = `${TEXT}\n## Kettles\n\nSee [there](#kettles).\n\n## Goal\n`;
    const start = analyze(text, environment);
    for (const heading of ['## Kettles', '## Goal']) {
      const line = start.document.lines.findIndex((own) => own.text === heading);
      const place = { line, character: heading.length };
      const typed = update(start, [{ range: { start: place, end: place }, newText: 's' }]);
      const fresh = analyze(typed.document.text, environment);
      assert.deepEqual(typed.findings, fresh.findings);
      assert.notDeepEqual(typed.findings, start.findings, heading);
    }
  });

  it('reports the effects of a changed heading, comment and status', () => {
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
    }
  });

  it('is the same after a document is typed letter by letter', () => {
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

  it('reports the new columns after a change of indentation', () => {
    const text = TEXT.replace(
      '## Next Steps',
      '## Next Steps\n\n<instructions>\nNOTE: remove this.\n</instructions>',
    );
    const start = analyze(text, environment);
    const line = start.document.lines.findIndex((own) => own.text === '</instructions>');
    const place = { line, character: 15 };
    const wider = update(start, [{ range: { start: place, end: place }, newText: ' a' }]);
    assert.deepEqual(wider.findings, analyze(wider.document.text, environment).findings);
    assert.notDeepEqual(wider.findings, start.findings);
  });

  it('applies several edits, each to the result of the previous one', () => {
    const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const edits = [
      { range: top, newText: 'x\n\n' },
      { range: { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } }, newText: '' },
    ];
    const text = edits.reduce((current, edit) => applyEdits(current, [edit]), TEXT);
    assert.deepEqual(update(before, edits).findings, analyze(text, environment).findings);
  });
});
