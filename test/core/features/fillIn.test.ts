import assert from 'node:assert/strict';
import type { Analysis } from '../../../src/core/analysis/analyze';
import { analyze } from '../../../src/core/analysis/analyze';
import { addComment } from '../../../src/core/comments/change';
import { fillIn, openPlaces, placeAfter, placeAgain } from '../../../src/core/features/fillIn';
import { isRefused } from '../../../src/core/plan/change';
import { readTemplate } from '../../../src/core/template/template';
import { applyEdits } from '../../../src/core/text/text';

const TEMPLATE = `# Design: <Name>

**Status:** Draft
**Author:** <Your Name>

## Summary (Required)

Say what is built.

## Goals (Required)

- As a <user>, I want it.

## Risks (Required)
`;
const TEXT = TEMPLATE.replace('<Name>', 'Kettle').replaceAll(' (Required)', '');
const YAML = TEXT.replace(/\*\*Status[\s\S]*<Your Name>\n\n/, '').replace(
  /^/,
  '---\nstatus: Draft\nauthor: <Your Name>\n---\n\n',
);

const analysisOf = (text: string, template = TEMPLATE): Analysis =>
  analyze(text, { templates: [], template: readTemplate(template, 't.md'), today: '2026-11-22' });

/** The text after the first place with that name is filled in; the message if that is refused. */
function filled(text: string, name: string, value: string, template = TEMPLATE): string {
  const analysis = analysisOf(text, template);
  const place = openPlaces(analysis).find((one) => one.name === name);
  assert.ok(place, `a place in ${name}`);
  const change = fillIn(analysis, place, value);
  return isRefused(change) ? String(change.refused) : applyEdits(text, change.edits);
}

describe('filling in', () => {
  it('lists what only the author can write, with what stands there', () => {
    assert.deepEqual(
      openPlaces(analysisOf(TEXT)).map(({ name, text }) => [name, text]),
      [
        ['Author', '<Your Name>'],
        ['Summary', 'Say what is built.'],
        ['Goals', '<user>'],
        ['Risks', ''],
      ],
    );
  });

  it('says what the template wants in a section that is empty', () => {
    const empty = TEXT.replace('Say what is built.\n', '');
    const said = openPlaces(analysisOf(empty)).map(({ name, guidance }) => [name, guidance]);
    assert.deepEqual(said[1], ['Summary', 'Say what is built.']);
    assert.deepEqual(said.at(-1), ['Risks', '']);
  });

  it('puts the answer in place of a placeholder, a field, guidance, and into an empty section', () => {
    assert.equal(filled(TEXT, 'Goals', 'cook'), TEXT.replace('<user>', 'cook'));
    assert.equal(filled(TEXT, 'Author', 'Ida'), TEXT.replace('<Your Name>', 'Ida'));
    assert.equal(filled(TEXT, 'Summary', ' A kettle. '), TEXT.replace('Say what is built.', 'A kettle.'));
    assert.equal(filled(TEXT, 'Risks', 'None: water.').trimEnd(), `${TEXT.trimEnd()}\n\nNone: water.`);
    const inside = TEXT.replace('- As a <user>, I want it.\n\n', '\n');
    assert.match(filled(inside, 'Goals', 'A cup in 90 s.'), /## Goals\n\nA cup in 90 s\.\n\n+## Risks/);
  });

  it('keeps front matter valid, whatever is answered', () => {
    const template = TEMPLATE.replace(/\*\*Status[\s\S]*<Your Name>\n\n/, '').replace(
      /^/,
      '---\nstatus: Draft\nauthor: <Your Name>\n---\n\n',
    );
    const text = filled(YAML, 'author', 'Ida: "the" #1', template);
    const { document } = analysisOf(text, template);
    assert.equal(document.fields.find(({ name }) => name === 'author')?.value, 'Ida: "the" #1');
    assert.equal(document.fields.length, 2);
  });

  it('keeps line endings', () => {
    const text = TEXT.replaceAll('\n', '\r\n');
    assert.equal(filled(text, 'Summary', 'A\nB'), text.replace('Say what is built.', 'A\r\nB'));
  });

  it('refuses what would be a heading, a blank, or the end of a comment', () => {
    assert.match(filled(TEXT, 'Summary', '## Goals'), /would change the headings/);
    assert.match(filled(TEXT, 'Summary', '  '), /cannot be written/);
    const analysis = analysisOf(TEXT);
    const line = TEXT.slice(0, TEXT.indexOf('Say what')).split('\n').length - 1;
    const change = addComment(analysis.document, line, { text: 'Which?', author: 'Ida', date: '2026-11-22' });
    assert.ok(!isRefused(change));
    const commented = applyEdits(TEXT, change.edits);
    const result = filled(commented, 'Summary', 'A kettle.');
    assert.ok(/remove a review comment/.test(result) || result.includes('Which?'), result);
  });

  it('finds a place again after lines were inserted above, and not once it is filled in', () => {
    const [, summary] = openPlaces(analysisOf(TEXT));
    assert.ok(summary);
    const moved = openPlaces(analysisOf(TEXT.replace('# Design: Kettle', '# Design: Kettle\n\nNew.')));
    assert.equal(placeAgain(moved, summary)?.range.start.line, summary.range.start.line + 2);
    const done = openPlaces(analysisOf(filled(TEXT, 'Summary', 'A kettle.')));
    assert.equal(placeAgain(done, summary), undefined);
  });

  it('leads through all places, whether one is filled in with more lines or left', () => {
    let text = TEXT;
    const seen: (string | undefined)[] = [];
    let place = openPlaces(analysisOf(text))[0];
    for (let turn = 0; place; turn++) {
      seen.push(place.name);
      if (turn % 2 === 0) text = filled(text, place.name ?? '', `Ida\n\nand ${turn} more.`);
      place = placeAfter(openPlaces(analysisOf(text)), place);
    }
    assert.deepEqual(
      seen,
      openPlaces(analysisOf(TEXT)).map(({ name }) => name),
    );
    assert.equal(openPlaces(analysisOf(text)).length, seen.length >> 1);
  });
});
