import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis';
import { scaffold } from '../../../src/core/template/scaffold';
import { readTemplate } from '../../../src/core/template/template';
import { readRepo } from '../../fixture';

const values = { title: 'Kettle', today: '2026-11-22', author: 'Ada' };

/** The text with its tab stops in guillemets. */
function marked(text: string, stops: readonly { start: number; end: number }[]): string {
  return [...stops]
    .reverse()
    .reduce(
      (all, { start, end }) => `${all.slice(0, start)}«${all.slice(start, end)}»${all.slice(end)}`,
      text,
    );
}

function written(template: string, own = values): string {
  const { text, stops } = scaffold(readTemplate(template, 't.md'), own);
  return marked(text, stops);
}

describe('scaffold', () => {
  it('takes off marks and instructions and fills what it knows', () => {
    const template = [
      '# Design: <Name>',
      '<instructions>\nHidden.\n</instructions>',
      '**Status:** Draft\n**Author:** <Name>\n**Created:** YYYY-MM-DD\n**Sponsor:** <Who>',
      '<!-- design-docs: aliases Overview -->\n## Summary (Required) {#Sum}',
      '- Say it.',
      '## Plan (Optional)',
      '<instructions>Hidden.</instructions>',
      '- [ ] Milestone 1: <concise milestone>\n  - [ ] <task>',
      '### <Option>',
      'Para one.\n\nPara [two].',
    ].join('\n\n');
    assert.equal(
      written(template),
      [
        '# Design: Kettle',
        '**Status:** Draft\n**Author:** Ada\n**Created:** 2026-11-22\n**Sponsor:** «<Who>»',
        '## Summary',
        '«- Say it.»',
        '## Plan',
        '- [ ] Milestone 1: «<concise milestone>»\n  - [ ] «<task>»',
        '### «<Option>»',
        '«Para one.»',
        'Para «[two]».\n',
      ].join('\n\n'),
    );
  });

  it('writes front matter that is YAML', () => {
    const template =
      '---\nstatus: "{proposed | accepted}"\ndate: {YYYY-MM-DD}\nauthor: {who}\n---\n\n# {title}\n\n## A\n';
    assert.equal(
      written(template, { ...values, author: 'Ada: "L"' }),
      '---\nstatus: proposed\ndate: 2026-11-22\nauthor: "Ada: \\"L\\""\n---\n\n# Kettle\n\n## A\n',
    );
  });

  it('writes a table, and bullets', () => {
    assert.equal(
      written('# T\n\n| Status | Draft / Done |\n|---|---|\n| Date | YYYY-MM-DD |\n\n## A\n'),
      '# Kettle\n\n| Field | Value |\n| --- | --- |\n| Status | Draft |\n| Date | 2026-11-22 |\n\n## A\n',
    );
    assert.equal(
      written('- Start Date: x\n* **Author**: <x>\n\n## A\n'),
      '# Kettle\n\n- Start Date: 2026-11-22\n* **Author:** Ada\n\n## A\n',
    );
  });

  it("does not write the title's prefix twice", () => {
    assert.match(
      written('# Design: <x>\n\n## A\n', { ...values, title: 'design: Kettle' }),
      /^# design: Kettle\n/,
    );
  });

  it('leaves the author to be typed where none is known', () => {
    const { text, stops } = scaffold(readTemplate('# T\n\n**Author:** <Name>\n\n## A\n', 't.md'), {
      title: 'Kettle',
      today: '2026-11-22',
    });
    assert.match(marked(text, stops), /\*\*Author:\*\* «<Name>»/);
  });

  it('makes a document of the bundled template that follows it', () => {
    const template = readTemplate(readRepo('media/templates/design.md'), 'design.md');
    const { text, stops } = scaffold(template, values);
    const { bound, findings } = analyze(text, { templates: [template], today: '2026-11-22', author: 'Ada' });
    assert.equal(bound?.template, template);
    assert.equal(bound?.stage, 'draft');
    assert.deepEqual(
      [...new Set(findings.filter((one) => one.severity !== 'hint').map((one) => one.rule))],
      ['leftover-placeholder'],
    );
    assert.ok(stops.every(({ start, end }, index) => start < end && start >= (stops[index - 1]?.end ?? 0)));
  });
});
