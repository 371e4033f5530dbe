import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../src/core/analysis/analyze';
import { parseDocument } from '../../src/core/document/document';
import { readLinks } from '../../src/core/document/links/links';
import { completionsAt } from '../../src/core/features/completion';
import { fixText } from '../../src/core/fix/fixText';
import { walkBlocks } from '../../src/core/markdown/markdown';
import { readPlan } from '../../src/core/plan/plan';
import { scaffold } from '../../src/core/scaffold/scaffold';
import { readTemplate } from '../../src/core/template/template';
import { anyString } from '../random';
import { noise, saved } from './generators';
import { checkFindings, checkRange } from './ranges';
import { templates } from './templates';

const environment = { templates, today: '2026-11-22', author: 'Ada' };
const anyText = fc.oneof(
  { weight: 3, arbitrary: saved.map(({ text }) => text) },
  { weight: 3, arbitrary: noise },
  { weight: 1, arbitrary: anyString() },
);

describe('any text', () => {
  it('can be parsed, and all ranges are inside it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = parseDocument(text);
        const { lines } = document;
        for (const field of document.fields) {
          checkRange(lines, field.nameRange, `the name of ${field.name}`);
          checkRange(lines, field.valueRange, `the value of ${field.name}`);
        }
        for (const { heading, start, end, bodyEnd } of document.sections) {
          checkRange(lines, heading.range, `the heading ${heading.text}`);
          assert.ok(start < bodyEnd && bodyEnd <= end && end <= lines.length);
        }
        for (const block of walkBlocks(document.blocks)) {
          assert.ok(block.start < block.end && block.end <= lines.length, `${block.kind} ${block.start}`);
          if (block.box) checkRange(lines, block.box.range, 'a box');
        }
        for (const link of readLinks(document)) checkRange(lines, link.range, `the link ${link.target}`);
        readPlan(document);
      }),
    );
  });

  it('can be checked, and all findings and edits are inside it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        checkFindings(analyze(text, environment));
      }),
    );
  });

  it('can be a template for new documents', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const template = readTemplate(text, 'x.md');
        const made = scaffold(template, { title: 'Tea', today: '2026-11-22' });
        assert.ok(made.text.endsWith('\n'));
        fixText(made.text, { ...environment, template });
      }),
      { numRuns: 60 },
    );
  });

  it('can be completed at any position', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, seed) => {
        const analysis = analyze(text, environment);
        const line = seed % analysis.document.lines.length;
        const width = analysis.document.lines[line]?.text.length ?? 0;
        completionsAt(analysis, { line, character: seed % (width + 1) });
      }),
    );
  });

  it('has the same findings with all line endings', () => {
    fc.assert(
      fc.property(saved, ({ text, ending }) => {
        const plain = text.replace(/^\uFEFF/, '').replaceAll(ending, '\n');
        const shape = (source: string) =>
          analyze(source, environment).findings.map(({ rule, message, range }) => ({ rule, message, range }));
        assert.deepEqual(shape(text), shape(plain));
      }),
    );
  });
});
