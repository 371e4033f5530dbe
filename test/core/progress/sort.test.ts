/** The order of the rows in the table of documents. */

import assert from 'node:assert/strict';
import type { WorkspaceDocument } from '../../../src/core/listing/workspaceDocuments';
import type { ProgressRow } from '../../../src/core/progress/rows';
import { progressRow } from '../../../src/core/progress/rows';
import type { Sorting } from '../../../src/core/progress/sort';
import { COLUMNS, sortRows } from '../../../src/core/progress/sort';

const row = (title: string, more: Partial<ProgressRow> = {}): ProgressRow => ({
  path: `${title}.md`,
  title,
  stage: 'draft',
  status: null,
  done: 0,
  total: 0,
  warnings: 0,
  next: null,
  ...more,
});

const ROWS = [
  row('10 Tea', { done: 1, total: 2, next: 'Boil' }),
  row('9 Milk', { stage: 'finished', done: 4, total: 4, warnings: 2 }),
  row('Cups', { stage: 'progress', status: 'Active', done: 0, total: 3, next: 'Add' }),
  row('Plates', { stage: 'something else' }),
];

const sorted = (sorting: Sorting): string =>
  sortRows(ROWS, sorting)
    .map(({ title }) => title)
    .join(', ');

describe('the rows of the table of documents', () => {
  it('are sorted by each column, numbers as numbers, and what a row lacks comes last', () => {
    const orders = Object.fromEntries(
      COLUMNS.map((column) => [column, sorted({ column, descending: false })]),
    );
    assert.deepEqual(orders, {
      title: '9 Milk, 10 Tea, Cups, Plates',
      stage: 'Plates, Cups, 10 Tea, 9 Milk',
      status: 'Cups, 10 Tea, 9 Milk, Plates',
      progress: 'Cups, 10 Tea, 9 Milk, Plates',
      warnings: '10 Tea, Cups, Plates, 9 Milk',
      next: 'Cups, 10 Tea, 9 Milk, Plates',
    });
    assert.equal(sorted({ column: 'progress', descending: true }), '9 Milk, 10 Tea, Cups, Plates');
    assert.equal(sorted({ column: 'warnings', descending: true }), '9 Milk, 10 Tea, Cups, Plates');
  });

  it('have the number of the file and the title of their document', () => {
    const document = {
      path: 'docs/0007-tea.md',
      number: 7,
      ownTitle: 'Tea',
      stage: 'draft',
      status: 'Draft',
    };
    const { title, path, next } = progressRow(document as WorkspaceDocument, 'Boil');
    assert.deepEqual([title, path, next], ['0007 Tea', 'docs/0007-tea.md', 'Boil']);
  });
});
