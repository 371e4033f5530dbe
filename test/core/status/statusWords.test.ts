import assert from 'node:assert/strict';
import { phraseOf, stateWords } from '../../../src/core/status/statusWords';
import stages from '../../../src/core/vocabulary/stages.json';

describe('the words of a status', () => {
  it('have one stage each, and are known in any case and without accents', () => {
    for (const language of Object.values(stages)) {
      for (const [stage, words] of Object.entries(language)) {
        for (const word of words.split(', ')) {
          const bare = word
            .normalize('NFD')
            .replace(/[\u0300-\u036F]/g, '')
            .normalize('NFC');
          for (const form of [word, word.toUpperCase(), bare]) {
            const { stage: found, slip } = phraseOf(form) ?? {};
            assert.deepEqual([form, found, slip], [form, stage, undefined]);
          }
        }
      }
    }
  });

  it('may be misspelled by one slip, but not be another form of the verb', () => {
    const slips = ['Superceded', 'Accpeted', 'Implemeneted', 'In progess', 'Отклонено', 'Verwofen'];
    assert.deepEqual(
      slips.map((word) => [phraseOf(word)?.stage, phraseOf(word)?.slip]),
      [
        ['dead', true],
        ['decided', true],
        ['finished', true],
        ['progress', true],
        ['dead', undefined],
        ['dead', true],
      ],
    );
    assert.deepEqual(['Supersedes 3', 'Replaces', 'Craft', 'Ideas'].map(phraseOf), [
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are replaced alone, whatever follows', () => {
    const state = (source: string) => {
      const { start, end } = stateWords(source);
      return source.slice(start, end);
    };
    assert.deepEqual(
      [
        '**In Progress** (2)',
        'in-progress since May',
        'In progess since',
        '🚧 Simmering for long',
        '~~Draft~~ Accepted.',
        '',
      ].map(state),
      ['In Progress', 'in-progress', 'In progess', 'Simmering', 'Accepted', ''],
    );
  });
});
