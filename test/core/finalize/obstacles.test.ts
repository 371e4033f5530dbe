import assert from 'node:assert/strict';
import { DOC, reasonsOf, summaryOf } from './small';

describe('finalizing', () => {
  it('is refused while something is open, with the line of each reason', () => {
    const cases: [string, string, (string | number | undefined)[][]][] = [
      [
        '[x]',
        '[ ]',
        [[15, 'The step "Milestone 1: Boil" is not done. Complete it, or take it out of the plan.']],
      ],
      [
        '[x] Milestone 1: Boil',
        '[x] Milestone 1: Boil\n  - [ ] Fill',
        [[16, 'The step "Fill" is not done. Complete it, or take it out of the plan.']],
      ],
      [
        '[x] Milestone 1: Boil',
        '[ ] Milestone 1: Boil\n  - [x] Fill',
        [[15, '"Milestone 1: Boil" is not ticked. Tick it if it is done.']],
      ],
      [
        '[x]',
        '[~]',
        [[15, 'A person must settle what the marks on line 16 mean: they are neither open nor done.']],
      ],
      [
        '- [x] Milestone 1: Boil',
        '- [x] Milestone 1: Boil\n-[ ] Fill',
        [
          [
            16,
            'What is on line 17 looks like a task and is none, so its work is not known. Write it as a "- [ ]" item.',
          ],
        ],
      ],
      [
        'Boil',
        'Boil `verify: npm test`',
        [
          [
            15,
            'The step is ticked, and nothing shows that its check passed (npm test). Run it and complete the step with the outcome, or untick it.',
          ],
        ],
      ],
      [
        'In Progress',
        'Superseded by [B](b.md)',
        [
          [
            undefined,
            'The document was given up or superseded: only a document that has shipped becomes its summary.',
          ],
        ],
      ],
      [
        '- [x] Milestone 1: Boil',
        'Done.',
        [[2, 'The status is "In Progress", and no plan shows that the work is done. Set the status first.']],
      ],
      [
        '**Status:** In Progress\n',
        '',
        [[undefined, 'The document has no status, so nothing would say that it is finished. Give it one.']],
      ],
    ];
    for (const [from, to, expected] of cases) {
      assert.deepEqual(reasonsOf(DOC.replace(from, to)), expected, to);
    }
  });

  it('is refused where git does not have the text', () => {
    for (const kind of ['no git', 'no commit', 'untracked', 'differs'] as const) {
      const [[line, message] = [], ...more] = reasonsOf(DOC, { full: { kind } });
      assert.deepEqual([line, more], [undefined, []], kind);
      assert.match(String(message), /would be lost/, kind);
    }
  });

  it('is refused where a footnote that stays is defined in a list or quote that goes', () => {
    const reason =
      'The footnote "[^1]" is used, and its definition is in a list or quote that would be lost. Move the definition out of it first.';
    const used = DOC.replace('without waiting.', 'without waiting.[^1]');
    for (const [note, line] of [
      ['- Warm.\n\n  [^1]: Much of it.\n\n      In two parts.', 13],
      ['- [^1]: Much of it.', 11],
      ['- [^1]: Much', 11],
      ['- Warm.\n  [^1]: Much of it.', 12],
      ['> Warm.\n>\n> [^1]: Much of it.', 13],
      ['> 1. [^1]: Much of it.', 11],
      ['> [^1]: Much of it.\n\n[^1]: Another one.', 11],
    ] as const) {
      const text = used.replace('- Warm.', note);
      assert.deepEqual(reasonsOf(text), [[line, reason]], note);
      assert.ok(summaryOf(text, { keep: ['summary', 'goals'] }).includes(note), note);
      assert.doesNotMatch(summaryOf(text.replace('waiting.[^1]', 'waiting.')), /Much/, note);
    }
    const shown = used.replace('- Warm.', '- Warm.\n\n  ```\n  [^1]: Much of it.\n  ```');
    assert.doesNotMatch(summaryOf(shown), /Much/);
  });
});
