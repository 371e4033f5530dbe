/** A document at a glance. */

import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import type { Overview } from '../../../src/core/features/overview';
import { overviewOf } from '../../../src/core/features/overview';
import { readTemplate } from '../../../src/core/template/template';
import { readRepo } from '../../fixture';

const template = readTemplate(readRepo('media/templates/design.md'), 'design.md');
const HEADER = '# Design: Tide\n\n**Status:** Draft\n**Author:** Ida Holm\n**Created:** 2026-03-14\n\n';

function overview(text: string): Overview {
  const found = overviewOf(analyze(text, { templates: [template], today: '2026-11-29' }));
  assert.ok(found);
  return found;
}

describe('the overview', () => {
  it('has the progress of each milestone, as plain text without its label', () => {
    const { milestones, done, total } = overview(
      `${HEADER}## Implementation Plan\n\n- [ ] Milestone 1: *Store* \`tables\`\n  - [x] One\n  - [ ] Two\n- [x] Milestone 2: Show <b>them</b>\n`,
    );
    assert.deepEqual(milestones, [
      { title: 'Store tables', done: 1, total: 2 },
      { title: 'Show them', done: 1, total: 1 },
    ]);
    assert.deepEqual([done, total], [2, 3]);
  });

  it('names each section that is missing or not written once, and none that may be left out', () => {
    const { unwritten } = overview(`${HEADER}## Summary\n\n## Goals\n\n- A table opens within 200 ms.\n`);
    assert.ok(unwritten.includes('Summary') && unwritten.includes('Non-Goals'), unwritten.join());
    assert.ok(!unwritten.includes('Goals'), unwritten.join());
    assert.equal(new Set(unwritten).size, unwritten.length);
  });

  it('is there for a plan of another tool, and for no other document without a template', () => {
    const environment = { templates: [], today: '2026-11-29' };
    const plan = { ...environment, path: 'openspec/changes/tide/tasks.md' };
    const text = '## 1. Store\n\n- [x] 1.1 Choose a format\n- [ ] 1.2 Write the store\n';
    assert.equal(overviewOf(analyze(text, plan))?.milestones[0]?.done, 1);
    assert.equal(overviewOf(analyze(text, environment)), undefined);
  });

  it('has the stage, the status as it is written, and counts of findings and open comments', () => {
    const comment = (state: string, text: string): string =>
      `<!-- design-docs: comment\nauthor: Ida\nstate: ${state}\n\n${text}\n-->\n`;
    const text = `${HEADER.replace('Draft', '*In Review*, since May')}## Summary\n\nA.\n\n${comment('open', 'Why?')}\n${comment('resolved', 'How?')}`;
    const { stage, status, findings, comments } = overview(text);
    assert.deepEqual([stage, status, comments], ['draft', 'In Review, since May', 1]);
    const analysis = analyze(text, { templates: [template], today: '2026-11-29' });
    assert.equal(findings, analysis.findings.filter(({ severity }) => severity !== 'hint').length);
    assert.ok(findings > 0 && findings < analysis.findings.length);
  });
});
