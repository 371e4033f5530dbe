/** What `.gitignore` files leave out. The only file that imports ignore. */

import ignore from 'ignore';

export const GITIGNORE = '.gitignore';

/**
 * Patterns become regular expressions, which take time by the power of the number of wildcards: seconds for a path of a
 * hostile repository. A pattern with more of them in a name, or more `**` between names, ignores nothing.
 */
const MAX_STARS = 2;
const MAX_FOLDER_STARS = 1;
/** The maximum number of patterns that count for a folder: each is tried on each file. */
const MAX_PATTERNS = 1000;
/** A longer path is not ignored. */
const MAX_PATH = 1000;

/** The patterns of the `.gitignore` files of a folder and of those around it. */
export interface IgnoreRules {
  /** As in a file at the top, the outermost first: of several patterns, the last one counts. */
  readonly patterns: readonly string[];
  /** True for an ignored path, relative to the top, with `/`; that of a folder ends with it. */
  ignores(path: string): boolean;
}

/** The rules where no file has any. */
export const NO_RULES: IgnoreRules = { patterns: [], ignores: () => false };

/** The rules of a folder, by the text of its `.gitignore` and the rules around it. `folder` is relative to the top. */
export function rulesIn(
  folder: string,
  text: string,
  around: IgnoreRules,
  options: { readonly ignoreCase: boolean },
): IgnoreRules {
  const own = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line) => patternsOf(line, folder));
  if (own.length === 0) return around;
  const patterns = [...around.patterns, ...own].slice(-MAX_PATTERNS);
  const matcher = ignore({ ignorecase: options.ignoreCase, allowRelativePaths: true }).add([...patterns]);
  return { patterns, ignores: (path) => path.length <= MAX_PATH && matcher.ignores(path) };
}

/** A line as a pattern at the top; none for a comment, an empty line, and a pattern that takes too long to match. */
function patternsOf(line: string, folder: string): string[] {
  if (line.startsWith('#')) return [];
  const sign = line.startsWith('!') ? '!' : '';
  const pattern = withoutBlanks(line.slice(sign.length));
  if (pattern === '' || !isFast(pattern)) return [];
  if (folder === '') return [sign + pattern];
  // A pattern without a slash, but at its end, is for all folders below.
  const isPath = pattern.slice(0, -1).includes('/');
  const start = `/${folder.replace(/[\\*?[\]]/g, '\\$&')}/`;
  return [`${sign}${start}${isPath ? pattern.replace(/^\//, '') : `**/${pattern}`}`];
}

function isFast(pattern: string): boolean {
  const names = pattern.replace(/^\//, '').split('/');
  const between = names.slice(1, -1).filter((name) => name === '**');
  const hasFew = (name: string): boolean => name === '**' || name.split('*').length - 1 <= MAX_STARS;
  return between.length <= MAX_FOLDER_STARS && names.every(hasFew);
}

/** Removes blanks at the end that are not escaped. */
function withoutBlanks(pattern: string): string {
  let end = pattern.length;
  while (end > 0 && pattern[end - 1] === ' ' && pattern[end - 2] !== '\\') end--;
  return pattern.slice(0, end);
}
