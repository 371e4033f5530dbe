import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import { isRefused } from '../../../src/core/plan/change';
import { adoptPlan } from '../../../src/core/planEdits/adopt';
import { readTemplate } from '../../../src/core/template/template';
import { applyEdits } from '../../../src/core/text/text';

const TEMPLATE = readTemplate(
  '# Gate: <Name>\n\n## Problem (Required)\n\nText.\n\n## Plan (Required)\n\n- [ ] Milestone 1: <name>\n  - [ ] Step 1: <name>\n',
  'gate-template.md',
);
const HEAD = '# Gate: Locks\n\n## Problem\n\nText.\n\n## Plan\n';
const TAIL = '\n## Later\n\n- [ ] Sell it\n';
const KIRO = `# Implementation Plan

- [x] 1. Build it
  - _Requirements: 1.1_
- [-] 2. Show it
  - [~] 2.1 Draw
    Fine lines.
  - [ ]* 2.2 Frame
`;
const TAKEN = `- [x] 1. Build it
  - _Requirements: 1.1_
- [ ] 2. Show it
  - [ ] 2.1 Draw
    Fine lines.
  - [ ] (optional) 2.2 Frame
`;

const read = (text: string, path = 'gates/1.md') =>
  analyze(text, { template: TEMPLATE, templates: [], today: '2026-11-22', path });
const plan = (text: string, path: string) => analyze(text, { templates: [], today: '2026-11-22', path });

/** The document with the plan, or why it is refused. */
function adopted(text: string, source: string, path = '.kiro/specs/locks/tasks.md'): string {
  const change = adoptPlan(read(text), plan(source, path));
  return isRefused(change) ? String(change.refused) : applyEdits(text, change.edits);
}

describe('the tasks of another plan', () => {
  it('take the place of stubs, with their numbers, notes and ticks', () => {
    const stubs = `${HEAD}\n- [ ] Milestone 1: <name>\n  - [ ] Step 1: <name>\n${TAIL}`;
    assert.equal(adopted(stubs, KIRO), `${HEAD}\n${TAKEN}${TAIL}`);
  });

  it('come behind the milestones of the document, or into an empty plan', () => {
    const own = `${HEAD}\n- [x] Milestone 1: Dig\n  - [x] Deep\n${TAIL}`;
    assert.equal(adopted(own, KIRO), own.replace(TAIL, `${TAKEN}${TAIL}`));
    assert.equal(adopted(HEAD + TAIL, KIRO), `${HEAD}\n${TAKEN}${TAIL}`);
    assert.equal(adopted(`${HEAD}\nIn turn.\n${TAIL}`, KIRO), `${HEAD}\nIn turn.\n\n${TAKEN}${TAIL}`);
  });

  it('come below their headings, which become milestones', () => {
    const source =
      '## 1. Build\n\n1. [x] 1.1 Saw\n   - [x] Oak\n\n**Checkpoint**: fine\n\n## 2. Show\n\n### Tests\n\n* [ ] 2.1 Draw\n';
    const taken = '- [x] 1. Build\n  1. [x] 1.1 Saw\n     - [x] Oak\n- [ ] 2. Show\n  * [ ] 2.1 Draw\n';
    assert.equal(adopted(HEAD + TAIL, source, 'openspec/changes/a/tasks.md'), `${HEAD}\n${taken}${TAIL}`);
  });

  it('have the line endings of the document', () => {
    const text = `${HEAD}${TAIL}`.replaceAll('\n', '\r\n');
    assert.equal(adopted(text, KIRO), `${HEAD}\n${TAKEN}${TAIL}`.replaceAll('\n', '\r\n'));
  });

  for (const [name, text, source, message] of [
    ['a line would be lost', HEAD, `${KIRO}\n• [ ] 3. Sell it\n`, /^Line 10 of the plan looks like a task/],
    ['there are none', HEAD, '# Implementation Plan\n', /no tasks to take over/],
    ['there is no place for them', '# Gate: Locks\n\n## Problem\n\nText.\n', KIRO, /no section for a plan/],
    ['milestones are headings', `${HEAD}\n### Milestone 1\n\n- [ ] Dig\n`, KIRO, /are headings/],
  ] as const) {
    it(`are not taken where ${name}`, () => assert.match(adopted(text, source), message));
  }
});
