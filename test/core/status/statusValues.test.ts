/** The values that a template lists for the status. */

import assert from 'node:assert/strict';
import { scaffold } from '../../../src/core/scaffold/scaffold';
import { firstStatus, statusValues } from '../../../src/core/status/statusValues';
import { readTemplate } from '../../../src/core/template/template';

const LIST = String.raw`Draft \| In Review \| Accepted`;
const table = (status: string): string =>
  `# Design: <Title>\n\n| Author | <name> |\n| --- | --- |\n| Status | ${status} |\n\n## Goals\n\nText.\n`;
const templateOf = (status: string) => readTemplate(table(status), 'design.md');

describe('the status values in a cell of a table', () => {
  for (const [status, values] of [
    [LIST, ['Draft', 'In Review', 'Accepted']],
    [String.raw`Draft\|Done`, ['Draft', 'Done']],
    [String.raw`{Draft \| Done}`, ['Draft', 'Done']],
    [String.raw`Draft <!-- Draft \| Accepted \| Rejected -->`, ['Draft', 'Accepted', 'Rejected']],
    ['Draft / Done', ['Draft', 'Done']],
  ] as const) {
    it(`are split at escaped bars: ${status}`, () => {
      assert.deepEqual(statusValues(templateOf(status)), values);
      assert.equal(firstStatus(templateOf(status)), 'Draft');
    });
  }

  it('start a new document with the first, in place of all of them', () => {
    const { text } = scaffold(templateOf(LIST), { title: 'Tea', today: '2026-11-22', author: 'Ann' });
    assert.match(text, /^\| Status \| Draft \|$/m);
  });
});
