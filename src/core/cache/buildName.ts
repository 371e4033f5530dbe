/** Identifies the build of the program. */

/** A digest of the program's code, which the bundle scripts define; undefined outside of bundles. */
declare const BUILD: string | undefined;

/** The name of this build, undefined outside of bundles. Another build may report other findings for a document. */
export function buildName(): string | undefined {
  return typeof BUILD === 'undefined' ? undefined : BUILD;
}
