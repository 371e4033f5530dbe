import assert from 'node:assert/strict';
import {
  leadNames,
  opensOptional,
  readLimit,
  saysKeepAll,
  saysOmitMarks,
} from '../../../src/core/template/templateText';

describe('readLimit', () => {
  for (const [text, min, max] of [
    ['immediate next step(s) (1–3 bullets).', 1, 3],
    ['2 - 4 items', 2, 4],
    ['between 2 to 5 key points', 2, 5],
    ['At most 5 steps', 1, 5],
    ['up to 3 short items', 1, 3],
    ['no more than 7 entries', 1, 7],
    ['maximum of 2 bullets', 1, 2],
  ] as const) {
    it(text, () => assert.deepEqual(readLimit(text), { min, max }));
  }

  for (const text of [
    'up to 3 short sentences',
    '1-3 days',
    'version 1.2-3',
    '2026-01-02',
    'three bullets',
    'bullets 1–3',
    '',
  ]) {
    it(`none in "${text}"`, () => assert.equal(readLimit(text), undefined));
  }
});

describe('leadNames', () => {
  const names = ['Summary', 'Goals', 'Non-Goals', 'Next Steps', 'Plan, Risks and Costs', 'Rest'];
  for (const [text, expected] of [
    ['Start with Summary, Goals, Non-Goals, then Next Steps. Follow with the rest.', names.slice(0, 4)],
    ['begin with the goals, and the SUMMARY', ['Goals', 'Summary']],
    ['Start with Plan, Risks and Costs, then Goals.', ['Plan, Risks and Costs', 'Goals']],
    ['Start with Summary.', []],
    ['To get started with this: pick a domain.', []],
    ['Summary and Goals come first.', []],
    ['Start with care.\nThen start with Rest and Goals.', ['Rest', 'Goals']],
    ['', []],
  ] as const) {
    it(text, () => assert.deepEqual(leadNames(text, names), expected));
  }
});

describe('guidance', () => {
  it('can say to omit marks', () => {
    assert.ok(saysOmitMarks('OMIT the suffixes on the titles: (Required), (Optional), etc.'));
    assert.ok(saysOmitMarks('Please remove all requirement markers.'));
    assert.equal(saysOmitMarks('Keep the suffixes. Remove nothing.'), false);
    assert.equal(saysOmitMarks('Omit this section if it does not apply.'), false);
  });

  it('ask to keep all sections', () => {
    assert.ok(saysKeepAll('**Keep all required headers.** If a section does not apply, say why.'));
    assert.ok(saysKeepAll('Explain why, but do not remove the section.'));
    assert.ok(saysKeepAll('All sections are mandatory.'));
    assert.equal(saysKeepAll('Do not remove this section. Keep the marks.'), false);
    assert.equal(saysKeepAll('All sections must be written in English.'), false);
  });

  it('can start by saying that the section is optional', () => {
    assert.ok(opensOptional('Optional, but suggested for first drafts.'));
    assert.ok(opensOptional('This section is optional. Elaborate.'));
    assert.ok(opensOptional(' This is an optional element. Feel free to remove.'));
    assert.ok(opensOptional('<!--\n  This subsection is optional.\n-->'));
    assert.ok(opensOptional('任意。書かなくてもよい。'));
    assert.ok(opensOptional('Dieser Abschnitt ist optional.'));
    assert.equal(opensOptional('It is optional to say more.'), false);
    assert.equal(opensOptional('Optionally, say more.'), false);
  });
});
