/** The version of the package, in the files that name it for others to install. */

import { readRepo } from '../fixture';

/** The files, and what stands before and after the version in each. */
const PLACES: Readonly<Record<string, RegExp>> = {
  'server.json': /(?<="version": ")[^"]+(?=")/g,
  'action.yml': /(?<=understands\.\n {4}default: ')[^']+(?=')/g,
  '.pre-commit-hooks.yaml': /(?<=design-docs@)\S+/g,
  'docs/ci.md': /(?<=design-docs@v?|rev: v)\d+\.\d+\.\d+/g,
};

/** The names of the files. */
export const versioned: readonly string[] = Object.keys(PLACES);

/** A file with the present version of the package. */
export function withVersion(file: string): string {
  const { version }: { readonly version: string } = JSON.parse(readRepo('package.json'));
  return readRepo(file).replace(PLACES[file] ?? /(?!)/g, version);
}
