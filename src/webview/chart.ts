/** Draws a burn-up with uPlot, in the colours of the theme. */

import uPlot from 'uplot';
import type { BurnUpPoint } from '../core/progress/burnUp';
import type { PageTexts } from '../core/progress/page';

const HEIGHT = 260;
const DASH = [6, 4];
/** The least width of a date on the axis. */
const DATE_WIDTH = 110;

/** Draws a chart in `place`, and again whenever the theme or the width changes, as long as `place` is in the page. */
export function drawChart(place: HTMLElement, points: readonly BurnUpPoint[], texts: PageTexts): void {
  let chart: uPlot | undefined;
  const draw = (): void => {
    if (!place.isConnected) {
      sizes.disconnect();
      themes.disconnect();
    }
    chart?.destroy();
    chart = place.isConnected
      ? new uPlot(optionsOf(place.clientWidth, texts), dataOf(points), place)
      : undefined;
  };
  const sizes = new ResizeObserver(() => {
    if (chart?.width !== place.clientWidth) draw();
  });
  const themes = new MutationObserver(draw);
  sizes.observe(place);
  themes.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  draw();
}

function dataOf(points: readonly BurnUpPoint[]): uPlot.AlignedData {
  return [points.map(({ time }) => time), points.map(({ total }) => total), points.map(({ done }) => done)];
}

/** The two lines differ in their dashes and in the area below, not by colour alone. */
function optionsOf(width: number, texts: PageTexts): uPlot.Options {
  const text = color('--vscode-foreground');
  const grid = { stroke: color('--vscode-editorWidget-border'), width: 1 };
  const axis = { stroke: text, grid, ticks: grid };
  const stepped = uPlot.paths.stepped?.({ align: 1 });
  const line = (label: string, stroke: string): uPlot.Series => ({
    label,
    stroke,
    width: 2,
    points: { show: false },
    ...(stepped && { paths: stepped }),
  });
  const done = color('--vscode-charts-blue');
  return {
    width,
    height: HEIGHT,
    scales: { y: { range: (_chart, _least, most) => [0, Math.max(1, most * 1.1)] } },
    axes: [
      { ...axis, space: DATE_WIDTH, values: (_chart, times) => datesOf(times) },
      { ...axis, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] },
    ],
    series: [
      {},
      { ...line(texts.total, text), dash: DASH },
      { ...line(texts.done, done), fill: transparent(done) },
    ],
    legend: { live: false },
    cursor: { show: false },
  };
}

/** The dates of times in the language of the page, each once. */
function datesOf(times: readonly number[]): (string | null)[] {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium' });
  const dates = times.map((time) => format.format(time * 1000));
  return dates.map((date, at) => (date === dates[at - 1] ? null : date));
}

function color(name: string): string {
  const style = getComputedStyle(document.body);
  return style.getPropertyValue(name).trim() || style.color;
}

function transparent(own: string): string {
  return `color-mix(in srgb, ${own} 25%, transparent)`;
}
