import assert from 'node:assert/strict';
import { COMMIT, call, DOCUMENT, now, storeOf } from './memoryStore';

describe('a tool that is called in a wrong way', () => {
  const refusalOf = async (name: string, input: object): Promise<string> =>
    call(storeOf({ 'a.md': DOCUMENT }), name, input).then(
      () => assert.fail('it was not refused'),
      ({ message }: Error) => message,
    );

  it('names the parameter, also an inner one, and how to call it', async () => {
    const own = { path: 'a.md', version: '0', line: 12 };
    const advice = / Call complete_step again with \{ path, version, line, evidence\?: \{ .+ \} \}\.$/;
    for (const [evidence, problem] of [
      [{ other: 1 }, /^"evidence\.other" is not a known property: expected evidence\./],
      [{}, /^"evidence\.exit" is missing\./],
      [{ exit: 'zero', tree: 'abc' }, /^"evidence\.exit" must be a whole number from 0, found "zero"\./],
      ['{"exit":-1,"tree":"abc"}', /^"evidence\.exit" must be a whole number from 0, found -1\./],
    ] as const) {
      const message = await refusalOf('complete_step', { ...own, evidence });
      assert.match(message, problem);
      assert.match(message, advice);
    }
    assert.match(await refusalOf('list_docs', { all: true }), /Call list_docs again with \{ cursor\? \}\.$/);
  });

  it('is understood if what is meant is clear', async () => {
    const store = storeOf({ 'a.md': DOCUMENT.replace('[ ] Clean', '[x] Clean') });
    const own = await now(store, 'a.md');
    const steps = JSON.stringify(['Tilt it']);
    await call(store, 'start_milestone', { ...own, line: '15', steps });
    const evidence = JSON.stringify({ exit: '0', tree: COMMIT.id });
    await call(store, 'complete_step', { ...(await now(store, 'a.md')), line: '12', evidence });
    await call(store, 'next_step', { path: null });
    assert.match(
      store.files.get('a.md') ?? '',
      /\[x\] Fill it.*exit 0, tree 0a1b2c3d, [\s\S]* {2}- \[ \] Tilt it\n/,
    );
  });
});
