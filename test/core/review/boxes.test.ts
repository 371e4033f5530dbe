import assert from 'node:assert/strict';
import type { Environment } from '../../../src/core/analysis/analyze';
import { analyze } from '../../../src/core/analysis/analyze';
import { readLinkedFile } from '../../../src/core/document/links/anchors';
import { readiness } from '../../../src/core/review/readiness';
import { scaffold } from '../../../src/core/scaffold/scaffold';
import { readTemplate } from '../../../src/core/template/template';
import { readRepo } from '../../fixture';
import { ENGLISH, GERMAN, JAPANESE, SMALL } from './templates';

const today = '2026-11-22';

/** The boxes of a document: `id state`, with the lines of their places, which count from 1. */
function boxesOf(template: string, text: string, more: Partial<Environment> = {}): readonly string[] {
  const analysis = analyze(text, { templates: [readTemplate(template, 'small.md')], today, ...more });
  const { boxes, reasons, ready } = readiness(analysis);
  const unmet = boxes.filter(({ state }) => state === 'unmet');
  assert.equal(ready, unmet.length === 0, 'ready if and only if no box is unmet');
  assert.ok(unmet.every(({ places }) => places.length > 0));
  assert.ok(boxes.every(({ state, question }) => (state === 'person') === (question !== undefined)));
  assert.deepEqual(
    new Set(reasons.map(({ message }) => message)),
    new Set(unmet.flatMap(({ places }) => places.map(({ message }) => message))),
  );
  return boxes.map(({ id, state, places }) => {
    const lines = places.map(({ range }) => ` ${range.start.line + 1}`).join('');
    return `${id} ${state}${lines}`;
  });
}

const withoutMet = (boxes: readonly string[]): readonly string[] =>
  boxes.filter((box) => !box.endsWith(' met'));

describe('the boxes of a review', () => {
  const { template, document } = ENGLISH;

  it('are all met, but for those that only a person can judge', () => {
    assert.deepEqual(boxesOf(template, document), [
      'sections met',
      'placeholders met',
      'leftovers met',
      'tasks met',
      'findings met',
      'next-step met',
      'goals person 9',
      'non-goals met',
      'trust-boundaries met',
      'tests met',
      'open-questions met',
    ]);
  });

  it('are none of a section that the template does not have', () => {
    assert.deepEqual(boxesOf(SMALL.template, SMALL.document), [
      'sections met',
      'placeholders met',
      'leftovers met',
      'findings met',
    ]);
  });

  it('are none of a document that is no draft', () => {
    assert.deepEqual(boxesOf(template, document.replace('Draft', 'Done')), []);
  });

  for (const [what, { template, document }, expected] of [
    ['German', GERMAN, ['goals person 10', 'open-questions person', 'template-1 person 16']],
    ['Japanese', JAPANESE, ['goals person 7']],
  ] as const) {
    it(`are read in ${what}`, () => assert.deepEqual(withoutMet(boxesOf(template, document)), expected));
  }

  const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['goals without a goal', '- An alert within 5 s.\n- It is pleasant.', '`x`', ['goals unmet 6']],
    ['goals that are none', '- An alert within 5 s.\n- It is pleasant.', 'None.', ['goals unmet 6']],
    ['goals that can all be observed', '\n- It is pleasant.', '', ['goals person 6']],
    ['goals in a sentence', '- An alert within 5 s.\n- It is pleasant.', 'It is fast.', ['goals person 6']],
    [
      'goals that are missing',
      '## Goals\n\n- An alert within 5 s.\n- It is pleasant.\n\n',
      '',
      ['sections unmet 1', 'goals unmet 1'],
    ],
    [
      'goals that are empty',
      '- An alert within 5 s.\n- It is pleasant.\n',
      '',
      ['sections unmet 6', 'goals unmet 6'],
    ],
    [
      'instructions, which are an information in a draft',
      '## Goals',
      '<instructions>\nSay it.\n</instructions>\n\n## Goals',
      ['leftovers unmet 6', 'goals person 13'],
    ],
    ['no non-goals', '- Forecasts.', 'None.', ['goals person 9', 'non-goals person 11']],
    [
      '"none" without a reason',
      'None: it reads a clock, and nothing else.',
      'None.',
      ['goals person 9', 'trust-boundaries unmet 15'],
    ],
    [
      'trust in other words',
      'None: it reads a clock, and nothing else.',
      'All is well here.',
      ['goals person 9', 'trust-boundaries person 15'],
    ],
    [
      'trust boundaries',
      'None: it reads a clock, and nothing else.',
      'The radio is untrusted.',
      ['goals person 9'],
    ],
    [
      'no test named',
      '- Unit tests of the clock.',
      '- We look at it.',
      ['goals person 9', 'tests person 19'],
    ],
    ['next steps that are none', '- Buy a clock.', 'None.', ['next-step unmet 27', 'goals person 9']],
    [
      'no open questions section',
      '\n## Open Questions\n\nNone.\n',
      '',
      ['goals person 9', 'open-questions person'],
    ],
    [
      'an open task that nothing can be done about',
      '[ ] Milestone 1: Clock',
      '[~] Milestone 1: Clock',
      ['tasks unmet 33', 'goals person 9'],
    ],
    [
      'tasks that wait for each other',
      '- [ ] Milestone 1: Clock',
      '- [ ] Milestone 1: Clock\n  - [ ] T1 Buy it, depends on T2\n  - [ ] T2 Wind it, depends on T1',
      ['goals person 9'],
    ],
  ];
  for (const [what, from, to, expected] of cases) {
    it(`tell of ${what}`, () => {
      const text = document.replace(from, to);
      assert.notEqual(text, document);
      assert.deepEqual(withoutMet(boxesOf(template, text)), expected);
    });
  }

  it('take the next step from the plan where the template has no list of next steps', () => {
    const plan = (tasks: string): readonly string[] =>
      boxesOf(
        `${SMALL.template}\n## Work Plan (Required)\n\n- [ ] Milestone 1: <milestone>\n`,
        `${SMALL.document}\n## Work Plan\n\n${tasks}`,
      ).filter((box) => box.startsWith('next-step'));
    assert.deepEqual(plan('- [ ] Milestone 1: Build it\n'), ['next-step met']);
    assert.deepEqual(plan('- [x] Milestone 1: Build it\n'), ['next-step met']);
    assert.deepEqual(plan('- [~] Milestone 1: Build it\n'), []);
    assert.deepEqual(plan('- [ ] T001 Buy it, depends on T002\n- [ ] T002 Wind it, depends on T001\n'), [
      'next-step unmet 15',
    ]);
  });

  it('are silent about rules that are turned off', () => {
    const off = boxesOf(template, document, { levels: { 'plan-task': 'off' } });
    assert.deepEqual(
      boxesOf(template, document).filter((box) => !off.includes(box)),
      ['tasks met'],
    );
    const muted = document.replace('## Goals', '<!-- design-docs: disable empty-section -->\n## Goals');
    const empty = muted.replace('- An alert within 5 s.\n- It is pleasant.\n', '');
    assert.ok(!boxesOf(template, empty).some((box) => /^(?:sections|goals) /.test(box)));
    assert.ok(boxesOf(template, muted).includes('sections met'));
  });

  it('are unmet where a section is lacking whose condition is met, and a question where it is not', () => {
    const conditional =
      '# D: <Name>\n\n**Status:** Draft\n\n## Design (Required)\n\n## Security (Required when handling untrusted input or sensitive data)\n\nMap the trust boundaries.\n';
    const boxesWith = (text: string): readonly string[] =>
      boxesOf(conditional, `# D: Tea\n\n**Status:** Draft\n\n## Design\n\n${text}\n`).filter((box) =>
        box.startsWith('trust'),
      );
    assert.deepEqual(boxesWith('The parser reads untrusted input.\n\nIt stores the password of each user.'), [
      'trust-boundaries unmet 1',
    ]);
    assert.deepEqual(boxesWith('A kettle boils water.'), ['trust-boundaries person']);
  });

  it('are silent about a document that the bundled template makes, but for what is to be written', () => {
    const bundled = readRepo('media/templates/design.md');
    const { text } = scaffold(readTemplate(bundled, 'design.md'), {
      title: 'Tea',
      fileName: '0001-tea.md',
      number: '0001',
      today,
      author: 'Ada',
    });
    const ids = withoutMet(boxesOf(bundled, text)).map((box) => box.split(' ', 2).join(' '));
    assert.deepEqual(ids, [
      'sections unmet',
      'placeholders unmet',
      'next-step unmet',
      'goals unmet',
      'non-goals unmet',
      'trust-boundaries unmet',
      'tests unmet',
      'open-questions person',
    ]);
  });
});

describe('the boxes about the place of a document', () => {
  const names = ['0001-a.md', '0002-b.md', 'README.md'];
  const indexOf = (paths: readonly string[]) =>
    readLinkedFile(`# Notes\n\n${paths.map((path) => `- [${path}](${path})\n`).join('')}`);
  const boxes = (path: string, index: readonly string[], beside = names): readonly string[] => {
    const files = {
      exists: () => true,
      beside: () => beside,
      anchors: () => indexOf(index),
      metadata: () => undefined,
      isSelf: () => false,
    };
    return boxesOf(SMALL.template, SMALL.document, { path, files }).filter((box) =>
      /^(?:number|index) /.test(box),
    );
  };

  it('say whether the number is free, and whether the index lists the document', () => {
    assert.deepEqual(boxes('0001-a.md', ['0001-a.md', '0002-b.md']), ['number met', 'index met']);
    assert.deepEqual(boxes('0002-b.md', ['0001-a.md', '0000-x.md'], ['0000-x.md', ...names]), [
      'number met',
      'index unmet 1',
    ]);
    assert.deepEqual(boxes('0002-b.md', [], ['0002-a.md', ...names]), ['number unmet 1']);
    assert.deepEqual(boxes('notes.md', []), []);
  });
});
