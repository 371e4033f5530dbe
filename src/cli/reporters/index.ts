/** The formats of `check`. A reporter is loaded when it is used, so that the usual one starts fast. */

import type { MakeReporter } from './reporter';

const REPORTERS = {
  text: async () => (await import('./text.js')).textReporter,
  json: async () => (await import('./json.js')).jsonReporter,
  github: async () => (await import('./github.js')).githubReporter,
  gitlab: async () => (await import('./gitlab.js')).gitlabReporter,
  junit: async () => (await import('./junit.js')).junitReporter,
  sarif: async () => (await import('./sarif.js')).sarifReporter,
} as const satisfies Readonly<Record<string, () => Promise<MakeReporter>>>;

/** The names of the formats, the default one first. */
export const formats = Object.keys(REPORTERS);

/** The reporter of a format; the default one for a name that is unknown. */
export async function reporterFor(format: string): Promise<MakeReporter> {
  const known: Readonly<Record<string, () => Promise<MakeReporter>>> = REPORTERS;
  return (known[format] ?? REPORTERS.text)();
}
