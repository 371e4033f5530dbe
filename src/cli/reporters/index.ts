/** The formats of `check`. */

import { githubReporter } from './github';
import { gitlabReporter } from './gitlab';
import { jsonReporter } from './json';
import { junitReporter } from './junit';
import type { MakeReporter } from './reporter';
import { sarifReporter } from './sarif';
import { textReporter } from './text';

const REPORTERS: Readonly<Record<string, MakeReporter>> = {
  text: textReporter,
  json: jsonReporter,
  github: githubReporter,
  gitlab: gitlabReporter,
  junit: junitReporter,
  sarif: sarifReporter,
};

/** The names of the formats, the default one first. */
export const formats = Object.keys(REPORTERS);

/** The reporter of a format; the default one for a name that is unknown. */
export function reporterFor(format: string): MakeReporter {
  return REPORTERS[format] ?? textReporter;
}
