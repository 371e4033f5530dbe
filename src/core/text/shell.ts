/** Paths on the command lines of shells. */

/** Signs of which no quoting is sure in every shell; a path of a user's own has none of them. */
const UNSURE = /[\p{Cc}\u2018-\u201f]/u;

/**
 * A path as one word for a shell, which is named by its own path: quoted so that the shell reads nothing into it.
 * Undefined if that cannot be done.
 */
export function shellWord(path: string, shell: string): string | undefined {
  if (UNSURE.test(path)) return undefined;
  const name = /([^\\/]*?)(?:\.exe)?$/i.exec(shell)?.[1]?.toLowerCase();
  if (name === 'cmd') return /["%!]/.test(path) ? undefined : `"${path}"`;
  if (name === 'powershell' || name === 'pwsh') return `'${path.replaceAll("'", "''")}'`;
  return `'${path.replaceAll("'", "'\\''")}'`;
}
