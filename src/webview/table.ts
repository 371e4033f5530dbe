/** The table of documents, which the buttons in its headings sort. */

import type { PageRow, PageTexts } from '../core/progress/page';
import type { Column, Sorting } from '../core/progress/sort';
import { COLUMNS, sortRows } from '../core/progress/sort';
import { readState, saveState } from './editor';
import { element } from './element';

/** The stages come in their usual order at first. */
const FIRST: Sorting = { column: 'stage', descending: false };
/** Large numbers are of interest first. */
const DESCENDING_FIRST: ReadonlySet<Column> = new Set(['progress', 'warnings']);
const ARROWS = { ascending: '▲', descending: '▼' };

/** Shows a table in `place`. `open` is called with the row whose document is to be opened. */
export function showTable(place: HTMLElement, open: (row: PageRow) => void) {
  let rows: readonly PageRow[] = [];
  let texts: PageTexts | undefined;
  let sorting = readState().sorting ?? FIRST;
  const sortBy = (column: Column): void => {
    const isSame = sorting.column === column;
    sorting = { column, descending: isSame ? !sorting.descending : DESCENDING_FIRST.has(column) };
    saveState({ ...readState(), sorting });
    draw();
  };
  const draw = (): void => {
    if (!texts) return;
    const focused = document.activeElement?.id;
    const sorted = sortRows(rows, sorting);
    place.replaceChildren(
      rows.length === 0 ? element('p', {}, texts.empty) : tableOf(sorted, sorting, texts, sortBy, open),
    );
    // The elements are new ones; the focus stays on the one with the same id.
    if (focused) document.getElementById(focused)?.focus();
  };
  return {
    show(all: readonly PageRow[], words: PageTexts): void {
      rows = all;
      texts = words;
      draw();
    },
  };
}

function tableOf(
  rows: readonly PageRow[],
  sorting: Sorting,
  texts: PageTexts,
  sortBy: (column: Column) => void,
  open: (row: PageRow) => void,
): HTMLElement {
  const headings = COLUMNS.map((column) => headingOf(column, sorting, texts[column], sortBy));
  return element(
    'table',
    { class: 'documents' },
    element('caption', {}, texts.caption),
    element('thead', {}, element('tr', {}, ...headings)),
    element('tbody', {}, ...rows.map((row) => rowOf(row, open))),
  );
}

function headingOf(
  column: Column,
  sorting: Sorting,
  text: string,
  sortBy: (column: Column) => void,
): HTMLElement {
  const isSorted = sorting.column === column;
  const direction = sorting.descending ? 'descending' : 'ascending';
  const arrow = element('span', { class: 'arrow', 'aria-hidden': 'true' }, isSorted ? ARROWS[direction] : '');
  const button = element('button', { type: 'button', id: `sort-${column}` }, text, arrow);
  button.addEventListener('click', () => sortBy(column));
  return element('th', { scope: 'col', class: column, ...(isSorted && { 'aria-sort': direction }) }, button);
}

function rowOf(row: PageRow, open: (row: PageRow) => void): HTMLElement {
  const { path, title, stageName, status, done, total, count, warnings, next } = row;
  const button = element('button', { type: 'button', class: 'link', id: `open-${path}` }, title);
  button.addEventListener('click', () => open(row));
  const bar = element('progress', { max: String(total), value: String(done), 'aria-label': title });
  const progress = total > 0 ? [bar, element('span', { class: 'count' }, count)] : [];
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, button, element('span', { class: 'path' }, path)),
    element('td', {}, stageName),
    element('td', {}, status ?? ''),
    element('td', { class: 'progress' }, ...progress),
    element('td', { class: 'warnings' }, String(warnings)),
    element('td', {}, next ?? ''),
  );
}
