import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import { unprovedClaims } from '../../../src/core/review/claims';
import { readTemplate } from '../../../src/core/template/template';
import { SMALL } from './templates';

const template = readTemplate(SMALL.template, 'small.md');

/** The words that claim something in a section, each at its line, which counts from that of the section. */
function claimsIn(text: string, heading = 'Story'): readonly string[] {
  const start = '# Idea: Boat\n\n';
  const { document, bound } = analyze(`${start}## ${heading}\n\n${text}\n\n## Cost\n\nTen.\n`, {
    templates: [],
    template,
    today: '2026-11-22',
  });
  assert.ok(bound);
  return unprovedClaims(document, bound.outline).map(({ range: { start: from, end } }) => {
    const word = document.lineAt(from.line)?.text.slice(from.character, end.character);
    return `${from.line - 4} ${word}`;
  });
}

describe('stated invariants', () => {
  for (const [text, expected] of [
    ['It cannot happen that it sinks.', ['0 cannot']],
    ['It floats. It\nnever sinks.', ['1 never']],
    ['The order always holds.', ['0 always']],
    ['It guarantees an order. It is never late.', ['0 guarantees']],
    ['- It floats.\n- A crash is impossible.', ['1 impossible.']],
    ['| a | b |\n| - | - |\n| x | It never sinks. |', ['2 never']],
    ['Es kann niemals sinken.', ['0 kann']],
    ['Cela ne peut jamais arriver.', ['0 ne']],
    ['Nunca se hunde.', ['0 Nunca']],
    ['沈没は決して起こらない。', ['0 決して起こらない。']],
    ['它绝不会沉。', ['0 绝不会沉。']],
    ['절대 가라앉지 않는다.', ['0 절대']],
    ['Она никогда не тонет.', ['0 никогда']],
  ] as const) {
    it(`are found: ${text.split('\n').join(' / ')}`, () => assert.deepEqual(claimsIn(text), expected));
  }

  for (const text of [
    'It floats.',
    'It never sinks, as the fuzz tests show.',
    'It never sinks; `BoatTest` shows it.',
    'It never sinks (`boat_test.cc`).',
    '- It never sinks.\n  - `verify: make float`',
    '- Shown by unit tests:\n  - It never sinks.',
    '| a | b |\n| - | - |\n| It never sinks. | A property test. |',
    'There is no guarantee that it floats.',
    'It is nearly impossible to sink it.',
    'A type `never` in code.',
    '```\nIt never sinks.\n```',
    '> It never sinks.',
    '<!-- It never sinks. -->',
    'Das ist nicht garantiert.',
    'これは保証されない。',
    'Nevertheless, it may sink.',
  ]) {
    it(`are not found: ${text.split('\n').join(' / ')}`, () => assert.deepEqual(claimsIn(text), []));
  }

  it('do not count where other things are spoken of', () => {
    for (const heading of [
      'Background',
      'Alternatives Considered',
      'Out of Scope',
      'Offene Fragen',
      'Testing',
    ]) {
      assert.deepEqual(claimsIn('It never sinks.', heading), [], heading);
    }
    assert.deepEqual(claimsIn('It never sinks.', 'Hull'), ['0 never']);
  });
});
