import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import { evidenceTrees, readiness } from '../../../src/core/analysis/readiness';
import { completeEdits } from '../../../src/core/plan/tick';
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

/** The document after its steps are completed, each with its own state of the files. */
function completed(): string {
  let text = base;
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
    assert.deepEqual(readiness(analysisOf(text)), {
      ready: true,
      isDraft: true,
      reasons: [],
      unknownTrees: [],
    });
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
    assert.ok(reasons.every(({ message }) => message.endsWith('.')));
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

  it('accepts evidence until the step is reworded', () => {
    const text = completed();
    assert.deepEqual(readiness(analysisOf(text)).reasons, []);
    const reworded = analysisOf(text.replace('Heat it', 'Heat it twice'));
    assert.deepEqual(readiness(reworded).reasons, [
      { line: 10, message: 'The step was reworded since it was verified: verify it again, or untick it.' },
    ]);
    const failed = analysisOf(text.replace('exit 0, tree aaa111', 'exit 3, tree aaa111'));
    assert.deepEqual(
      readiness(failed).reasons.map(({ line }) => line),
      [9],
    );
  });

  it('accepts evidence until files change after the state that it names', () => {
    const analysis = analysisOf(completed());
    assert.deepEqual(evidenceTrees(analysis.plan), ['aaa111', 'bbb222']);
    const given = (a: readonly string[] | undefined, b: readonly string[] | undefined) =>
      readiness(
        analysis,
        new Map([
          ['aaa111', a],
          ['bbb222', b],
        ]),
      );
    assert.deepEqual(given([], []), {
      ready: true,
      isDraft: true,
      reasons: [],
      unknownTrees: [],
    });
    assert.deepEqual(given(undefined, []), {
      ready: true,
      isDraft: true,
      reasons: [],
      unknownTrees: ['aaa111'],
    });
    assert.deepEqual(given(['a', 'b', 'c', 'd', 'e'], ['x']).reasons, [
      { line: 9, message: 'Files changed since the step was verified: a, b, c and 2 more. Verify it again.' },
      { line: 10, message: 'Files changed since the step was verified: x. Verify it again.' },
    ]);
  });
});
