/** Quoting of paths for shells. */

/** Control characters and curly quotes: no quoting of them is safe in every shell, and real paths do not have them. */
const UNSAFE = /[\p{Cc}\u2018-\u201f]/u;

/**
 * Quotes a path as one literal word for the shell whose executable is `shell`. Undefined if no quoting is safe.
 */
export function shellWord(path: string, shell: string): string | undefined {
  if (UNSAFE.test(path)) return undefined;
  const name = /([^\\/]*?)(?:\.exe)?$/i.exec(shell)?.[1]?.toLowerCase();
  if (name === 'cmd') return /["%!]/.test(path) ? undefined : `"${path}"`;
  if (name === 'powershell' || name === 'pwsh') return `'${path.replaceAll("'", "''")}'`;
  return `'${path.replaceAll("'", "'\\''")}'`;
}
