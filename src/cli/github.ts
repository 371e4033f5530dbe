/** Annotations in the format of GitHub Actions. */

import { printable } from '../node/program/messages';

/** One message about a line of a file, which counts from 1. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly path: string;
  readonly line: number;
  readonly title: string;
  readonly message: string;
}

/** A workflow command that shows the message on its line. */
export function annotation({ level, path, line, title, message }: Annotation): string {
  const place = `file=${property(path)},line=${line},title=${property(title)}`;
  return `::${level} ${place}::${data(message)}`;
}

/** Text from documents must not end the command or start another one. */
function data(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
