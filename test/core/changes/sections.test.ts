/** What changed in the sections of a document, their lists and their text. */

import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import { documentChanges } from '../../../src/core/changes/documentChanges';
import { readTemplate } from '../../../src/core/template/template';
import { changed, changesOf, edited, TEA } from './compare';

const SUMMARY = '## Summary\n\nTea is boiled, poured and drunk while it is hot.\n\n';
const RISKS = '## Risks\n\n- The kettle leaks\n\n';

describe('the changes of sections', () => {
  it('flag a section that the template requires, and one that had text', () => {
    assert.deepEqual(changed([SUMMARY, '']), [
      'section-lost! -6 Section "Summary" is gone. The template requires "Summary".',
    ]);
    assert.deepEqual(changed([RISKS, '']), ['section-lost! -15 Section "Risks" is gone. It had text.']);
    const empty = edited(TEA, [RISKS, '## Risks\n\n']);
    assert.deepEqual(changesOf(empty, edited(empty, ['## Risks\n\n', ''])), [
      'section-lost -15 Section "Risks" is gone.',
    ]);
  });

  it('tell that a section stands on its own now, also if the one around it is gone', () => {
    const nested = edited(TEA, [RISKS, '## Details\n\nSome.\n\n### Kettle\n\nIt leaks.\n\n']);
    const flat = edited(TEA, [RISKS, '## Kettle\n\nIt leaks.\n\n']);
    assert.deepEqual(changesOf(nested, flat), [
      'section-lost! -15 Section "Details" is gone. It had text.',
      'sections-moved 15 Section "Kettle" is part of no other section now.',
    ]);
  });

  it('flag a section that lost its text, and not one that was written', () => {
    const empty: [string, string] = [SUMMARY, '## Summary\n\nSay what.\n\n'];
    assert.deepEqual(changed(empty), [
      'section-emptied! 6 Section "Summary" lost its text. Its heading is all that is left.',
    ]);
    assert.deepEqual(changesOf(edited(TEA, empty), TEA), [
      'section-written 6 Section "Summary" has text now.',
    ]);
  });

  it('leave a heading alone that is being typed, and has no name yet', () => {
    const typed = edited(TEA, ['## Risks', '##\n\n## Risks']);
    assert.deepEqual(changesOf(typed, typed), []);
    assert.deepEqual(changesOf(typed, edited(typed, [RISKS, ''])), [
      'section-lost! -17 Section "Risks" is gone. It had text.',
    ]);
  });

  it('name a section that is new, with what is in it', () => {
    assert.deepEqual(
      changed(['## Work', '## Costs\n\n### Of tea\n\nFew.\n\n### Of cups\n\nMany.\n\n## Work']),
      ['section-added 19 Section "Costs" is new with 2 sub-sections.'],
    );
  });

  it('find a renamed section by the template or by its text, and no other', () => {
    assert.deepEqual(changed(['## Summary', '## Overview']), [
      'section-renamed 6 Section "Summary" is called "Overview" now.',
    ]);
    const costs = edited(TEA, ['## Work', '## Costs\n\nThe tea costs a fortune.\n\n## Work']);
    assert.deepEqual(changesOf(costs, edited(costs, ['## Costs', '## Money'])), [
      'section-renamed 19 Section "Costs" is called "Money" now.',
    ]);
    const both = changesOf(costs, edited(costs, ['## Costs\n\nThe tea', '## Money\n\nMilk']));
    assert.deepEqual(both, [
      'section-added 19 Section "Money" is new.',
      'section-lost! -19 Section "Costs" is gone. It had text.',
    ]);
  });

  it('name sections that moved', () => {
    const moved = changed([RISKS, ''], ['## Non-Goals', `${RISKS}## Non-Goals`]);
    assert.deepEqual(moved, ['sections-moved 6 The order of the sections changed.']);
    const costs = edited(TEA, ['## Risks', '## Costs\n\nThe tea costs a fortune.\n\n## Risks']);
    assert.deepEqual(changesOf(costs, edited(costs, ['## Costs', '### Costs'])), [
      'sections-moved 15 Section "Costs" is part of "Non-Goals" now.',
    ]);
  });

  it('count items that a list lost, flagged where they say what must hold', () => {
    assert.deepEqual(changed(['- Milk in the tea\n', '']), [
      'items-lost! -13 1 item less in "Non-Goals": "Milk in the tea". The section says what must hold.',
    ]);
    assert.deepEqual(changed(['- The kettle leaks', 'There are none that anyone knows of.']), [
      'items-lost -17 1 item less in "Risks": "The kettle leaks".',
      'text-changed 15 The text of 1 section changed: "Risks".',
    ]);
    assert.deepEqual(changed(['- Milk in the tea', '- Milk in the tea\n- Sugar']), [
      'items-added 14 1 item more in "Non-Goals": "Sugar".',
    ]);
  });

  it('take a reworded item for the same one', () => {
    assert.deepEqual(changed(['which has another design', 'which has a design']), [
      'text-changed 10 The text of 1 section changed: "Non-Goals".',
    ]);
  });

  it('name the sections of which only the text changed', () => {
    assert.deepEqual(
      changed(['while it is hot', 'at once'], ['The kettle leaks', 'The kettle leaks water']),
      ['text-changed 6 The text of 2 sections changed: "Summary", "Risks".'],
    );
    assert.deepEqual(changed(['## Summary', 'A word before.\n\n## Summary']), [
      'text-changed 1 The text before the first section changed.',
    ]);
  });

  it('are none for white space and comments', () => {
    assert.deepEqual(changed(['## Summary\n', '## Summary\n\n<!-- a remark -->\n']), []);
    assert.deepEqual(changesOf(TEA, TEA.replaceAll('\n', '\r\n')), []);
    assert.deepEqual(changed(['poured and drunk', 'poured\nand drunk']), []);
  });

  it('are found with the template of any team', () => {
    const german = readTemplate(
      '# Entwurf: <Name>\n\nStatus: Entwurf\n\n## Nicht-Ziele\n\n- <Nicht-Ziel>\n\n## Vertrauensgrenzen\n\n## Umsetzung\n\n- [ ] <Schritt>\n',
      'vorlage.md',
    );
    const text =
      '# Entwurf: Tee\n\nStatus: Entwurf\n\n## Nicht-Ziele\n\n- Kaffee\n- Milch im Tee\n\n## Vertrauensgrenzen\n\n' +
      '- Der Kessel vertraut dem Wasser nicht\n- Der Gast ist unbekannt\n\n## Umsetzung\n\n- [ ] Wasser kochen\n- [ ] Tee eingießen\n';
    const read = (own: string) => analyze(own, { templates: [german], today: '' });
    const after = edited(
      text,
      ['- Milch im Tee\n', ''],
      ['- Der Gast ist unbekannt\n', ''],
      ['[ ] Tee', '[x] Tee'],
    );
    const found = documentChanges(read(text), read(after));
    assert.deepEqual(
      found.map(({ kind, flagged, message }) => [kind, flagged, message.text]),
      [
        ['items-lost', true, '1 item less in "Nicht-Ziele": "Milch im Tee".'],
        ['items-lost', true, '1 item less in "Vertrauensgrenzen": "Der Gast ist unbekannt".'],
        ['step-ticked', false, 'Milestone "Tee eingießen" is ticked.'],
      ],
    );
  });
});
