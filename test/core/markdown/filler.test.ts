import assert from 'node:assert/strict';
import { isFiller, opensAsFiller } from '../../../src/core/markdown/filler';

describe('filler', () => {
  for (const text of [
    ...['...', '…', '???', 'xxx', 'XXXX', '&nbsp;', '![]()', '[ ]', 'Lorem ipsum dolor sit amet.', 'FIXME'],
    ...['WIP', 'TK', 'tbd', 'Tbd', '**TBD**', '_TODO_', 'To be determined', 'To be written.', 'Coming soon!'],
    ...['[TBD]', '(TBA)', '“to be\ndefined”', 'Noch zu klären.', '【待定】', '未定。', 'à  définir'],
    ...['[ ] TBD', '*[TODO]*', '&hellip;'],
  ]) {
    it(`is ${JSON.stringify(text)}`, () => assert.ok(isFiller(text)));
  }

  for (const text of [
    ...['', ' ', 'N/A', 'None', '-', '—', '–', '/', '0', '1.', 'x', '[x]', 'xx', 'Not applicable', 'unknown'],
    ...[
      'unknown (not recorded)',
      'Todo',
      '`TODO`',
      '`...`',
      '[TBD](https://example.org)',
      '![coil](coil.png)',
    ],
    ...[
      'TBD by Ada',
      'WIP limits',
      'TODO: write this',
      '👍',
      '$x$',
      'Soon',
      'Pending',
      '<br>',
      '*',
      '~',
      '[]',
      '.',
      '_'.repeat(200),
    ],
  ]) {
    it(`is not ${JSON.stringify(text)}`, () => assert.ok(!isFiller(text)));
  }

  for (const text of ['TODO: write this', 'TODO(ada)', '**TODO:** it', '**FIXME**: it', '[TODO: it]']) {
    it(`opens ${JSON.stringify(text)}`, () => assert.ok(opensAsFiller(text)));
  }

  for (const text of [
    ...[
      'TODO',
      'TODO list: tea',
      'Todo: té',
      'TODOS: tea',
      'A TODO: it',
      'TODO: it\nand more',
      'TODO: it. It sings.',
    ],
    ...['`TODO: it`', '[TODO](x)'],
  ]) {
    it(`does not open ${JSON.stringify(text)}`, () => assert.ok(!opensAsFiller(text)));
  }
});
