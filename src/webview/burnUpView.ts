/** The choice of a document, and the history of its plan as a chart, a sentence and a table. */

import type { PageHistory, PageRow, PageTexts } from '../core/progress/page';
import { drawChart } from './chart';
import { readState } from './editor';
import { element } from './element';

/** Shows histories in `place`. `request` is called with the row whose history is wanted. */
export function showBurnUp(place: HTMLElement, request: (row: PageRow) => void) {
  const heading = element('h2', { id: 'burn-up' });
  const choice = element('select', { id: 'plan' });
  const label = element('label', { for: 'plan' });
  const line = element('div', { class: 'choice' }, label, choice);
  const result = element('div', { 'aria-live': 'polite' });
  place.setAttribute('aria-labelledby', 'burn-up');
  place.append(heading, line, result);
  let plans: readonly PageRow[] = [];
  let texts: PageTexts | undefined;
  let chosen: string | undefined = readState().path;
  let shown = '';
  const ask = (): void => {
    const row = plans[choice.selectedIndex];
    if (!row || !texts) return;
    if (row.path !== chosen || shown === '') {
      shown = '';
      result.replaceChildren(element('p', {}, texts.reading));
    }
    chosen = row.path;
    request(row);
  };
  choice.addEventListener('change', ask);
  return {
    show(rows: readonly PageRow[], words: PageTexts): void {
      texts = words;
      plans = rows.filter(({ total }) => total > 0);
      heading.textContent = words.burnUp;
      label.textContent = words.document;
      place.hidden = rows.length === 0;
      line.hidden = plans.length === 0;
      choice.replaceChildren(...plans.map(({ path, title }) => element('option', { value: path }, title)));
      const at = plans.findIndex(({ path }) => path === chosen);
      const first = plans.findIndex(({ stage }) => stage === 'progress');
      choice.selectedIndex = at >= 0 ? at : Math.max(0, first);
      if (plans.length === 0) result.replaceChildren(element('p', {}, words.noPlan));
      ask();
    },
    askAgain: ask,
    showHistory({ path }: PageRow, history: PageHistory): void {
      if (path !== chosen || !texts) return;
      // The last point is always now: its day says enough.
      const now = JSON.stringify(history, (key, value) => (key === 'time' ? undefined : value));
      if (now === shown) return;
      shown = now;
      if ('reason' in history) {
        result.replaceChildren(element('p', {}, history.reason));
        return;
      }
      const { points, summary } = history;
      const chart = element('div', { class: 'chart', role: 'img', 'aria-label': summary });
      const isOpen = result.querySelector('details')?.open === true;
      const table = tableOf(points, texts);
      table.open = isOpen;
      result.replaceChildren(chart, element('p', {}, summary), table);
      drawChart(chart, points, texts);
    },
  };
}

function tableOf(
  points: readonly { readonly date: string; readonly done: number; readonly total: number }[],
  { asTable, date, done, total }: PageTexts,
): HTMLDetailsElement {
  const heading = (text: string): HTMLElement => element('th', { scope: 'col' }, text);
  const row = (point: (typeof points)[number]): HTMLElement =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, point.date),
      element('td', {}, String(point.done)),
      element('td', {}, String(point.total)),
    );
  return element(
    'details',
    {},
    element('summary', {}, asTable),
    element(
      'table',
      { class: 'points' },
      element('thead', {}, element('tr', {}, heading(date), heading(done), heading(total))),
      element('tbody', {}, ...points.map(row)),
    ),
  );
}
