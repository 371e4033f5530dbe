/**
 * The plan as a state machine: after any sequence of actions the text agrees with a simple model. A refused action
 * changes nothing, and undo restores the text byte for byte.
 */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shapeOf } from '../../src/core/plan/change';
import type { State } from './planActions';
import { ACTIONS, analysisOf, isRefusal, modelOf, numberless } from './planActions';
import { isPlain, plans } from './plans';

/** Runs one action, and asserts that text and model agree. Returns a description of the outcome. */
function run(state: State, name: string, a: number, b: number): string {
  const analysis = analysisOf(state.text);
  const before = { text: state.text, model: structuredClone(state.model) };
  const after = ACTIONS[name]?.(state, analysis, a, b);
  if (after === undefined || isRefusal(after)) {
    if (after) assert.match(String(after.refused), /^[A-Z"].*\.$/);
    // A plain plan is never refused because of its syntax.
    if (after && state.plain)
      assert.match(String(after.refused), /is done already|has no plan yet/, state.text);
    assert.deepEqual(state.model, before.model);
    return after ? `${name} refused: ${after.refused}` : `${name} none`;
  }
  if (name !== 'undo') state.past.push(before);
  state.text = after;
  const now = modelOf(shapeOf(analysisOf(after).plan));
  if (name === 'type' || name === 'undo') assert.deepEqual(now, state.model, after);
  else assert.equal(numberless(now), numberless(state.model), after);
  state.model = now;
  return name;
}

function stateOf(text: string, plain: boolean): State {
  return { text, model: modelOf(shapeOf(analysisOf(text).plan)), past: [], plain };
}

describe('a plan', () => {
  const actions = fc.array(
    fc.record({ name: fc.constantFrom(...Object.keys(ACTIONS)), a: fc.nat(40), b: fc.nat(40) }),
    {
      maxLength: 12,
    },
  );

  it('equals its model after any actions, and undo restores the text byte for byte', () => {
    fc.assert(
      fc.property(plans, actions, ({ text, style }, list) => {
        const state = stateOf(text, isPlain(style));
        for (const { name, a, b } of list) run(state, name, a, b);
        while (state.past.length > 0) run(state, 'undo', 0, 0);
        assert.equal(state.text, text);
      }),
      { numRuns: 200 },
    );
  });

  it('is the same below text that is typed into once more: a word, a fence, and a word in front of that', () => {
    const text = '# Design: Mugs\n\n## Summary\n\nTea.\n\n## Implementation Plan\n\n### Milestone 1: glaze\n';
    const state = stateOf(text, false);
    for (const typed of [0, 3, 0]) run(state, 'type', 0, typed);
    assert.equal(state.text.split('Tea.').length, 2);
    assert.equal(state.model.length, 1);
  });
});
