/** The words that are written for a stage, and what documents are read as with them. */

import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import { isRefused } from '../../../src/core/plan/change';
import { startEdits, startMilestone } from '../../../src/core/planEdits/start';
import type { StatusWords } from '../../../src/core/status/stage';
import { progressWord, stageWords, statusWord } from '../../../src/core/status/statusWord';
import { readTemplate } from '../../../src/core/template/template';
import { say } from '../../../src/core/text/message';
import { applyEdits } from '../../../src/core/text/text';

const PLAN = '\n## Goals\n\nText.\n\n## Implementation Plan\n\n- [ ] Milestone 1: Boil\n  - [ ] Fill it\n';
const BOLD = '**Status:** @';
const TABLE = '| Field | Value |\n| --- | --- |\n| Author | A |\n| Status | @ |';
const text = (status: string, header = BOLD): string =>
  `# Design: Tea\n\n${header.replace('@', status)}\n${PLAN}`;
const templateOf = (status: string, header = BOLD) => readTemplate(text(status, header), 'design.md');

/** What a document has after its milestone was started, and the stage that it is in then. */
function started(list: string, from: string, header = BOLD, statuses: StatusWords = {}) {
  const environment = { templates: [], template: templateOf(list, header), today: '2026-11-22', statuses };
  const before = analyze(text(from, header), environment);
  const start = startMilestone(before, before.plan.milestones[0]?.line ?? -1);
  assert.ok(!isRefused(start));
  const after = applyEdits(before.document.text, startEdits(start));
  const { bound } = analyze(after, environment);
  return [after, start.status?.word, bound?.stage];
}

describe('the status of a started document', () => {
  for (const [list, from, to] of [
    ['Draft | In Review | Accepted', 'Draft', 'In Progress'],
    ['Draft | In Review | Accepted | Rejected', 'Draft', 'In Progress'],
    ['Draft | Under review | Approved | Rejected | Obsolete', 'Draft', 'In Progress'],
    ['Proposed | Accepted | Deprecated | Superseded', 'Proposed', 'In Progress'],
    ['Entwurf | In Prüfung | Freigegeben', 'Entwurf', 'In Progress'],
    ['Draft | Final', 'Draft', 'In Progress'],
    ['Draft | Accepted | Implemented', 'Draft', 'Accepted'],
    ['Draft | Accepted | Started | Done', 'Draft', 'Accepted'],
    ['Draft | in progress (being built) | Done', 'Draft', 'In Progress'],
    ['`Draft` | `Started` | `Done`', '`Draft`', 'Started'],
    ['🟡 Draft | 🛠 In Progress | 🟢 Done', '🟡 Draft', '🛠 In Progress'],
  ] as const) {
    it(`is read as in progress: ${list}`, () => {
      const result = from.startsWith('`') ? `\`${to}\`` : to;
      assert.deepEqual(started(list, from), [text(result), to, 'progress']);
    });
  }

  it('stays where no word would be read as in progress', () => {
    const list = 'Draft | In Progress | Abandoned';
    assert.deepEqual(started(list, 'Draft'), [text('Draft'), undefined, 'draft']);
    assert.equal(progressWord(templateOf(list)), undefined);
    assert.deepEqual(stageWords(templateOf(list)), ['Draft', 'Implemented']);
    const own = { draft: ['In Progress'] };
    assert.deepEqual(started('Draft | Final', 'Draft', BOLD, own), [text('Draft'), undefined, 'draft']);
  });

  it('is never read as another stage, whatever the template lists', () => {
    const words = ['Draft', 'In Review', 'Accepted', 'In Progress', 'Brewing', 'Done', 'Rejected'];
    const lists = words.flatMap((first) =>
      words.flatMap((second) => words.map((third) => [first, second, third])),
    );
    for (const list of lists.filter((all) => new Set(all).size === all.length)) {
      const [, word, after] = started(list.join(' | '), list[0] ?? '');
      assert.ok(word === undefined || after === 'progress', `${list.join(' | ')}: ${word} is ${after}`);
    }
  });

  it('stays where nothing was chosen from the list', () => {
    const list = 'Draft | In Progress | Done';
    assert.deepEqual(started(list, list), [text(list), undefined, 'draft']);
  });

  it("is the team's own word, if the template lists it", () => {
    const own = { progress: ['Accepted'] };
    assert.deepEqual(started('Draft | Accepted', 'Draft', BOLD, own), [
      text('Accepted'),
      'Accepted',
      'progress',
    ]);
  });

  it('is one of the values in a cell of a table', () => {
    for (const [list, to] of [
      [String.raw`Draft \| In Review \| Accepted`, 'In Progress'],
      [String.raw`Draft\|Started\|Done`, 'Started'],
    ] as const) {
      assert.deepEqual(started(list, 'Draft', TABLE), [text(to, TABLE), to, 'progress']);
    }
  });
});

describe('statusWord', () => {
  it('is written without the remark and the quotes of the template', () => {
    assert.equal(statusWord(templateOf('`Draft` | `Done (shipped)`'), 'finished'), 'Done');
  });
});

describe('status-drift', () => {
  it('offers no status that means another stage in documents of the template', () => {
    for (const [list, word] of [
      ['Draft | In Review | Accepted', 'In Progress'],
      ['Draft | Accepted | Done', 'Accepted'],
      ['Draft | In Progress | Abandoned', undefined],
    ] as const) {
      const environment = { templates: [], template: templateOf(list), today: '2026-11-22' };
      const done = text('Draft').replace('  - [ ] Fill it\n', '  - [x] Fill it\n  - [ ] Heat it\n');
      const found = analyze(done, environment).findings.find(({ rule }) => rule === 'status-drift');
      assert.deepEqual(
        found?.fixes?.map(({ title }) => title),
        word === undefined ? [] : [say`Set the status to "${word}"`],
      );
    }
  });
});
