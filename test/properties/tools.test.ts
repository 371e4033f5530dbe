/** An agent that follows the tools' answers completes any plan, or gets a refusal with a reason. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Milestone } from '../../src/core/plan/plan';
import type { Step } from '../../src/core/plan/tasks';
import { digest } from '../../src/core/text/digest';
import { UserError } from '../../src/core/text/userError';
import type { MemoryStore } from '../core/tools/memoryStore';
import { COMMIT, call, storeOf } from '../core/tools/memoryStore';
import { noise, saved } from './generators';
import { templates } from './templates';

interface Answer {
  readonly version: string;
  readonly next: {
    readonly action: string;
    readonly line: number;
    readonly milestone: { readonly line: number };
    readonly placeholder: boolean;
  } | null;
}

const PATH = 'a.md';
const STEPS = ['Fill it, `verify: npm test`', 'Boil it'];

const plans = fc
  .tuple(saved, fc.array(noise, { maxLength: 4 }))
  .map(([{ text, ending }, steps]) =>
    [
      text,
      '## Implementation Plan',
      ['- [ ] Milestone 1: <concise milestone>', '  - [ ] Step 1: <single actionable task>'].join('\n'),
      ...steps.map((step) => `- [ ] Milestone 2: ${step}`),
    ]
      .join('\n\n')
      .replaceAll('\n', ending),
  );

async function tasksOf(store: MemoryStore): Promise<{ title: string; mark: string | undefined }[]> {
  const flat = (tasks: readonly (Milestone | Step)[]): { title: string; mark: string | undefined }[] =>
    tasks.flatMap(({ title, mark, steps }) => [{ title, mark }, ...flat(steps)]);
  return flat((await store.open(PATH)).analysis.plan.milestones);
}

/** One turn of an agent. A refusal does not change the text, and returns undefined. */
async function turn(store: MemoryStore, { version, next }: Answer): Promise<Answer | undefined> {
  const [text, before] = [store.files.get(PATH), await tasksOf(store)];
  const starts = next?.action === 'start' || next?.placeholder === true;
  const line = starts ? next?.milestone.line : next?.line;
  const own = { path: PATH, version, line };
  try {
    const answer = starts
      ? await call<Answer>(store, 'start_milestone', { ...own, steps: STEPS })
      : await call<Answer>(store, 'complete_step', { ...own, evidence: { exit: 0, tree: COMMIT.id } });
    const after = await tasksOf(store);
    const kept = after.map(({ title }) => title);
    if (starts) for (const step of STEPS) assert.ok(kept.includes(step), 'a step is missing');
    else
      assert.deepEqual(
        kept,
        before.map(({ title }) => title),
      );
    const turned = before.filter(({ mark }, at) => !starts && mark !== after[at]?.mark);
    assert.equal(turned.length, starts ? 0 : 1);
    return answer;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    assert.equal(store.files.get(PATH), text);
    return undefined;
  }
}

describe('an agent', () => {
  it('completes a plan one task at a time, or gets a refusal', async () => {
    let finished = 0;
    await fc.assert(
      fc.asyncProperty(plans, async (text) => {
        const store = storeOf({ [PATH]: text }, { kind: 'same' }, templates);
        let answer: Answer | undefined = await call<Answer>(store, 'next_step', { path: PATH });
        for (let turns = 0; answer?.next; turns++) {
          assert.ok(turns < 300, 'the agent does not terminate');
          answer = await turn(store, answer);
          if (answer) assert.equal(answer.version, digest(store.files.get(PATH) ?? ''));
        }
        if (answer) finished++;
      }),
      { numRuns: 60 },
    );
    assert.ok(finished > 10, `only ${finished} plans were finished`);
  });
});
