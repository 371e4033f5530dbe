import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/document/document';
import { bylineOf } from '../../../src/core/document/fields/byline';

/** What the byline of a document with this text below its title says: `people`, `date`. */
function read(text: string): string[] {
  const { people, date } = bylineOf(parseDocument(`# Kettle\n\n${text}\n\n## Why\n\nTea.\n`));
  return [people && 'people', date && 'date'].filter((word) => word !== false);
}

describe('the byline', () => {
  for (const text of [
    'Ada Lovelace\\\nMay 2026',
    'Ada Lovelace \\\n2 May 2026',
    '_Ada Lovelace_<br>\n_2026-05-02_',
    'Ada King van Lovelace, Charles Babbage\nMay 2, 2026.',
    'Jean-Luc O’Brien & Ada B. Lovelace\n02.05.2026',
    'By Ada Lovelace <ada@example.org>\n\nMay 2nd, 2026',
    '<!-- A draft. -->\n\nAda Lovelace\n\n2026-05-02',
    'Jürgen Müller und Änne Groß\n2. Mai 2026',
    'Ада Лавлейс\\\nМай 2026',
  ]) {
    it(`names people and a date: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(read(text), ['people', 'date']);
    });
  }

  for (const text of [
    'Ada Lovelace\\\nCharles Babbage',
    'Ada Lovelace\n\nLast updated: May 2, 2026',
    'by Ada Lovelace',
    'A kettle for the train.\n\nBy Ada Lovelace',
  ]) {
    it(`names people: ${JSON.stringify(text)}`, () => assert.deepEqual(read(text), ['people']));
  }

  for (const text of [
    'Ada Lovelace',
    'Boiling Water',
    'Draft Design\\\nMay 2026',
    'Work In Progress\n\n2026-05-02',
    'May 2026',
    'Ada Lovelace proposes a kettle.\\\nMay 2026',
    'Kettle\\\nMay 2026',
    'Version 2026',
    'Every Kettle of the House Of The Long Name\\\nMay 2026',
    'One.\n\nTwo.\n\nThree.\n\nAda Lovelace\\\nMay 2026',
    '- Ada Lovelace\n- Charles Babbage',
    '',
  ]) {
    it(`is none: ${JSON.stringify(text)}`, () => assert.deepEqual(read(text), []));
  }
});
