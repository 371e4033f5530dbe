import assert from 'node:assert/strict';
import type { Analysis } from '../../../src/core/analysis/analyze';
import { analyze } from '../../../src/core/analysis/analyze';
import type { WorkItem } from '../../../src/core/features/worklist';
import { worklist } from '../../../src/core/features/worklist';
import { fixesAgain } from '../../../src/core/fix/again';
import { isBlocking } from '../../../src/core/review/findingBoxes';
import { readiness } from '../../../src/core/review/readiness';
import { readTemplate } from '../../../src/core/template/template';
import { applyEdits } from '../../../src/core/text/text';
import { ENGLISH } from '../review/templates';

const analysisOf = (text: string): Analysis =>
  analyze(text, { templates: [readTemplate(ENGLISH.template, 'small.md')], today: '2026-11-22' });
const BROKEN = ENGLISH.document
  .replace('## Out of Scope\n\n- Forecasts.\n\n', '')
  .replace('Unit tests of the clock.', 'Unit tests of <some part>.')
  .replace('- Buy a clock.', '- Buy a clock.\n- Buy a bell.\n- Buy a rope.\n- Buy a boat.');

const shown = ({ message, section, isOpen }: WorkItem): string =>
  `${section}${isOpen ? ' (to be written)' : ''}: ${String(message).split(':', 1)[0]}`;

describe('the worklist of a document', () => {
  it('of a complete draft is empty, but for the questions that a person answers', () => {
    const { review, findings } = worklist(analysisOf(ENGLISH.document));
    assert.deepEqual(review, { items: [], total: 0, questions: 1, asksGit: false });
    assert.deepEqual(findings, { items: [], total: 0 });
  });

  it('has what blocks the review of a draft, and every other finding once', () => {
    const analysis = analysisOf(BROKEN);
    const { review, findings } = worklist(analysis);
    assert.deepEqual(review?.items.map(shown), [
      'undefined: Missing section "Out of Scope"',
      'Test Strategy (to be written): Placeholder left over',
    ]);
    assert.equal(review?.total, readiness(analysis).reasons.length);
    assert.ok(findings.items.length > 0, 'there are findings that do not block');
    const listed = [...(review?.items ?? []), ...findings.items].map(({ finding }) => finding);
    assert.deepEqual(new Set(listed), new Set(analysis.findings));
    assert.equal(listed.length, analysis.findings.length);
  });

  it('of a document in progress has its findings only, the gravest first', () => {
    const { review, findings } = worklist(analysisOf(BROKEN.replace('Draft', 'In Review')));
    assert.ok(review, 'a document in review is a draft still');
    const started = worklist(analysisOf(BROKEN.replace('Draft', 'In Progress')));
    assert.equal(started.review, undefined);
    assert.ok(started.findings.total > findings.total);
    const blocking = started.findings.items.map(
      ({ finding }) => finding !== undefined && isBlocking(finding),
    );
    assert.deepEqual(blocking, [...blocking].sort().reverse());
  });

  it('of a settled document has faults only', () => {
    const listed = (status: string, level: 'hint' | 'warning'): number => {
      const text = `${ENGLISH.document}\n[Plan](#nowhere)\n`.replace('Draft', status).replace('[ ]', '[x]');
      const levels = { 'broken-link': level };
      const templates = [readTemplate(ENGLISH.template, 'small.md')];
      return worklist(analyze(text, { templates, today: '2026-11-22', levels })).findings.total;
    };
    assert.equal(listed('Done', 'warning'), 1);
    assert.equal(listed('Done', 'hint'), 0);
    assert.equal(listed('In Progress', 'hint'), 1);
  });

  it('leaves to the rows of the plan what contradicts it', () => {
    const analysis = analysisOf(ENGLISH.document.replace('[ ]', '[x]'));
    assert.deepEqual(
      analysis.findings.map(({ rule }) => rule),
      ['status-drift'],
    );
    const { review, findings } = worklist(analysis);
    assert.deepEqual([review?.total, findings.total], [0, 0]);
  });

  it('is cut, and says how long it is', () => {
    const lines = Array.from({ length: 70 }, (_, at) => `\n- Ask <person ${at}>\n`).join('');
    const { review } = worklist(analysisOf(BROKEN.replace('- Buy a clock.', lines)));
    assert.equal(review?.items.length, 50);
    assert.ok(review.total >= 70);
  });

  it('keeps the ids of its items when lines are inserted above, and gives no id twice', () => {
    const ids = (text: string): readonly string[] => {
      const { review, findings } = worklist(analysisOf(text));
      return [...(review?.items ?? []), ...findings.items].map(({ id }) => id);
    };
    const twice = BROKEN.replace('of <some part>.', 'of <some part>.\n- Tests of <some part>.');
    assert.deepEqual(ids(twice.replace('## Goals', 'A clock.\n\n## Goals')), ids(twice));
    assert.equal(new Set(ids(twice)).size, ids(twice).length);
  });

  it('has findings whose fixes are found again after another edit', () => {
    const before = analysisOf(BROKEN);
    const missing = worklist(before).review?.items[0]?.finding;
    assert.ok(missing);
    const text = BROKEN.replace('# Note: Clock', '# Note: Clock\n\nA clock.');
    const [fix] = fixesAgain(analysisOf(text), missing);
    assert.match(applyEdits(text, fix?.edits ?? []), /## Out of Scope/);
    assert.deepEqual(fixesAgain(analysisOf(ENGLISH.document), missing), []);
  });
});
