import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import { planLenses } from '../../../src/core/features/lenses';
import { nextPlaceholder, openPlaceholders } from '../../../src/core/features/placeholders';
import { readTemplate } from '../../../src/core/template/template';
import { applyEdits } from '../../../src/core/text/text';

const template = readTemplate(
  [
    '# Design: <Name>',
    '**Status:** Draft\n**Author:** <Your Name>',
    '## Summary (Required)',
    'Say what is built.\n\nSay for whom.',
    '## Goals (Required)',
    'As a <user>, I want it.',
    '## Plan (Required)',
    '- [ ] Milestone 1: <milestone>',
    '## Risks (Required)',
  ].join('\n\n'),
  't.md',
);
const NEW = [
  '# Design: Kettle',
  '**Status:** Draft\n**Author:** <Your Name>',
  '## Summary',
  'Say what is built.\n\nSay for whom.',
  '## Goals',
  'As a <user>, I want it.',
  '## Plan',
  '- [ ] Milestone 1: <milestone>',
  '## Risks',
  '',
].join('\n\n');
const analysisOf = (text: string) => analyze(text, { templates: [], template, today: '2026-11-22' });

function texts(text: string): string[] {
  const { document } = analysisOf(text);
  return openPlaceholders(analysisOf(text)).map(({ start, end }) =>
    document.lines
      .slice(start.line, end.line + 1)
      .map(({ text: line }, at) =>
        line.slice(at === 0 ? start.character : 0, at === end.line - start.line ? end.character : undefined),
      )
      .join('\n'),
  );
}

/** The kind and the count of the code lens on the title's line, or "none". */
function lensOf(text: string): string {
  const [offer] = planLenses(analysisOf(text)).filter(({ line }) => line === 0);
  return offer && 'count' in offer ? `${offer.kind} ${offer.count}` : 'none';
}

describe('openPlaceholders', () => {
  it('are placeholders, masked fields and unwritten sections, in document order', () => {
    assert.deepEqual(texts(NEW), [
      '<Your Name>',
      'Say what is built.\n\nSay for whom.',
      '<user>',
      '<milestone>',
      '',
    ]);
  });

  it('include inserted text of the template, until the author replaces it', () => {
    const without = NEW.replace(/## Summary[\s\S]*(?=## Goals)/, '');
    const analysis = analysisOf(without);
    const [fix] = analysis.findings.flatMap(({ fixes = [] }) => fixes);
    assert.equal(fix?.applicability, 'scaffold');
    const inserted = applyEdits(without, fix.edits);
    assert.equal(texts(inserted).length, texts(without).length + 1);
    const written = inserted.replace('Say what is built.\n\nSay for whom.', 'Tea.');
    assert.equal(texts(written).length, texts(without).length);
  });

  it('are visited in order, and wrap around', () => {
    const analysis = analysisOf(NEW);
    const open = openPlaceholders(analysis);
    const seen = [];
    let at = { line: 0, character: 0 };
    for (let count = 0; count <= open.length; count++) {
      const next = nextPlaceholder(analysis, at);
      assert.ok(next);
      seen.push(next);
      at = next.start;
    }
    assert.deepEqual(seen, [...open, open[0]]);
  });

  it('are empty in a written document', () => {
    const all = NEW.replace('<Your Name>', 'Ada')
      .replace('Say what is built.\n\nSay for whom.', 'Tea.')
      .replace('<user>', 'cook')
      .replace('<milestone>', 'boil');
    assert.deepEqual(texts(`${all}None.\n`), []);
    assert.equal(nextPlaceholder(analysisOf(`${all}None.\n`), { line: 0, character: 0 }), undefined);
  });
});

describe('the lens on the title', () => {
  it('reports the readiness of a draft, and the findings of a later document', () => {
    const done = NEW.replace('<Your Name>', 'Ada')
      .replace('Say what is built.\n\nSay for whom.', 'Tea.')
      .replace('<user>', 'cook')
      .replace('<milestone>', 'boil')
      .concat('None.\n');
    assert.equal(lensOf(NEW), 'ready 7');
    assert.equal(lensOf(done), 'ready 0');
    assert.equal(lensOf(done.replace('Draft', 'In Progress')), 'findings 0');
    assert.equal(lensOf(done.replace('Draft', 'In Progress').replace('Tea.', '')), 'findings 1');
    assert.equal(lensOf(done.replace('Draft', 'Superseded')), 'none');
  });
});
