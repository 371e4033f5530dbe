import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Environment } from '../../src/core/analysis';
import { analyze, fixText } from '../../src/core/analysis';
import { rules } from '../../src/core/rules/index';
import { scaffold } from '../../src/core/template/scaffold';
import { readTemplate } from '../../src/core/template/template';
import { applyEdits } from '../../src/core/text/text';
import { saved } from './generators';
import { bundled, templates, templateText } from './templates';

const environment: Environment = { templates: [bundled], today: '2026-11-22', author: 'Ada' };
const own = (text: string): string[] => text.match(/qq\d+q/g) ?? [];

describe('fixing', () => {
  it('leaves nothing to fix, and fixing again changes nothing', () => {
    fc.assert(
      fc.property(saved, ({ text }) => {
        const fixed = fixText(text, environment).text;
        const left = analyze(fixed, environment).findings.filter((finding) => finding.fix);
        assert.deepEqual(
          left.map(({ rule, message }) => `${rule}: ${message}`),
          [],
        );
        assert.equal(fixText(fixed, environment).text, fixed);
      }),
      { numRuns: 150 },
    );
  });

  it("keeps every word of the author's own, once", () => {
    fc.assert(
      fc.property(saved, ({ text }) => {
        assert.deepEqual(own(fixText(text, environment).text).sort(), own(text).sort());
      }),
      { numRuns: 150 },
    );
  });

  it('keeps their order unless it moves sections', () => {
    const still = rules.map((rule) => rule.id).filter((id) => id !== 'section-order');
    fc.assert(
      fc.property(saved, ({ text }) => {
        assert.deepEqual(own(fixText(text, environment, still).text), own(text));
      }),
    );
  });

  it('keeps line endings, the byte order mark and the end of the text', () => {
    fc.assert(
      fc.property(saved, ({ text, ending, bom }) => {
        const fixed = fixText(text, environment).text;
        const endings = new Set(fixed.match(/\r\n|\n|\r/g));
        // A text of one line shows no ending of its own.
        if (text.includes(ending)) assert.deepEqual([...endings], [...endings].length > 0 ? [ending] : []);
        assert.equal(fixed.startsWith('\uFEFF'), bom);
        assert.equal(fixed.lastIndexOf('\uFEFF') <= 0, true);
        if (own(text).length > 0) assert.equal(fixed.endsWith(ending), text.endsWith(ending));
      }),
    );
  });

  it('removes a finding with each change of its own, and throws nothing away', () => {
    fc.assert(
      fc.property(saved, ({ text }) => {
        const { findings } = analyze(text, environment);
        for (const { rule, message, fix, choices } of findings) {
          for (const change of [...(fix ? [fix] : []), ...(choices ?? [])]) {
            const after = applyEdits(text, change.edits);
            assert.notEqual(after, text, `${rule}: "${change.title}" does nothing`);
            assert.deepEqual(own(after).sort(), own(text).sort(), `${rule}: "${change.title}" (${message})`);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a new document', () => {
  /** What is left to be typed over is what is found, and nothing else. */
  function checkScaffold(template: Environment['template']): void {
    assert.ok(template);
    const made = scaffold(template, { title: 'Kettle', today: '2026-11-22', author: 'Ada' });
    const { bound, findings } = analyze(made.text, { ...environment, template });
    assert.ok(bound);
    const rest = findings.filter(
      ({ rule, severity }) =>
        severity !== 'hint' && rule !== 'leftover-placeholder' && rule !== 'header-field',
    );
    assert.deepEqual(
      rest.map(({ rule, message }) => `${rule}: ${message}`),
      [],
      made.text,
    );
  }

  for (const template of templates) {
    it(`of ${template.name} follows it`, () => checkScaffold(template));
  }

  it('of any template follows it', () => {
    fc.assert(fc.property(templateText, (text) => checkScaffold(readTemplate(text, 'x.md'))));
  });
});
