import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/document/document';
import { stageOf } from '../../../src/core/status/stage';
import { progressWord, statusWord } from '../../../src/core/status/statusWord';
import { stageOfWords } from '../../../src/core/status/statusWords';
import { readTemplate } from '../../../src/core/template/template';

const plain = readTemplate('# A: <b>\n\n**Status:** Draft\n\n## C (Required)\n', 'a.md');

function stage(header: string, template = plain, named = true) {
  return stageOf(parseDocument(`# A\n\n${header}\n\n## C\n`), { template, named });
}

/** A template with a plan: what it decides is still to be carried out. */
const planned = readTemplate(
  '# A: <b>\n\n**Status:** Draft\n\n## C (Required)\n\n## Plan\n\n- [ ] Milestone 1: <m>\n',
  'a.md',
);

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
    ['Superceded by 3', 'dead'],
    ['Accpeted', 'progress'],
    ['Supersedes 3', 'unknown'],
    ['in-progress', 'progress'],
    ['In progess since May', 'progress'],
    ["Won't do", 'dead'],
    ['2024-02-03: Rejected', 'dead'],
    ['Final Comment Period', 'draft'],
    ['Returned for revision', 'draft'],
    ['Returned', 'dead'],
    ['Entwurf', 'draft'],
    ['Zurückgestellt', 'dead'],
    ['Zuruckgestellt', 'dead'],
    ['En cours de rédaction', 'progress'],
    ['Obsolète', 'dead'],
    ['Rechazada', 'dead'],
    ['Concluído', 'finished'],
    ['実装済み', 'finished'],
    ['草案', 'draft'],
    ['已废弃', 'dead'],
    ['검토 중', 'draft'],
    ['Принято', 'progress'],
    ['Устарел', 'dead'],
    ['Root cause identified', 'unknown'],
    ['Stable', 'finished'],
    ['Craft', 'unknown'],
    ['Designated', 'unknown'],
    ['Implemented-ish', 'unknown'],
    ['', 'draft'],
  ] as const) {
    it(`${status || 'an empty status'} is ${expected}`, () =>
      assert.equal(stage(`**Status:** ${status}\n**Author:** Ada`, planned), expected));
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
    const statuses = { draft: ['simmering'], dead: ['Implemented by others'] };
    const document = (status: string) => parseDocument(`# A\n\n**Status:** ${status}\n\n## C\n`);
    assert.equal(stageOf(document('Simmering'), { template: plain, named: true }, { statuses }), 'draft');
    assert.equal(
      stageOf(document('implemented by others'), { template: plain, named: true }, { statuses }),
      'dead',
    );
    assert.equal(stageOfWords('simmering'), undefined);
  });
});

describe('stageOf, from other places', () => {
  const record = readTemplate('# <Title>\n\n## Status\n\nProposed\n\n## C (required)\n', 'adr.md');
  const of = (text: string, template = record, environment = {}) =>
    stageOf(parseDocument(text), { template, named: true }, environment);
  const section = (body: string, template = record) =>
    of(`# 1. A\n\n## Status\n\n${body}\n\n## C\n`, template);

  for (const [body, expected] of [
    ['Accepted', 'finished'],
    ['Accepted.', 'finished'],
    ['Proposed', 'draft'],
    ['~~Proposed~~ Rejected', 'dead'],
    [':white_check_mark: Accepted', 'finished'],
    ['* Superseded by [2](2.md)', 'dead'],
    ['Proposed\n\nSupersedes [2](2.md)', 'draft'],
    ['Accepted\n\nSuperseded by [2. B](2.md)', 'dead'],
    ['Accepted\n\nAmended by [2. B](2.md), which is superseded', 'finished'],
    ['- [ ] Draft\n- [x] Accepted', 'finished'],
    ['- [ ] Draft\n- [ ] Accepted', 'draft'],
    ['Proposed | Accepted | Rejected', 'draft'],
    ['<!-- Superseded -->\n\nAccepted', 'finished'],
    ['```\nSuperseded\n```', 'draft'],
    ['We have talked it over with the harbour.', 'draft'],
    ['Simmering', 'unknown'],
  ] as const) {
    it(`a section with ${JSON.stringify(body)} is ${expected}`, () => assert.equal(section(body), expected));
  }

  it('reads a status in the heading of the section, and in other languages', () => {
    assert.equal(of('# A\n\n### Status: Superseded\n\n## C\n'), 'dead');
    assert.equal(of('# A\n\n## Estado\n\nRechazado\n\n## C\n'), 'dead');
    assert.equal(of('# A\n\n## 状态\n\n已废弃\n\n## C\n'), 'dead');
    assert.equal(of('# A\n\n## Goals\n\n#### Status\n\nSuperseded\n'), 'draft');
  });

  it('reads front matter before fields, and fields before the section', () => {
    const matter = '---\nstage: released\n---\n\n';
    const field = '# A\n\n**RFC Status:** Draft\n\n';
    const body = '## Status\n\nRejected\n\n## C\n';
    assert.equal(of(matter + field + body), 'finished');
    assert.equal(of(field + body), 'draft');
    assert.equal(of(`# A\n\n${body}`), 'dead');
    assert.equal(of(`---\nstatus: a | draft | accepted\n---\n\n${field}`), 'draft');
    assert.equal(of('---\nstage: alpha\nstatus: rejected\n---\n\n# A\n\n## C\n'), 'dead');
  });

  it('reads the file that describes the folder of a README, if the README has no status', () => {
    const files = (text: string, name: string) => ({
      files: { isSelf: (other: string) => other === name, metadata: () => text },
    });
    const yaml = 'title: a\nstatus: withdrawn\nstage: alpha\n';
    assert.equal(of('# A\n\n## C\n', record, files(yaml, 'README.md')), 'dead');
    assert.equal(of('# A\n\n## C\n', record, files(`---\n${yaml}`, 'readme.md')), 'dead');
    assert.equal(of('# A\n\n## C\n', record, files(yaml, 'a.md')), 'draft');
    assert.equal(of('# A\n\n## C\n', record, files('status:\n  x: 1\n', 'README.md')), 'unknown');
    assert.equal(of('# A\n\nStatus: Draft\n\n## C\n', record, files(yaml, 'README.md')), 'draft');
  });

  it('is merged without a status if the default branch has the document', () => {
    const isMerged = () => true;
    assert.equal(of('# A\n\n## C\n', record, { isMerged }), 'merged');
    assert.equal(section('Proposed | Accepted | Rejected'), 'draft');
    assert.equal(of('# A\n\nStatus: a | draft | accepted\n\n## C\n', record, { isMerged }), 'merged');
    assert.equal(of('# A\n\nStatus: Draft\n\n## C\n', record, { isMerged: () => assert.fail() }), 'draft');
    const byHeadings = { template: plain, named: false };
    assert.equal(stageOf(parseDocument('# A\n\n## C\n'), byHeadings, { isMerged }), 'merged');
  });
});

describe('stageOf, by the values of the template', () => {
  const listing = (header: string) => readTemplate(`${header}\n\n## C (required)\n`, 'a.md');
  const of = (status: string, header: string) => stage(`- Status: ${status}`, listing(header));

  it('takes a word that only the list has by its place', () => {
    const list = '# A\n\n- Status: Idea / Trial / Adopted / Dropped';
    assert.deepEqual(
      ['Idea', 'Trial', 'Adopted', 'Dropped', 'Tasting'].map((status) => of(status, list)),
      ['draft', 'progress', 'finished', 'dead', 'unknown'],
    );
  });

  it('takes the list from a remark, a section or a directive', () => {
    const remark = '# A\n\n**Status:** Open <!-- one of: Open, Tasting, Accepted or Rejected -->';
    const section = '# A\n\n## Status\n\nProposed | Accepted | Implemented';
    const directive =
      '---\ndesign-docs-status: Brewing | Tasting | Served\n---\n\n# A\n\n**Status:** Brewing';
    assert.deepEqual(
      [of('Tasting', remark), of('Accepted', remark), of('Accepted', section), of('Tasting', directive)],
      ['progress', 'finished', 'progress', 'progress'],
    );
    assert.deepEqual([of('Brewing', directive), of('Served', directive)], ['draft', 'finished']);
  });

  it('takes a decision as the end, but for a plan, and where documents start as decided', () => {
    assert.equal(of('Accepted', '# A\n\n- Status: Draft'), 'finished');
    assert.equal(of('Accepted', '# A\n\n- Status: accepted'), 'progress');
    assert.equal(stage('- Status: Accepted', planned), 'progress');
  });
});

describe('statusWord', () => {
  const listed = readTemplate('# A\n\n- Status: proposed / accepted / implemented\n\n## C\n', 'a.md');
  it("is the template's word if it lists one, else the usual word", () => {
    assert.equal(statusWord(listed, 'draft'), 'Proposed');
    assert.equal(progressWord(listed)?.word, 'Accepted');
    assert.equal(progressWord(plain)?.word, 'In Progress');
    assert.equal(statusWord(plain, 'finished'), 'Implemented');
  });
});
