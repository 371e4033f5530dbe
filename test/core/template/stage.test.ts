import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/document/document';
import { stageOf, stageOfWords, statusWord } from '../../../src/core/template/stage';
import { readTemplate } from '../../../src/core/template/template';

const plain = readTemplate('# A: <b>\n\n**Status:** Draft\n\n## C (Required)\n', 'a.md');

function stage(header: string, template = plain, named = true) {
  return stageOf(parseDocument(`# A\n\n${header}\n\n## C\n`), { template, named });
}

describe('stageOf', () => {
  for (const [status, expected] of [
    ['Draft', 'draft'],
    ['DRAFT (see below)', 'draft'],
    ['Draft — superseded as the *next* release', 'draft'],
    ['Design', 'draft'],
    ['Proposed', 'draft'],
    ['In Progress', 'progress'],
    ['🚧 **In progress**', 'progress'],
    ['Implementing', 'progress'],
    ['Implementation in progress', 'progress'],
    ['Partially implemented', 'progress'],
    ['Mostly implemented; one step is left', 'progress'],
    ['Phase 1 implemented', 'progress'],
    ['Active — blocked', 'progress'],
    ['Blocked by 0042', 'progress'],
    ['Ready for implementation', 'progress'],
    ['implementable', 'progress'],
    ['Implemented', 'finished'],
    ['**Implemented** in 0.8, in progress elsewhere', 'finished'],
    ['✅ Shipped', 'finished'],
    ['Complete.', 'finished'],
    ['Feature-complete', 'finished'],
    ['Fixed', 'finished'],
    ['Historical', 'finished'],
    ['Superseded by [0042](0042.md)', 'dead'],
    ['Removed', 'dead'],
    ['Stale', 'dead'],
    ['Rejected', 'dead'],
    ['Reference', 'reference'],
    ['Developer reference for the parser', 'reference'],
    ['Living catalog', 'reference'],
    ['In Progress. The rest is tracked in the roadmap rather than here.', 'reference'],
    ['In Progress, tracked in the roadmap', 'progress'],
    ['Retrospective', 'retrospective'],
    ['Root cause identified', 'unknown'],
    ['Designated', 'unknown'],
    ['Implemented-ish', 'unknown'],
    ['', 'draft'],
  ] as const) {
    it(`${status || 'an empty status'} is ${expected}`, () =>
      assert.equal(stage(`**Status:** ${status}\n**Author:** Ada`), expected));
  }

  it('is retrospective by its type, with any status', () => {
    assert.equal(stage('**Type:** Retrospective\n**Status:** Draft'), 'retrospective');
  });

  it('is a draft without a status, unless the template requires one and was chosen by headings only', () => {
    const silent = readTemplate('# A: <b>\n\n## C (Required)\n', 'a.md');
    assert.equal(stage('Text.'), 'draft');
    assert.equal(stage('Text.', plain, false), 'unknown');
    assert.equal(stage('Text.', silent, false), 'draft');
  });

  it('reads only lines before the first section', () => {
    const text = '# A\n\n## C\n\n**Status:** Implemented\n';
    assert.equal(stageOf(parseDocument(text), { template: plain, named: true }), 'draft');
  });

  it('uses the order of the values that a template lists', () => {
    const last = readTemplate(
      '---\nstatus: proposed | accepted | superseded by X\n---\n\n# A\n\n## C\n',
      'a.md',
    );
    const middle = readTemplate('# A\n\n- Status: Proposed / Accepted / Implemented\n\n## C\n', 'a.md');
    assert.equal(stage('Status: accepted', last), 'finished');
    assert.equal(stage('Status: Accepted', middle), 'progress');
    assert.equal(stage('Status: Implemented', middle), 'finished');
    assert.equal(stage('Status: proposed', last), 'draft');
  });

  it("prefers a team's own words", () => {
    const own = { draft: ['simmering'], dead: ['Implemented by others'] };
    const document = (status: string) => parseDocument(`# A\n\n**Status:** ${status}\n\n## C\n`);
    assert.equal(stageOf(document('Simmering'), { template: plain, named: true }, own), 'draft');
    assert.equal(stageOf(document('implemented by others'), { template: plain, named: true }, own), 'dead');
    assert.equal(stageOfWords('simmering'), undefined);
  });
});

describe('statusWord', () => {
  const listed = readTemplate('# A\n\n- Status: proposed / accepted / implemented\n\n## C\n', 'a.md');
  it("is the template's word if it lists one, else the usual word", () => {
    assert.equal(statusWord(listed, 'draft'), 'Proposed');
    assert.equal(statusWord(listed, 'progress'), 'Accepted');
    assert.equal(statusWord(plain, 'progress'), 'In Progress');
    assert.equal(statusWord(plain, 'finished'), 'Implemented');
  });
});
