import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Environment } from '../../src/core/analysis/analyze';
import { analyze } from '../../src/core/analysis/analyze';
import { fixableFindings, fixText } from '../../src/core/fix/fixText';
import { rules } from '../../src/core/rules/index';
import { applyEdits } from '../../src/core/text/text';
import { saved } from './generators';
import { bundled } from './templates';

const environment: Environment = { templates: [bundled], today: '2026-11-22', author: 'Ada' };
const own = (text: string): string[] => text.match(/qq\d+q/g) ?? [];

describe('fixing', () => {
  it('leaves nothing to fix, and is idempotent', () => {
    fc.assert(
      fc.property(saved, ({ text }) => {
        const fixed = fixText(text, environment).text;
        const left = [...fixableFindings(analyze(fixed, environment))];
        assert.deepEqual(
          left.map(({ rule, message }) => `${rule}: ${message}`),
          [],
        );
        assert.equal(fixText(fixed, environment).text, fixed);
      }),
      { numRuns: 150 },
    );
  });

  it("keeps each of the author's words exactly once", () => {
    fc.assert(
      fc.property(saved, ({ text }) => {
        assert.deepEqual(own(fixText(text, environment).text).sort(), own(text).sort());
      }),
      { numRuns: 150 },
    );
  });

  it("keeps the order of the author's words unless it moves sections", () => {
    const still = rules.map((rule) => rule.id).filter((id) => id !== 'section-order');
    fc.assert(
      fc.property(saved, ({ text }) => {
        assert.deepEqual(own(fixText(text, environment, { rules: still }).text), own(text));
      }),
    );
  });

  it('keeps line endings, the byte order mark and the end of the text', () => {
    fc.assert(
      fc.property(saved, ({ text, ending, bom }) => {
        const fixed = fixText(text, environment).text;
        const endings = new Set(fixed.match(/\r\n|\n|\r/g));
        // A text of one line has no line ending to keep.
        if (text.includes(ending)) assert.deepEqual([...endings], [...endings].length > 0 ? [ending] : []);
        assert.equal(fixed.startsWith('\uFEFF'), bom);
        assert.equal(fixed.lastIndexOf('\uFEFF') <= 0, true);
        if (own(text).length > 0) assert.equal(fixed.endsWith(ending), text.endsWith(ending));
      }),
    );
  });

  it("removes a finding with each of its fixes, and keeps the author's words", () => {
    fc.assert(
      fc.property(saved, ({ text }) => {
        const { findings } = analyze(text, environment);
        for (const { rule, message, fixes = [] } of findings) {
          for (const change of fixes) {
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
