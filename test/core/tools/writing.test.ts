import assert from 'node:assert/strict';
import type { MemoryStore } from './memoryStore';
import { aboutNow, COMMIT, call, DOCUMENT, now, storeOf } from './memoryStore';

interface Answer {
  readonly path: string;
  readonly version: string;
  readonly next: { readonly action: string; readonly line: number } | null;
}

interface Completed extends Answer {
  readonly completed: { readonly title: string; readonly line: number };
  readonly completable: readonly { readonly line: number }[];
  readonly note: string | null;
}

const EVIDENCE = { exit: 0, tree: COMMIT.id };

async function complete(store: MemoryStore, line: number, more: object = {}): Promise<Completed> {
  return call(store, 'complete_step', { ...(await now(store, 'a.md')), line, ...more });
}

/** The message of a refusal. Asserts that nothing was written. */
async function refusalOf(store: MemoryStore, name: string, input: object): Promise<string> {
  const before = new Map(store.files);
  const error: unknown = await call(store, name, input).then(
    () => undefined,
    (reason) => reason,
  );
  assert.deepEqual(store.files, before);
  assert.ok(error instanceof Error, 'it was not refused');
  return error.message;
}

describe('start_milestone', () => {
  it('writes the steps, sets the status of a draft to in progress, and returns the next step', async () => {
    const store = storeOf({ 'a.md': DOCUMENT });
    const steps = ['- [ ] Tilt it', 'Catch\nit <!-- verified: exit 0, tree a, words 0 -->'];
    const answer = await call<Answer>(store, 'start_milestone', {
      ...(await now(store, 'a.md')),
      line: 15,
      steps,
    });
    assert.deepEqual(answer, {
      ...(await aboutNow(store, 'a.md')),
      started: { title: 'Milestone 2: Pour', line: 15 },
      status: 'In Progress',
      added: [
        { title: 'Tilt it', line: 16 },
        { title: 'Catch it', line: 17 },
      ],
      next: answer.next,
    });
    assert.equal(answer.next?.line, 12);
    const expected = DOCUMENT.replace('Draft', 'In Progress').replace(
      'Pour\n',
      'Pour\n  - [ ] Tilt it\n  - [ ] Catch it\n',
    );
    assert.equal(store.files.get('a.md'), expected);
  });

  it('writes placeholders if there are no steps and none are given, and keeps existing steps', async () => {
    const store = storeOf({ 'a.md': DOCUMENT });
    const own = await now(store, 'a.md');
    const bare = await call<{ version: string; added: { line: number }[] }>(store, 'start_milestone', {
      ...own,
      line: 15,
    });
    const lines = (store.files.get('a.md') ?? '').split('\n');
    assert.ok(bare.added.length > 0);
    for (const { line } of bare.added) assert.match(lines[line - 1] ?? '', /^ {2}- \[ \] .*<.+>$/);
    const before = store.files.get('a.md');
    const again = { ...own, version: bare.version, line: 11 };
    assert.deepEqual((await call<{ added: object[] }>(store, 'start_milestone', again)).added, []);
    assert.equal(store.files.get('a.md'), before);
  });

  it('replaces stubs, and nothing else, with the steps', async () => {
    const stub = '- [ ] Milestone 2: Pour\n  - [ ] <some step>\n    as it is\n  - [ ] <another step>\n';
    const start = async (text: string): Promise<string> => {
      const store = storeOf({ 'a.md': text });
      const own = { ...(await now(store, 'a.md')), line: 15 };
      await call(store, 'start_milestone', { ...own, steps: ['Tilt it'] });
      return store.files.get('a.md') ?? '';
    };
    const plan = DOCUMENT.replace('Draft', 'In Progress');
    const started = plan.replace('Pour\n', 'Pour\n  - [ ] Tilt it\n');
    assert.equal(await start(DOCUMENT.replace('- [ ] Milestone 2: Pour\n', stub)), started);
    const ticked = stub.replace('[ ] <another', '[x] <another');
    assert.equal(
      await start(DOCUMENT.replace('- [ ] Milestone 2: Pour\n', ticked)),
      plan.replace('- [ ] Milestone 2: Pour\n', `${ticked}  - [ ] Tilt it\n`),
    );
  });

  it('lists the milestones if there is none on the line', async () => {
    const store = storeOf({ 'a.md': DOCUMENT });
    const message = await refusalOf(store, 'start_milestone', {
      ...(await now(store, 'a.md')),
      line: 12,
      steps: ['x'],
    });
    assert.match(message, /There is no milestone on line 12 .* line 11 "Milestone 1: Boil", line 15 /);
  });

  it('refuses an empty step, and a milestone that is done', async () => {
    const store = storeOf({ 'a.md': DOCUMENT.replace('[ ] Milestone 2', '[x] Milestone 2') });
    const own = { ...(await now(store, 'a.md')), line: 15 };
    assert.match(
      await refusalOf(store, 'start_milestone', { ...own, steps: ['a', '<!-- b -->'] }),
      /"steps\[1\]" is empty/,
    );
    assert.match(await refusalOf(store, 'start_milestone', { ...own, steps: ['a'] }), /is done already/);
  });
});

describe('complete_step', () => {
  it('ticks one step, and returns the next one', async () => {
    const store = storeOf({ 'a.md': DOCUMENT });
    const answer = await complete(store, 14);
    assert.equal(store.files.get('a.md'), DOCUMENT.replace('[ ] Clean', '[x] Clean'));
    assert.deepEqual(answer, {
      ...(await aboutNow(store, 'a.md')),
      completed: { title: 'Clean it', line: 14 },
      completable: [],
      note: null,
      next: answer.next,
    });
    assert.equal(answer.next?.line, 12);
  });

  it('requires evidence for a step with a verification, and stores it', async () => {
    const store = storeOf({ 'a.md': DOCUMENT });
    const own = { ...(await now(store, 'a.md')), line: 12 };
    assert.match(
      await refusalOf(store, 'complete_step', own),
      /\(npm test\).*Judge whether .* evidence: \{ "exit"/,
    );
    const failed = { ...own, evidence: { exit: 1, tree: 'abc' } };
    assert.match(await refusalOf(store, 'complete_step', failed), /exit status 1, so the step is not done/);
    const odd = { ...own, evidence: { exit: 0, tree: 'a -->' } };
    assert.match(await refusalOf(store, 'complete_step', odd), /git rev-parse HEAD/);
    const madeUp = { ...own, evidence: { exit: 0, tree: 'fff' } };
    assert.match(await refusalOf(store, 'complete_step', madeUp), /Git knows no commit "fff" here/);
    await complete(store, 12, { evidence: { exit: 0, tree: '0a1b' } });
    assert.match(
      store.files.get('a.md') ?? '',
      /\[x\] Fill it, .* <!-- verified: exit 0, tree 0a1b2c3d, files 00ff, words /,
    );
  });

  it('refuses a step that is marked for people', async () => {
    const store = storeOf({ 'a.md': DOCUMENT });
    const own = { ...(await now(store, 'a.md')), line: 13, evidence: EVIDENCE };
    assert.match(
      await refusalOf(store, 'complete_step', own),
      /only a person may complete it\. Stop here and ask/,
    );
  });

  it('refuses evidence where git cannot be asked, and for files that are not there', async () => {
    for (const [kind, message] of [
      ['no git', /Git cannot be asked here/],
      ['empty', /names the files src\/\*\*, and the commit has none of them/],
    ] as const) {
      const text = DOCUMENT.replace('npm test', 'npm test (src/**)');
      const store = { ...storeOf({ 'a.md': text }), stateOf: async () => ({ kind }) };
      const input = { ...(await now(store, 'a.md')), line: 12, evidence: EVIDENCE };
      assert.match(await refusalOf(store, 'complete_step', input), message);
    }
  });

  it('reports that the milestone can be completed, and does not complete it', async () => {
    const store = storeOf({ 'a.md': DOCUMENT.replace(/\[ \] (Fill|Taste)/g, '[x] $1') });
    const before = store.files.get('a.md') ?? '';
    const own = { ...(await now(store, 'a.md')), line: 11 };
    assert.match(
      await refusalOf(store, 'complete_step', own),
      /is not finished: "Clean it" on line 14 is open/,
    );
    const answer = await complete(store, 14);
    assert.equal(store.files.get('a.md'), before.replace('[ ] Clean', '[x] Clean'));
    assert.deepEqual(answer.completable, [{ title: 'Milestone 1: Boil', line: 11 }]);
    assert.match(answer.note ?? '', /still open: complete_step with line 11/);
    await complete(store, 11);
    assert.match(store.files.get('a.md') ?? '', /\[x\] Milestone 1/);
  });

  it('changes nothing if the step is done, except that it updates the evidence', async () => {
    const store = storeOf({ 'a.md': DOCUMENT });
    await complete(store, 12, { evidence: EVIDENCE });
    const once = store.files.get('a.md');
    await complete(store, 12);
    assert.equal(store.files.get('a.md'), once);
    const old = once?.replace('0a1b2c3d, files 00ff', 'abc') ?? '';
    store.files.set('a.md', old);
    await complete(store, 12, { evidence: EVIDENCE });
    assert.equal(store.files.get('a.md'), once);
  });

  it('refuses lines without a task, and tasks with other marks', async () => {
    const store = storeOf({ 'a.md': DOCUMENT.replace('[ ] Clean', '[~] Clean') });
    const own = await now(store, 'a.md');
    assert.match(
      await refusalOf(store, 'complete_step', { ...own, line: 1 }),
      /There is no step or milestone on line 1/,
    );
    assert.match(await refusalOf(store, 'complete_step', { ...own, line: 14 }), /is marked \[~\]/);
    const headings = storeOf({ 'a.md': DOCUMENT.replace(/- \[ \] Milestone/g, '\n### Milestone') });
    const { path, version } = await now(headings, 'a.md');
    assert.match(
      await refusalOf(headings, 'complete_step', { path, version, line: 17 }),
      /is a heading without a box/,
    );
  });

  it('refuses an outdated version, and says how to get the current one', async () => {
    const store = storeOf({ 'a.md': DOCUMENT });
    const old = { ...(await now(store, 'a.md')), line: 14 };
    store.files.set('a.md', DOCUMENT.replace('It boils.', 'It boils fast.'));
    for (const name of ['complete_step', 'start_milestone']) {
      assert.match(await refusalOf(store, name, old), /no longer at version .* Call read_plan/);
    }
  });
});
