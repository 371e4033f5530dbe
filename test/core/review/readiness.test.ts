import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import type { FileState } from '../../../src/core/plan/fileState';
import { completeEdits } from '../../../src/core/planEdits/tick';
import { readiness } from '../../../src/core/review/readiness';
import { readTemplate } from '../../../src/core/template/template';
import { applyEdits } from '../../../src/core/text/text';

const template = readTemplate(
  '# Design: <Name>\n\n## Why (Required)\n\n- Say why.\n\n## Work (Required)\n\n- [ ] Milestone 1: <milestone>\n  - [ ] <task>\n\n## Later (Optional)\n\n- At most 2 bullets.\n',
  'small.md',
);
const environment = { templates: [template], today: '2026-11-22' };
const analysisOf = (text: string) => analyze(text, environment);
const base =
  '# Design: Tea\n\n## Why\n\n- Tea.\n\n## Work\n\n- [ ] Milestone 1: Boil\n  - [ ] Fill it `verify: npm test fill`\n  - [ ] Heat it `verify: npm test heat`\n';

const statesOf = (...states: readonly FileState[]) => new Map(states.map((state, at) => [9 + at, state]));

/** What is said of each verified step: its line, the proof, and whether it blocks. */
const proofsOf = (text: string, ...states: readonly FileState[]) =>
  readiness(analysisOf(text), statesOf(...states)).verified.map(({ line, proof, blocks }) => [
    line,
    proof,
    blocks,
  ]);

/** The document after its steps are completed, each with its own state of the files. */
function completed(check = 'npm test heat'): string {
  let text = base.replace('npm test heat', check);
  for (const [at, tree] of ['aaa111', 'bbb222'].entries()) {
    const { document, plan } = analysisOf(text);
    const step = plan.milestones[0]?.steps[at];
    assert.ok(step);
    text = applyEdits(text, completeEdits(document, step, { exit: 0, tree }) ?? []);
  }
  return text.replace('- [ ] Milestone', '- [x] Milestone');
}

describe('readiness', () => {
  it('is reached without warnings; hints do not matter', () => {
    const text = `${base}\n## Later\n\n- a\n- b\n- c\n`;
    assert.ok(analysisOf(text).findings.some(({ severity }) => severity === 'hint'));
    const { ready, isDraft, reasons, boxes, verified } = readiness(analysisOf(text));
    assert.deepEqual([ready, isDraft, reasons, verified], [true, true, [], []]);
    assert.ok(boxes.length > 0 && boxes.every(({ state }) => state === 'met'));
  });

  it('is blocked by warnings, listed in the order of their lines', () => {
    const { ready, reasons } = readiness(
      analysisOf(base.replace('- Tea.\n', '').replace('- [ ] Fill', '-[ ] Fill')),
    );
    assert.equal(ready, false);
    assert.deepEqual(
      reasons.map(({ line, rule }) => [line, rule]),
      [
        [2, 'empty-section'],
        [8, 'plan-task'],
      ],
    );
    assert.ok(reasons.every(({ message }) => String(message).endsWith('.')));
  });

  it('is blocked by a value that is still open, which is an information', () => {
    const analysis = analysisOf(`${base}\n## Cost\n\n| a | b |\n| - | - |\n| c | TBD |\n`);
    assert.deepEqual(
      analysis.findings.map(({ severity }) => severity),
      ['information'],
    );
    assert.equal(readiness(analysis).reasons[0]?.line, 16);
  });

  it('is not reached if the document fits no template', () => {
    const { ready, reasons } = readiness(analyze('# Tea\n', { templates: [], today: '2026-11-22' }));
    assert.equal(ready, false);
    assert.equal(reasons.length, 1);
  });

  it('needs evidence for a ticked step that names its check, and takes the tick of a person where that counts', () => {
    const text = base.replaceAll('[ ]', '[x]');
    assert.deepEqual(proofsOf(text), [
      [9, 'unproved', true],
      [10, 'unproved', true],
    ]);
    const { reasons } = readiness(analysisOf(text));
    assert.deepEqual(
      reasons.map(({ line }) => line),
      [9, 10],
    );
    assert.match(String(reasons[0]?.message), /nothing shows that its check passed \(npm test fill\)/);
    assert.deepEqual(proofsOf(text.replace('npm test fill`', 'npm test fill` (human)')), [
      [10, 'unproved', true],
    ]);
    assert.deepEqual(proofsOf(text.replace('Boil', 'Boil (human)')), []);
    assert.deepEqual(proofsOf(text.replaceAll('`', '')), [], 'a check in words');
    assert.deepEqual(proofsOf(base), [], 'open steps');
  });

  it('accepts evidence until the step is reworded', () => {
    const text = completed();
    const same = { kind: 'same' } as const;
    assert.deepEqual(proofsOf(text, same, same), [
      [9, 'proved', false],
      [10, 'proved', false],
    ]);
    assert.deepEqual(proofsOf(text.replace('Heat it', 'Heat it twice'), same, same)[1], [
      10,
      'reworded',
      true,
    ]);
    const failed = text.replace('exit 0, tree aaa111', 'exit 3, tree aaa111');
    assert.deepEqual(proofsOf(failed, same, same)[0], [9, 'failed', true]);
    const open = text.replace('[x] Heat', '[ ] Heat');
    assert.deepEqual(proofsOf(open, same, same), [[9, 'proved', false]]);
  });

  it('is not blocked by files that changed after a check, unless the step names them', () => {
    const text = completed('npm test heat (src/**)');
    const files = ['a', 'b', 'c', 'd', 'e'];
    const changed = { kind: 'changed', files } as const;
    const { ready, reasons, verified } = readiness(analysisOf(text), statesOf(changed, changed));
    assert.equal(ready, false);
    const earlier = 'The check passed earlier; files changed since: a, b, c and 2 more.';
    const stale =
      'Files of the step changed since it was verified: a, b, c and 2 more. Verify it again, or untick it.';
    assert.deepEqual(
      verified.map(({ proof, message, blocks }) => [proof, String(message), blocks]),
      [
        ['earlier', earlier, false],
        ['earlier', stale, true],
      ],
    );
    assert.deepEqual(
      reasons.map(({ line, message }) => [line, String(message)]),
      [[10, stale]],
    );
  });

  it('is blocked by evidence that nothing can be compared with', () => {
    const text = completed();
    for (const kind of ['unknown', 'empty', 'no git'] as const) {
      assert.deepEqual(proofsOf(text, { kind })[0], [9, 'unknown', true], kind);
    }
    assert.equal(readiness(analysisOf(text)).ready, false, 'without any states');
  });
});
