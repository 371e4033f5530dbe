import assert from 'node:assert/strict';
import {
  compoundName,
  nameWords,
  readName,
  sameName,
  withoutAnchor,
  withoutTail,
} from '../../../src/core/text/names';

describe('sameName', () => {
  for (const [a, b] of [
    ['Proposed architecture', 'Proposed Architecture'],
    ['Security and Privacy', 'Security / Privacy'],
    ['Security & Privacy', 'Security/Privacy'],
    ['Non-Goals', 'Non Goals'],
    ['Non\u2011goals', 'NON-GOALS'],
    ['Non-Goals (for initial phases)', 'Non-Goals'],
    ['Goals: first release', 'Goals'],
    ['Goals — v2', 'Goals'],
    ['3. Goals', 'Goals'],
    ['2.1 Goals', 'Goals'],
    ['A. Goals', 'Goals'],
    ['**Goals**', 'Goals'],
    ['`Goals` {#GoalsId}', 'Goals'],
    ['Zusammenfassung', 'ZUSAMMENFASSUNG'],
    ['概要', '概要'],
    ['Goals <!-- x -->', 'Goals'],
    ['Next Steps [draft]', 'Next Steps'],
  ] as const) {
    it(`${a} is ${b}`, () => assert.ok(sameName(readName(a), readName(b))));
  }

  for (const [a, b] of [
    ['Goals', 'Non-Goals'],
    ['Goals', 'Goals and Metrics'],
    ['Architecture', 'Proposed Architecture'],
    ['Plan', 'Plans'],
    ['(Goals)', 'Risks'],
    ['Summary 1', 'Summary 2'],
    ['概要', '目標'],
  ] as const) {
    it(`${a} is not ${b}`, () => assert.equal(sameName(readName(a), readName(b)), false));
  }
});

describe('compoundName', () => {
  for (const [heading, name, expected] of [
    ['Executive Summary', 'Summary', true],
    ['Goals and Metrics', 'Goals', true],
    ['Testing Strategy', 'Testing and Validation', true],
    ['Security and Trust Boundaries', 'Security / Privacy', true],
    ['Validation', 'Testing and Validation', false],
    ['Next', 'Next Steps', false],
    ['Open Bugs', 'Open Questions', false],
    ['Summaries', 'Summary', false],
    ['', 'Summary', false],
    ['Summary', '&', false],
  ] as const) {
    it(`${heading} ${expected ? 'is' : 'is not'} a compound with ${name}`, () => {
      assert.equal(compoundName(readName(heading), readName(name)), expected);
    });
  }
});

it('withoutTail keeps a heading that is only a tail', () => {
  assert.equal(withoutTail('(sketch)'), '(sketch)');
  assert.equal(withoutTail('A (b) (c)'), 'A');
});

it('withoutAnchor removes only the last anchor', () => {
  assert.equal(withoutAnchor('A {#b} {#c} '), 'A {#b}');
});

it('nameWords omits "and" and punctuation', () => {
  assert.deepEqual(nameWords('1) API / Interfaces, and More!'), ['api', 'interfaces', 'more']);
});
