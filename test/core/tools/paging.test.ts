import assert from 'node:assert/strict';
import type { DocumentStore } from '../../../src/core/tools/documentStore';
import { call, DOCUMENT, storeOf } from './memoryStore';

interface Page {
  readonly leftOut: number;
  readonly nextCursor: string | null;
}

/** All pages of a result. */
async function pagesOf<T extends Page>(store: DocumentStore, name: string, input = {}): Promise<T[]> {
  const pages = [await call<T>(store, name, input)];
  for (let cursor = pages[0]?.nextCursor; cursor && pages.length < 100; cursor = pages.at(-1)?.nextCursor) {
    pages.push(await call<T>(store, name, { ...input, cursor }));
  }
  return pages;
}

describe('a long result', () => {
  it('of list_docs comes in pages, which go on after the last document', async () => {
    const files = Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`${at}.md`, DOCUMENT]));
    const store = storeOf(files);
    const pages = await pagesOf<Page & { documents: { path: string }[] }>(store, 'list_docs');
    assert.deepEqual(
      pages.flatMap(({ documents }) => documents.map(({ path }) => path)),
      Object.keys(files),
    );
    assert.deepEqual(
      pages.map(({ leftOut, nextCursor }) => [leftOut, nextCursor]),
      [
        [70, '49.md'],
        [20, '99.md'],
        [0, null],
      ],
    );
    store.files.delete('3.md');
    const second = await call<Page & { documents: { path: string }[] }>(store, 'list_docs', {
      cursor: '49.md',
    });
    assert.equal(second.documents[0]?.path, '50.md');
  });

  it('of check_doc and ready_for_review comes in pages of one version', async () => {
    const store = storeOf({ 'a.md': `${DOCUMENT}\n${'## Risks\n\n'.repeat(130)}` });
    const checked = await pagesOf<Page & { findings: { line: number }[] }>(store, 'check_doc', {
      path: 'a.md',
    });
    const lines = checked.flatMap(({ findings }) => findings.map(({ line }) => line));
    assert.ok(checked.length > 2 && lines.length >= 130);
    assert.deepEqual(checked[0]?.leftOut, lines.length - 50);
    assert.deepEqual(
      lines,
      [...lines].sort((a, b) => a - b),
    );
    const reasons = (
      await pagesOf<Page & { reasons: object[] }>(store, 'ready_for_review', { path: 'a.md' })
    ).flatMap((page) => page.reasons);
    assert.ok(reasons.length >= 130);
    const cursor = checked[0]?.nextCursor;
    store.files.set('a.md', DOCUMENT);
    for (const name of ['check_doc', 'ready_for_review', 'read_plan']) {
      await assert.rejects(
        call(store, name, { path: 'a.md', cursor }),
        /is no longer valid.* Call the tool again without "cursor"/,
      );
      await assert.rejects(call(store, name, { path: 'a.md', cursor: '3' }), /is no longer valid/);
    }
    await assert.rejects(call(store, 'list_docs', { cursor: 'gone.md' }), /is no longer valid/);
  });

  it('of read_plan has each task once, with those that contain it', async () => {
    const steps = Array.from({ length: 80 }, (_, at) => `  - [ ] step ${at}\n    - [ ] part ${at}\n`).join(
      '',
    );
    const text = DOCUMENT.replace('- [ ] Milestone 2: Pour\n', `- [x] Past\n${steps}- [ ] Now\n${steps}`);
    interface Task {
      readonly line: number;
      readonly title: string;
      readonly steps: readonly Task[];
    }
    const pages = await pagesOf<Page & { milestones: Task[]; total: number }>(
      storeOf({ 'a.md': text }),
      'read_plan',
      { path: 'a.md' },
    );
    const flat = (tasks: readonly Task[]): Task[] => tasks.flatMap((task) => [task, ...flat(task.steps)]);
    const seen = pages.map(({ milestones }) => flat(milestones).map(({ line }) => line));
    const all = text.split('\n').flatMap((line, at) => (line.includes('- [') ? [at + 1] : []));
    assert.deepEqual([...new Set(seen.flat())], all);
    assert.ok(seen.every((lines) => lines.length <= 103));
    assert.deepEqual(
      pages.map(({ leftOut }) => leftOut),
      [100, 200, 300].map((end) => Math.max(0, all.length - end)).concat([0]),
    );
    // The second page goes on in the middle of a milestone, which it names again.
    assert.equal(pages[1]?.milestones[0]?.title, 'Past');
  });
});
