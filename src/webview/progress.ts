/** The page of the Progress panel: a table of documents, and how the plan of one was worked off. */

import type { PageMessage, PageRow, PageTexts } from '../core/progress/page';
import { showBurnUp } from './burnUpView';
import { editor, readState, saveState } from './editor';
import { element } from './element';
import { showTable } from './table';

const main = document.querySelector('main') ?? document.body;
const heading = element('h1');
const tablePart = element('div');
const burnUpPart = element('section');
main.append(heading, tablePart, burnUpPart);
const table = showTable(tablePart, open);
const burnUp = showBurnUp(burnUpPart, requestHistory);
let revision = 0;
let rows: readonly PageRow[] = [];
/** What is shown, to compare with what comes: elements that are drawn anew close an open list of choices. */
let shown = '';

/** Shows rows, and asks for the history of the chosen document again: its plan may have changed. */
function show(texts: PageTexts): void {
  const now = JSON.stringify([rows, texts]);
  if (now === shown) {
    burnUp.askAgain();
    return;
  }
  shown = now;
  heading.textContent = texts.heading;
  table.show(rows, texts);
  burnUp.show(rows, texts);
}

function open(row: PageRow): void {
  editor.postMessage({ type: 'open', revision, index: rows.indexOf(row) });
}

function requestHistory(row: PageRow): void {
  saveState({ ...readState(), path: row.path });
  editor.postMessage({ type: 'history', revision, index: rows.indexOf(row) });
}

window.addEventListener('message', ({ data }: MessageEvent<PageMessage>) => {
  if (data.type === 'rows') {
    ({ revision, rows } = data);
    show(data.texts);
    return;
  }
  const row = data.revision === revision ? rows[data.index] : undefined;
  if (row) burnUp.showHistory(row, data.history);
});
editor.postMessage({ type: 'ready' });
