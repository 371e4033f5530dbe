/** The formats of `check`. */

import { githubReporter } from './github';
import { gitlabReporter } from './gitlab';
import { groupedReporter } from './grouped';
import { jsonReporter } from './json';
import { junitReporter } from './junit';
import type { MakeReporter } from './reporter';
import { sarifReporter } from './sarif';
import { textReporter } from './text';

const REPORTERS: Readonly<Record<string, MakeReporter>> = {
  text: textReporter,
  grouped: groupedReporter,
  json: jsonReporter,
  github: githubReporter,
  gitlab: gitlabReporter,
  junit: junitReporter,
  sarif: sarifReporter,
};

/** The names of the formats. The first is the default one, but on a terminal the second. */
export const formats = Object.keys(REPORTERS);

/** The reporter of a format; without one, that for people at a terminal, or for a file or a pipe. */
export function reporterFor(format: string | undefined, isTerminal: boolean): MakeReporter {
  return REPORTERS[format ?? (isTerminal ? 'grouped' : 'text')] ?? textReporter;
}
