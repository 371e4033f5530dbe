/** docs/performance.md, as the benchmark writes it. */

import { cpus } from 'node:os';
import { readRepo } from '../fixture';
import type { Measured } from './measure';
import type { Row } from './rows';

/** Measurements by name: what was read, a colon, and what read it. */
export type Results = ReadonlyMap<string, Measured>;

/** One table of measurements: those of one text or folder, and which of them the others are compared with. */
export interface Table {
  readonly prefix: string;
  readonly title: string;
  readonly base: string;
}

/** The whole page. */
export function performancePage(results: Results, rows: readonly Row[], tables: readonly Table[]): string {
  return [
    '# Performance',
    '<!-- Written by `npm run bench`. -->',
    `Ratios in one run, everything in turn on ${cpus().length} cores, Node ${process.version}. Compare ratios, not milliseconds:
another machine has other ones. The texts are made from the project's own documents and fixtures, repeated under
distinct headings.`,
    '## Figures to reach',
    table(
      ['figure', 'reached', 'at most', ''],
      rows.flatMap((row) => figure(results, row)),
    ),
    ...tables.flatMap(({ prefix, title, base }) => [
      `## ${title}`,
      table(
        ['what', 'median', 'p99', `ratio to ${base}`, 'peak memory', 'runs'],
        measurements(results, prefix, base),
      ),
    ]),
    readRepo('test/bench/scale.md').trimEnd(),
  ]
    .join('\n\n')
    .concat('\n');
}

function figure(results: Results, row: Row): string[][] {
  const measured = results.get(row.measured);
  const against = results.get(row.against);
  if (!measured || !against) return [[row.what, 'not measured', goal(row), '']];
  if (row.memory) {
    const above = (measured.memory ?? 0) - (against.memory ?? 0);
    return [[row.what, `${Math.round(above)} MB`, goal(row), verdict(above, row)]];
  }
  const reached = (row.slowest ? measured.p99 : measured.median) / against.median;
  return [[row.what, ratio(reached), goal(row), verdict(reached, row)]];
}

function verdict(reached: number, { target }: Row): string {
  return reached > target ? 'missed' : '';
}

function goal({ target, memory }: Row): string {
  return memory ? `${target} MB` : ratio(target);
}

function measurements(results: Results, prefix: string, base: string): string[][] {
  const against = results.get(`${prefix}:${base}`)?.median;
  return [...results]
    .filter(([name]) => name.startsWith(`${prefix}:`))
    .map(([name, { median, p99, memory, runs }]) => [
      name.slice(prefix.length + 1),
      milliseconds(median),
      milliseconds(p99),
      against === undefined ? '' : ratio(median / against),
      memory === undefined ? '' : `${Math.round(memory)} MB`,
      String(runs),
    ]);
}

function milliseconds(time: number): string {
  if (time < 0.1) return `${(time * 1000).toFixed(1)} µs`;
  return `${time < 10 ? time.toFixed(2) : Math.round(time)} ms`;
}

/** A ratio below a fifth reads best as a fraction. */
function ratio(value: number): string {
  return value < 0.2 ? `1/${Math.round(1 / value)}` : value.toFixed(2);
}

function table(head: readonly string[], body: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
