/** What else reads a document knows comments: reviews, summaries, fixes, and what a template passes on. */

import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import { addComment, resolveComment } from '../../../src/core/comments/change';
import { commentLine } from '../../../src/core/comments/describe';
import { readComments } from '../../../src/core/comments/read';
import { parseDocument } from '../../../src/core/document/document';
import { headerKeys } from '../../../src/core/document/fields/unreadFields';
import { fixText } from '../../../src/core/fix/fixText';
import { isRefused } from '../../../src/core/plan/change';
import { goalOfStep, moveTask } from '../../../src/core/planEdits/move';
import { markReady, stripForReview } from '../../../src/core/review/markReady';
import { readiness } from '../../../src/core/review/readiness';
import { scaffold } from '../../../src/core/scaffold/scaffold';
import { statusOf } from '../../../src/core/status/stage';
import { readTemplate } from '../../../src/core/template/template';
import { applyEdits } from '../../../src/core/text/text';
import { DOC, reasonsOf, summaryOf } from '../finalize/small';
import { ENGLISH } from '../review/templates';

const template = readTemplate(ENGLISH.template, 'small.md');
const environment = { templates: [template], today: '2026-11-22' };
const NEW = { today: '2026-11-22', title: 'Tea' };
const SHORT = '<!-- design-docs: comment Why? -->';

function commented(text: string, words: string, said = 'Why ten seconds?'): { text: string; id: string } {
  const line = text.split('\n').findIndex((own) => own.includes(words));
  const change = addComment(parseDocument(text), line, { author: 'Eve', date: '2026-11-29', text: said });
  if (isRefused(change)) return assert.fail(String(change.refused));
  return { text: applyEdits(text, change.edits), id: change.id };
}

function resolved(text: string, id: string, said?: string): string {
  const change = resolveComment(
    parseDocument(text),
    id,
    said === undefined ? {} : { author: 'Ida', text: said },
  );
  if (isRefused(change)) return assert.fail(String(change.refused));
  return applyEdits(text, change.edits);
}

describe('around comments', () => {
  const first = '## ';

  it('none is put where a renderer shows it, as in code below instructions', () => {
    const text = '# T\n\n- [ ] a\n\n<instructions>\nx\n</instructions>\n\n    - [ ] b\n\nc\n';
    const said = { author: 'Eve', date: '2026-11-29', text: 'Why?' };
    const change = addComment(parseDocument(text), text.split('\n').indexOf('    - [ ] b'), said);
    assert.match(isRefused(change) ? String(change.refused) : '', /without a change of what Markdown makes/);
    assert.ok(!isRefused(addComment(parseDocument(text), text.split('\n').indexOf('c'), said)));
  });

  it('a draft with an open comment is not ready, and one with resolved ones is', () => {
    const { text, id } = commented(ENGLISH.document, first);
    const boxOf = (own: string) =>
      readiness(analyze(own, environment)).boxes.find((box) => box.id === 'comments');
    assert.equal(boxOf(ENGLISH.document), undefined);
    assert.deepEqual(
      boxOf(text)?.places.map(({ message, range }) => [String(message), range.start.line]),
      [
        [
          'The comment of Eve is open: "Why ten seconds?".',
          text.split('\n').indexOf('<!-- design-docs: comment'),
        ],
      ],
    );
    assert.equal(readiness(analyze(text, environment)).ready, false);
    assert.equal(markReady(stripForReview(analyze(text, environment))), undefined);
    const done = resolved(text, id);
    assert.equal(boxOf(done)?.state, 'met');
    assert.equal(readiness(analyze(done, environment)).ready, true);
    const [comment] = readComments(parseDocument(done));
    assert.match(comment ? commentLine(comment) : '', /\(resolved, the block unchanged\)$/);
    const [answered] = readComments(parseDocument(resolved(text, id, 'Yes.')));
    assert.match(answered ? commentLine(answered) : '', /\(one reply\)$/);
  });

  it('the author of a comment is not that of the document, also in a list of fields', () => {
    const fields = '# Design: Kettle\n\n- Created: 2026-01-01\n\n## Summary\n\nIt boils.\n';
    const { text } = commented(fields, 'Created');
    assert.match(text, /^ {2}author: Eve$/m);
    assert.ok(!headerKeys(parseDocument(text)).has('author'));
    assert.ok(headerKeys(parseDocument(text)).has('created'));
  });

  it('a comment between a field and its value does not hide the value', () => {
    const field = '# Idea: Tea\n\n**Status:**\n\nDone\n\n## Story\n\nIt boils.\n';
    const { text } = commented(field, 'Status');
    assert.equal(statusOf(parseDocument(text), template), 'Done');
    assert.equal(statusOf(parseDocument(field), template), 'Done');
  });

  it('moving a step keeps its comment, or is refused, however the list is indented', () => {
    const list =
      '# Design: Tea\n\n## Implementation Plan\n\n1)\t[ ] boil\n   and more\n   -\t[ ] boil\n     - a note\n     -\t[ ] boil\nand lazy\n\n   -\t[ ] boil\n';
    const { text, id } = commented(list, 'and more');
    const analysis = analyze(text, environment);
    const [{ line } = { line: -1 }] = analysis.plan.milestones;
    const goal = goalOfStep(analysis, line, 1);
    assert.ok(goal);
    const moved = moveTask(analysis, line, goal);
    const after = isRefused(moved) ? text : applyEdits(text, moved.edits);
    assert.deepEqual(
      readComments(parseDocument(after)).map((comment) => comment.id),
      [id],
    );
  });

  it('a document in progress lists its open comments among what is in the way', () => {
    const started = ENGLISH.document.replace('Draft', 'In Progress');
    assert.notEqual(started, ENGLISH.document);
    const { text, id } = commented(started, first);
    const reasons = (own: string): string[] =>
      readiness(analyze(own, environment)).reasons.map(({ message }) => String(message));
    const before = reasons(started);
    assert.deepEqual(
      reasons(text).filter((message) => !before.includes(message)),
      ['The comment of Eve is open: "Why ten seconds?".'],
    );
    assert.deepEqual(reasons(resolved(text, id)), before);
  });

  it('a document with an open comment does not become its summary', () => {
    const { text, id } = commented(DOC, 'They share');
    assert.deepEqual(reasonsOf(text), [
      [
        text.split('\n').indexOf('<!-- design-docs: comment'),
        'The comment of Eve is open: "Why ten seconds?". Resolve it first.',
      ],
    ]);
    assert.equal(summaryOf(resolved(text, id)), summaryOf(DOC));
  });

  it('instructions with a comment in them stay, also when a draft is marked', () => {
    const region = `<instructions>\nOMIT it.\n</instructions>\n\n`;
    const text = ENGLISH.document.replace(first, `${region}${first}`);
    assert.equal(fixText(text, environment).text, ENGLISH.document);
    const kept = text.replace('OMIT it.', `OMIT it.\n${SHORT}`);
    assert.equal(fixText(kept, environment).text, kept);
    assert.equal(markReady(stripForReview(analyze(kept, environment))), undefined);
  });

  it('a comment suppresses no rule, and is no header', () => {
    const bad = ENGLISH.document.replace(/\n\*\*Status.*\n/, '\n');
    const { findings } = analyze(bad, environment);
    for (const said of ['<!-- design-docs: disable all', '**Status:** Draft']) {
      const { text } = commented(bad, '# ', said);
      assert.deepEqual(
        analyze(text, environment).findings.map(({ message }) => message),
        findings.map(({ message }) => message),
      );
    }
  });

  it('a comment on a template is not copied into new documents, and marks no section', () => {
    const list = ENGLISH.template.replace(/^- (.*)\n/m, `- $1\n  ${SHORT}\n- two\n`);
    const plain = ENGLISH.template.replace(/^- (.*)\n/m, '- $1\n- two\n');
    assert.notEqual(list, plain);
    const said = list.replace(/^## /m, '<!-- design-docs: comment optional -->\n## ');
    const own = readTemplate(said, 'small.md');
    assert.equal(scaffold(own, NEW).text, scaffold(readTemplate(plain, 'small.md'), NEW).text);
    assert.deepEqual(
      own.specs.map(({ requirement }) => requirement.kind),
      template.specs.map(({ requirement }) => requirement.kind),
    );
  });
});
