/** Findings for people at a terminal: grouped by document, aligned and coloured. */

import { styleText } from 'node:util';
import type { DocumentJson, FindingJson } from '../../core/json/documents';
import { printable } from '../../node/program/messages';
import type { MakeReporter } from './reporter';
import { talliedByLevel } from './tally';

/** The colours of severities. */
const STYLES: Readonly<Record<string, Parameters<typeof styleText>[0]>> = {
  error: 'red',
  warning: 'yellow',
  information: 'cyan',
};
const GAP = '  ';

/** The columns of a finding, escaped for a terminal. */
interface Row {
  readonly place: string;
  readonly severity: string;
  readonly message: string;
  readonly rule: string;
}

/**
 * Prints the path of each document with findings, and its findings below, and a summary to standard error. Colours
 * follow the terminal and the variables `NO_COLOR` and `FORCE_COLOR`.
 */
export const groupedReporter: MakeReporter = ({ printStyled, note, columns = Number.POSITIVE_INFINITY }) => ({
  add: (document) => {
    if (document.findings.length > 0) printStyled(`${groupOf(document, columns)}\n`);
  },
  end: (tally) => {
    if (tally.documents > 0) note(talliedByLevel(tally));
  },
});

function groupOf({ path, findings }: DocumentJson, columns: number): string {
  const rows = findings.map(rowOf);
  const [places, severities, rules] = (['place', 'severity', 'rule'] as const).map((column) =>
    Math.max(...rows.map((row) => row[column].length)),
  ) as [number, number, number];
  const room = columns - places - severities - rules - 4 * GAP.length;
  // A message that is too long for its line moves no rule of other lines.
  const messages = Math.max(0, ...rows.map(({ message }) => message.length).filter((size) => size <= room));
  const lines = rows.map(({ place, severity, message, rule }) =>
    [
      '',
      styleText('dim', place.padStart(places)),
      styleText(STYLES[severity] ?? 'dim', severity.padEnd(severities)),
      message.padEnd(messages),
      styleText('dim', rule),
    ].join(GAP),
  );
  return [styleText('underline', printable(path)), ...lines].join('\n');
}

function rowOf({ line, column, severity, message, rule }: FindingJson): Row {
  return { place: `${line}:${column}`, severity, message: printable(message), rule: printable(rule) };
}
