/** Which program this is. */

/** Written in by the scripts that make bundles: a name for the code of the whole program. Elsewhere there is none. */
declare const BUILD: string | undefined;

/** The name of this build: another one may find other things in the same documents. */
export function buildName(): string | undefined {
  return typeof BUILD === 'undefined' ? undefined : BUILD;
}
