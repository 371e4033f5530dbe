import assert from 'node:assert/strict';
import {
  alternatives,
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
    ['Tests und Validierung', 'Tests & Validierung'],
    ['Plan', 'Plans'],
    ['User Gains', 'User Gain'],
    ['Approaches and Stories', 'Approach & Story'],
    ['Caches', 'Cache'],
    ['ＡＰＩ', 'API'],
    ['Motivación', 'Motivacion'],
    ['Motivacio\u0301n', 'Motivación'],
    ['目標（初版）', '目標'],
    ['目標：初版', '目標'],
    ['2．目標', '目標'],
    ['二、目標', '目標'],
    ['（2） Goals', 'Goals'],
    ['§ 2 Goals', 'Goals'],
    ['IV. Goals', 'Goals'],
    ['A.1 Goals', 'Goals'],
    ['[Goals](#goals-of-it)', 'Goals'],
    ['<a name="x"></a>Goals&nbsp;', 'Goals'],
    ['![icon](i.png) Goals', 'Goals'],
  ] as const) {
    it(`${a} is ${b}`, () => assert.ok(sameName(readName(a), readName(b))));
  }

  for (const [a, b] of [
    ['Goals', 'Non-Goals'],
    ['Goals', 'Goals and Metrics'],
    ['Architecture', 'Proposed Architecture'],
    ['Status', 'State'],
    ['Process', 'Proces'],
    ['Y axis', 'Axis'],
    ['Option E', 'Option'],
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
    ['Metrics, Goals and Risks', 'Goals', true],
    ['Design: Testing', 'Testing', true],
    ['Non-Goals', 'Goals', false],
    ['Non-Goals and Goals', 'Goals', true],
    ['Out of scope for testing', 'Testing', false],
    ['No alternatives needed', 'Alternatives', false],
    ['Alternatives to the design', 'Design', false],
    ['Social Security Numbers', 'Security', false],
    ['Untested', 'Test', false],
    ['背景と目的', '背景', true],
    ['測試計劃', '測試', true],
    ['非目标', '目标', false],
    ['社会安全编号', '安全', false],
    ['方案', '案', false],
    ['Nicht-Ziele', 'Ziele', false],
    ['References', 'Reference Implementation', false],
    ['Detailed Examples', 'Detailed Design', false],
    ['Implementation', 'Implementation Plan', true],
    ['Prior Art', 'Prior Art and Alternatives', true],
    ['', 'Summary', false],
    ['Summary', '&', false],
  ] as const) {
    it(`${heading} ${expected ? 'is' : 'is not'} a compound with ${name}`, () => {
      assert.equal(compoundName(readName(heading), readName(name)), expected);
    });
  }
});

describe('alternatives', () => {
  for (const [name, expected] of [
    ['Non-Goals / Future Work', ['Non-Goals', 'Future Work']],
    ['Details/Notes/Limits (if any)', ['Details', 'Notes', 'Limits']],
    ['Drawbacks, Risks or Costs', ['Drawbacks', 'Risks', 'Costs']],
    ['Ziele oder Nutzen', ['Ziele', 'Nutzen']],
    ['Testing and Validation', []],
    ['I/O', []],
    ['Story', []],
  ] as const) {
    it(`of ${name}`, () => {
      assert.deepEqual(
        alternatives(readName(name)).map(({ text }) => text),
        expected,
      );
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
