/** What changed above the sections, and documents that came and went. */

import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import { documentChanges, nothingChanged } from '../../../src/core/changes/documentChanges';
import { renamedDocuments } from '../../../src/core/changes/renames';
import { analysisOf, changed, changesOf, edited, TEA, template } from './compare';

describe('the changes of a header', () => {
  it('name the status, flagged if the text is not ready for it', () => {
    assert.deepEqual(changed(['Status:** Draft', 'Status:** In Progress']), [
      'status-set 3 The status was "Draft", and is "In Progress".',
    ]);
    const unready = edited(TEA, ['Tea is boiled, poured and drunk while it is hot.', '']);
    const [early] = changesOf(unready, edited(unready, ['Status:** Draft', 'Status:** In Progress']));
    assert.match(
      early ?? '',
      /^status-set! 3 .* The text is not ready for it: 1 reason, the first on line 6: /,
    );
    const [review] = changesOf(unready, edited(unready, ['Status:** Draft', 'Status:** In Review']));
    assert.match(review ?? '', /^status-set! 3 /);
    const [dead] = changesOf(unready, edited(unready, ['Status:** Draft', 'Status:** Rejected']));
    assert.equal(dead, 'status-set 3 The status was "Draft", and is "Rejected".');
  });

  it('flag a finished status over an open plan', () => {
    assert.deepEqual(changed(['Status:** Draft', 'Status:** Implemented']), [
      'status-set! 3 The status was "Draft", and is "Implemented". 6 of 6 tasks of its plan are not done.',
    ]);
  });

  it('name fields and the title', () => {
    assert.deepEqual(changed(['Author:** Ada', 'Author:** Bob'], ['Design: Tea', 'Design: Mate']), [
      'title-changed 1 The title was "Design: Tea", and is "Design: Mate".',
      'field-changed 4 Field "Author" was "Ada", and is "Bob".',
    ]);
    assert.deepEqual(changed(['**Author:** Ada\n', '']), [
      'field-removed -4 Field "Author" is gone; it was "Ada".',
    ]);
    assert.deepEqual(changed(['**Author:** Ada\n', '**Author:** Ada\n**Team:** Kitchen\n']), [
      'field-added 5 Field "Team" is new: "Kitchen".',
    ]);
  });

  it('flag a document that fits no template any more', () => {
    const lost = documentChanges(analysisOf(TEA), analyze('# Notes\n', { templates: [], today: '' }));
    assert.ok(lost.some(({ kind, flagged }) => kind === 'template-changed' && flagged));
  });
});

describe('the changes of a document as a whole', () => {
  const tea = analysisOf(TEA);

  it('are that it came, or went, which is flagged', () => {
    const [come, ...more] = documentChanges(undefined, tea);
    assert.equal(come?.message.text, 'The document "Design: Tea" is new with the status "Draft".');
    assert.deepEqual([come?.flagged, more], [false, []]);
    const [gone] = documentChanges(tea, undefined);
    assert.deepEqual([gone?.kind, gone?.flagged, gone?.side], ['document-removed', true, 'before']);
    assert.equal(gone?.why?.text, '6 tasks of its plan had not been done.');
  });

  it('say that a file has another name', () => {
    const at = (path: string) => analyze(TEA, { templates: [template], today: '', path });
    assert.deepEqual(
      documentChanges(at('a.md'), at('b.md')).map(({ message }) => message.text),
      ['The file was "a.md", and is "b.md".'],
    );
  });

  it('find a renamed document by its text or its title, and none where two have it', () => {
    const one = { analysis: tea };
    const same = { analysis: analysisOf(TEA) };
    const other = { analysis: analysisOf(TEA.replace('hot', 'cold')) };
    const mate = { analysis: analysisOf(TEA.replace('Design: Tea', 'Design: Mate')) };
    assert.deepEqual([...renamedDocuments([one], [mate, other, same])], [[one, same]]);
    assert.deepEqual([...renamedDocuments([one], [mate, other])], [[one, other]]);
    assert.deepEqual([...renamedDocuments([one], [other, { ...other }])], []);
  });

  it('are nothing only where both texts follow a template and nothing differs', () => {
    assert.equal(String(nothingChanged(tea, tea, [])), 'Nothing in design terms changed.');
    const loose = analyze('Tea\n', { templates: [], today: '' });
    assert.match(String(nothingChanged(loose, loose, [])), /fits no template/);
    assert.equal(nothingChanged(undefined, tea, documentChanges(undefined, tea)), undefined);
  });
});
