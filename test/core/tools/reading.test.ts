import assert from 'node:assert/strict';
import type { FileState } from '../../../src/core/plan/fileState';
import { tools } from '../../../src/core/tools/index';
import { aboutNow, COMMIT, call, DOCUMENT, now, ROOT, storeOf } from './memoryStore';

const DONE = DOCUMENT.replaceAll('[ ]', '[x]').replace('Draft', 'Implemented');
const STARTED = DOCUMENT.replace('Draft', 'In Progress');

describe('tools', () => {
  it('have a name of verb and noun, a title, a description and a confirmation', () => {
    for (const { name, title, description, input, confirm } of tools) {
      assert.match(name, /^[a-z]+(?:_[a-z]+)+$/);
      assert.ok(String(title).length < 40 && description.length > 60, name);
      const given: Record<string, unknown> = {
        path: 'a.md',
        version: '0',
        line: 7,
        title: 'T',
        id: 'ab',
        text: 'Done',
        author: 'A',
      };
      const taken = Object.fromEntries(
        Object.keys(input.properties).flatMap((key) => (key in given ? [[key, given[key]]] : [])),
      );
      assert.match(String(confirm(taken)), /\.$/, name);
    }
  });

  it('are listed with reading ones first', () => {
    const writing = tools.map(({ writes }) => writes);
    assert.deepEqual(writing, [...writing].sort());
  });
});

describe('list_docs', () => {
  it('gives the stage and the progress of each document', async () => {
    const answer = await call<{ documents: object[] }>(
      storeOf({ 'a.md': DOCUMENT, 'b.md': DONE }),
      'list_docs',
    );
    const expected = (path: string, stage: string, done: number) => ({
      path,
      title: 'Design: Kettle',
      stage,
      template: 'tea',
      templatePath: null,
      planFormat: null,
      done,
      total: 4,
      warnings: 0,
    });
    assert.deepEqual(answer, {
      roots: [ROOT],
      documents: [expected('a.md', 'draft', 0), expected('b.md', 'finished', 4)],
      leftOut: 0,
      nextCursor: null,
    });
  });
});

describe('check_doc', () => {
  it('gives findings with lines from 1, and the version of the text', async () => {
    const store = storeOf({ 'a.md': DOCUMENT.replace('It boils.\n', '') });
    assert.deepEqual(await call(store, 'check_doc', { path: 'a.md' }), {
      ...(await aboutNow(store, 'a.md')),
      template: 'tea',
      templatePath: null,
      stage: 'draft',
      findings: [
        {
          rule: 'empty-section',
          severity: 'warning',
          message: 'Section "Summary" is empty: expected text, a list or sub-sections, found none.',
          line: 5,
          column: 4,
          endLine: 5,
          endColumn: 11,
          fixable: false,
        },
      ],
      leftOut: 0,
      nextCursor: null,
    });
  });

  it('refuses a document that the store does not have', async () => {
    await assert.rejects(call(storeOf({}), 'check_doc', { path: 'a.md' }), /There is no document "a\.md"/);
  });
});

interface PlanAnswer {
  readonly milestones: readonly { title: string; line: number; steps: readonly { line: number }[] }[];
  readonly leftOut: number;
}

describe('read_plan', () => {
  it('gives milestones and steps', async () => {
    const answer = await call<PlanAnswer>(storeOf({ 'a.md': DOCUMENT }), 'read_plan', { path: 'a.md' });
    const keys = [
      'version',
      'path',
      'root',
      'branch',
      'done',
      'total',
      'milestones',
      'leftOut',
      'nextCursor',
    ];
    assert.deepEqual(Object.keys(answer), keys);
    const lines = answer.milestones.map(({ line, steps }) => [line, ...steps.map((step) => step.line)]);
    assert.deepEqual(lines, [[11, 12, 13, 14], [15]]);
  });
});

describe('next_step', () => {
  it('gives the step, its milestone, and how it is verified', async () => {
    const store = storeOf({ 'a.md': DOCUMENT });
    const { next } = await call<{ next: object }>(store, 'next_step', { path: 'a.md' });
    assert.deepEqual(next, {
      action: 'do',
      line: 12,
      milestone: { title: 'Milestone 1: Boil', line: 11 },
      step: { title: 'Fill it, `verify: npm test`', line: 12 },
      verify: 'npm test',
      human: false,
      placeholder: false,
    });
  });

  it('includes a hand-off of bounded length that quotes the document', async () => {
    const long = DOCUMENT.replace('It boils.', 'It boils. '.repeat(3000));
    const { prompt } = await call<{ prompt: string }>(storeOf({ 'a.md': long }), 'next_step', {
      path: 'a.md',
    });
    assert.match(prompt, /- Document: `a\.md`, version `[0-9a-f]{14}`\n- Step: line 12/);
    assert.ok(prompt.length <= 6000);
  });

  it('gives the reason if the limit is too small for a hand-off', async () => {
    const long = DOCUMENT.replace('Fill it', 'Fill it '.repeat(1000));
    const answer = await call<Record<string, unknown>>(storeOf({ 'a.md': long }), 'next_step', {
      path: 'a.md',
    });
    assert.equal(answer.prompt, null);
    assert.match(String(answer.note), /need \d+ characters/);
  });

  it('marks a placeholder step', async () => {
    const store = storeOf({ 'a.md': DOCUMENT.replace('Fill it', '<single actionable task>') });
    const { next } = await call<{ next: { placeholder: boolean } }>(store, 'next_step', { path: 'a.md' });
    assert.equal(next.placeholder, true);
  });

  it('marks a step that is for people only', async () => {
    const store = storeOf({ 'a.md': DOCUMENT.replace('[ ] Fill', '[x] Fill') });
    const { next } = await call<{ next: { human: boolean } }>(store, 'next_step', { path: 'a.md' });
    assert.equal(next.human, true);
  });

  it('uses the first document in progress with open steps if no path is given', async () => {
    const none = DONE.replace('Implemented', 'In Progress');
    const store = storeOf({ 'a.md': DOCUMENT, 'b.md': none, 'c.md': STARTED });
    assert.equal((await call<{ path: string }>(store, 'next_step')).path, 'c.md');
    store.files.delete('c.md');
    assert.equal((await call<{ reason: string }>(store, 'next_step')).reason, 'done');
    store.files.delete('b.md');
    const nothing = await call<Record<string, unknown>>(store, 'next_step');
    const { next, reason, path, version } = nothing;
    assert.deepEqual(
      { next, reason, path, version },
      { next: null, reason: 'no-plan', path: null, version: null },
    );
    assert.match(String(nothing.note), /No design doc is in progress\. list_docs .* start_milestone/);
  });

  it('is null if nothing is left', async () => {
    const answer = await call<{ next: unknown }>(storeOf({ 'a.md': DONE }), 'next_step', { path: 'a.md' });
    assert.equal(answer.next, null);
  });

  it('has the reason, and the lines that it is about', async () => {
    const odd = STARTED.replaceAll('[ ]', '[~]');
    const answer = await call<{ reason: string; lines: number[]; note: string }>(
      storeOf({ 'a.md': odd }),
      'next_step',
    );
    assert.equal(answer.reason, 'settle');
    assert.ok(answer.lines.every((line) => odd.split('\n')[line - 1]?.includes('[~]')));
    assert.match(answer.note, /A person must settle/);
  });
});

describe('ready_for_review', () => {
  const verified = async (state: FileState) => {
    const store = storeOf({ 'a.md': DOCUMENT }, state);
    const evidence = { exit: 0, tree: COMMIT.id };
    await call(store, 'complete_step', { ...(await now(store, 'a.md')), line: 12, evidence });
    return { store, own: await aboutNow(store, 'a.md') };
  };

  it('is ready without warnings, and with a step that is proved', async () => {
    const { store, own } = await verified({ kind: 'same' });
    const { boxes, ...answer } = await call<{ boxes: readonly { id: string; state: string }[] }>(
      store,
      'ready_for_review',
      { path: 'a.md' },
    );
    const message = 'Its check passed on the files as they are.';
    const title = 'Fill it, `verify: npm test`';
    const ids = ['sections', 'placeholders', 'leftovers', 'tasks', 'findings', 'ticks', 'next-step'];
    assert.deepEqual(
      boxes.map(({ id, state }) => [id, state]),
      ids.map((id) => [id, 'met']),
    );
    assert.deepEqual(answer, {
      ...own,
      ready: true,
      reasons: [],
      verified: [{ title, line: 12, proof: 'proved', message }],
      leftOut: 0,
      nextCursor: null,
    });
  });

  it('lists what is not proved', async () => {
    const { store } = await verified({ kind: 'unknown' });
    const answer = await call<{ ready: boolean; reasons: { line: number; message: string }[] }>(
      store,
      'ready_for_review',
      { path: 'a.md' },
    );
    assert.deepEqual([answer.ready, answer.reasons.map(({ line }) => line)], [false, [12]]);
    assert.match(answer.reasons[0]?.message ?? '', /^Git does not know the commit 0a1b2c3d /);
  });

  it('lists warnings with their rules', async () => {
    const store = storeOf({ 'a.md': DOCUMENT.replace('It boils.\n', '') });
    const answer = await call<{ ready: boolean; reasons: { rule: string }[] }>(store, 'ready_for_review', {
      path: 'a.md',
    });
    assert.deepEqual([answer.ready, answer.reasons.map(({ rule }) => rule)], [false, ['empty-section']]);
  });
});
