import assert from 'node:assert/strict';
import type { DocumentStore } from '../../../src/core/tools/documentStore';
import { aboutNow, call, storeOf } from './memoryStore';

interface Answer {
  readonly next: { readonly action: string } | null;
}

describe('new_doc', () => {
  it('returns the path of the document and its next step', async () => {
    const store = storeOf({});
    const answer = await call<Answer>(store, 'new_doc', { title: 'Teapot' });
    assert.match(store.files.get('new.md') ?? '', /^# Design: Teapot$/m);
    assert.deepEqual(answer, {
      ...(await aboutNow(store, 'new.md')),
      template: 'tea',
      stage: 'draft',
      findings: 2,
      next: answer.next,
    });
    assert.equal(answer.next?.action, 'start');
  });

  it('passes on the template, the folder and the option for optional sections', async () => {
    const store = storeOf({});
    const asked: unknown[] = [];
    const create: DocumentStore['create'] = (...wanted) => {
      asked.push(wanted);
      return store.create(...wanted);
    };
    const wanted = { title: 'Teapot', template: 'tea', dir: 'docs', optional: true };
    await call({ ...store, create }, 'new_doc', wanted);
    assert.deepEqual(asked, [[wanted]]);
  });
});
