/** Unified diffs in the format of `git apply`. The only file that imports diff. */

import { formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';

/** Above this many added and removed lines the whole text is shown as replaced: the search takes time by its square. */
const MAX_EDITS = 4000;
const OPTIONS = { context: 3, maxEditLength: MAX_EDITS };

/** The diff from `before` to `after`, without a final line ending; empty if the texts are equal. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const patch = structuredPatch('', '', before, after, undefined, undefined, OPTIONS);
  const hunks = patch ? formatPatch(patch, OMIT_HEADERS).replace(/\n$/, '') : replaced(before, after);
  return [`--- ${fileName(`a/${path}`)}`, `+++ ${fileName(`b/${path}`)}`, hunks].join('\n');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/**
 * A file name as git writes it: quoted if it has control characters, followed by a tab if it has spaces, behind which
 * git would read the time of a change. The package leaves such a name open.
 */
function fileName(name: string): string {
  const octal = (sign: string): string =>
    [...Buffer.from(sign)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
  const quoted = name.replace(/[\p{Cc}"\\]/gu, (sign) => ESCAPES[sign] ?? octal(sign));
  if (quoted !== name) return `"${quoted}"`;
  return name.includes(' ') ? `${name}\t` : name;
}

/** One hunk that removes all lines and adds all others. */
function replaced(before: string, after: string): string {
  const [old, now] = [marked('-', before), marked('+', after)];
  const span = (lines: readonly string[]): string => `${Math.min(1, lines.length)},${lines.length}`;
  return [`@@ -${span(old)} +${span(now)} @@`, ...old, ...now].join('\n');
}

function marked(sign: '-' | '+', text: string): string[] {
  const lines = text.split(/(?<=\n)/).filter((line) => line !== '');
  return lines.map((line) =>
    line.endsWith('\n') ? sign + line.slice(0, -1) : `${sign}${line}\n\\ No newline at end of file`,
  );
}
