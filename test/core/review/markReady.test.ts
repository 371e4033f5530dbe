import assert from 'node:assert/strict';
import type { Environment } from '../../../src/core/analysis/analyze';
import { analyze } from '../../../src/core/analysis/analyze';
import { markReady, stripForReview } from '../../../src/core/review/markReady';
import { readTemplate } from '../../../src/core/template/template';
import { say } from '../../../src/core/text/message';
import { ENGLISH, GERMAN, JAPANESE } from './templates';

const today = '2026-11-22';

function marked(template: string, text: string, more: Partial<Environment> = {}) {
  const analysis = analyze(text, { templates: [readTemplate(template, 'small.md')], today, ...more });
  return markReady(stripForReview(analysis));
}

describe('Mark Ready', () => {
  for (const [what, { template, document }, from, to] of [
    ['English', ENGLISH, 'Draft', 'In Review'],
    ['German', GERMAN, 'Entwurf\n', 'In Prüfung\n'],
    ['Japanese', JAPANESE, '下書き', 'レビュー中'],
  ] as const) {
    const result = document.replace(from, to);

    it(`writes the word of a template in ${what}, and nothing else`, () => {
      assert.equal(marked(template, document)?.text, result);
      assert.equal(marked(template, result)?.text, result, 'once more');
    });

    it(`keeps line endings and a byte order mark in ${what}`, () => {
      const windows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
      assert.equal(marked(template, windows(document))?.text, windows(result));
    });
  }

  const front = (text: string): string =>
    `---\nstatus: Draft # first\n---\n\n${text.replace('**Status:** Draft\n\n', '')}`;
  const matter = '---\nstatus: Draft | In Review | Done\n---\n\n';

  it('sets a status in front matter, and in a section', () => {
    const template = matter + ENGLISH.template.replace(/\*\*Status.*\n\n/, '');
    const text = front(ENGLISH.document);
    assert.equal(marked(template, text)?.text, text.replace('Draft', 'In Review'));
    const inSection = (value: string) => `# T: x\n\n## Status\n\n${value}\n\n## A\n\nOne.\n\n## B\n\nTwo.\n`;
    const sections =
      '# T: <x>\n\n## Status\n\nDraft | In Review | Done\n\n## A (Required)\n\n## B (Required)\n';
    assert.equal(marked(sections, inSection('Draft'))?.text, inSection('In Review'));
  });

  it('sets a status in a table, of which the template escapes the bars', () => {
    const table = (value: string): string => `| Scope | Time |\n| --- | --- |\n| Status | ${value} |`;
    const template = ENGLISH.template.replace(/\*\*Status.*/, () =>
      table(String.raw`Draft \| In Review \| Done`),
    );
    const text = (value: string): string => ENGLISH.document.replace('**Status:** Draft', table(value));
    assert.deepEqual(marked(template, text('Draft')), { text: text('In Review'), status: 'In Review' });
  });

  it("replaces the emoji of a status by the new one's, and no emphasis, only once", () => {
    const list = '🟡 Draft | 🔵 In Review | 🛠️ In Progress | 🟢 Done';
    const template = ENGLISH.template.replace('Draft | In Review | Done', list);
    const text = (value: string): string => ENGLISH.document.replace('Draft', value);
    const word = '🔵 In Review';
    for (const [from, to] of [
      ['🟡 Draft', word],
      ['🟡🟡 Draft (for now)', `${word} (for now)`],
      ['Draft', word],
      ['**🟡 Draft**', `**${word}**`],
      ['**Draft**', `**${word}**`],
      [':memo: Draft', word],
      ['✏️ Draft', word],
    ] as const) {
      assert.deepEqual(marked(template, text(from)), { text: text(to), status: word });
      assert.deepEqual(marked(template, text(to)), {
        text: text(to),
        note: say`The status is "${'In Review'}" already.`,
      });
    }
  });

  it('leaves a document without a status as it is, and says so', () => {
    const template = '# T: <x>\n\n## A (Required)\n\n## B (Required)\n\n## C (Required)\n';
    const text = '# T: x\n\n## A\n\nOne.\n\n## B\n\nTwo.\n\n## C\n\nThree.\n';
    assert.deepEqual(marked(template, text), {
      text,
      note: say`The document has no status that could be set.`,
    });
  });

  it('strips what a baseline lists, and is not made ready by one', () => {
    const { template, document } = ENGLISH;
    const text = document.replace('## Goals', '## Goals (Required)');
    const omit = template.replace('## Goals', '<instructions>Omit the suffixes.</instructions>\n\n## Goals');
    const baseline = analyze(text, { templates: [readTemplate(omit, 'small.md')], today }).findings.map(
      ({ rule, message }) => ({ rule, message, count: 1 }),
    );
    assert.equal(baseline.length, 1);
    assert.equal(marked(omit, text, { baseline })?.text, document.replace('Draft', 'In Review'));
    assert.equal(marked(template, document.replace('- Buy a clock.\n', '')), undefined);
  });

  it('refuses what is no draft', () => {
    const { template, document } = ENGLISH;
    assert.throws(() => marked(template, document.replace('Draft', 'Done')), /Only a draft/);
    assert.throws(() => marked(template, '# Tea\n'), /fits no template/);
  });
});
