/** Unified diffs in the format of `git apply`. */

/** Above this many pairs of lines the changed part is shown as replaced, to bound the memory of the table of pairs. */
const MAX_PAIRS = 16_000_000;
const CONTEXT = 3;

interface DiffChange {
  readonly sign: ' ' | '-' | '+';
  readonly line: string;
}

/** The diff from `before` to `after`, without a final line ending; empty if the texts are equal. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const changes = compare(linesOf(before), linesOf(after));
  return [`--- ${fileName(`a/${path}`)}`, `+++ ${fileName(`b/${path}`)}`, ...hunks(changes)].join('\n');
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

/** A file name as git writes it: quoted if it has control characters, followed by a tab if it has spaces. */
function fileName(name: string): string {
  const octal = (sign: string): string =>
    [...Buffer.from(sign)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
  const quoted = name.replace(/[\p{Cc}"\\]/gu, (sign) => ESCAPES[sign] ?? octal(sign));
  if (quoted !== name) return `"${quoted}"`;
  return name.includes(' ') ? `${name}\t` : name;
}

/** The lines of a text, each with its line ending. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/).filter((line) => line !== '');
}

function compare(a: readonly string[], b: readonly string[]): DiffChange[] {
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return [
    ...marked(' ', a.slice(0, head)),
    ...compareMiddle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...marked(' ', a.slice(a.length - tail)),
  ];
}

function compareMiddle(a: readonly string[], b: readonly string[]): DiffChange[] {
  if (a.length * b.length > MAX_PAIRS) return [...marked('-', a), ...marked('+', b)];
  const common = commonLengths(a, b);
  const changes: DiffChange[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [old, now] = [a[i], b[j]];
    if (old !== undefined && old === now) {
      changes.push({ sign: ' ', line: old });
      i++;
      j++;
    } else if (old !== undefined && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)) {
      changes.push({ sign: '-', line: old });
      i++;
    } else {
      changes.push({ sign: '+', line: now ?? '' });
      j++;
    }
  }
  return changes;
}

/** The length of the longest common subsequence of `a` from `i` and `b` from `j`, at `[i][j]`. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint32Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    const [row, below] = [rows[i], rows[i + 1]];
    for (let j = b.length - 1; row && below && j >= 0; j--) {
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return rows;
}

function marked(sign: DiffChange['sign'], lines: readonly string[]): DiffChange[] {
  return lines.map((line) => ({ sign, line }));
}

function hunks(changes: readonly DiffChange[]): string[] {
  const lines: string[] = [];
  let [oldLine, newLine, from] = [1, 1, 0];
  for (const { start, end } of hunkBounds(changes)) {
    const skipped = start - from;
    const hunk = changes.slice(start, end);
    const oldCount = hunk.filter(({ sign }) => sign !== '+').length;
    const newCount = hunk.filter(({ sign }) => sign !== '-').length;
    oldLine += skipped;
    newLine += skipped;
    lines.push(`@@ -${span(oldLine, oldCount)} +${span(newLine, newCount)} @@`, ...hunk.map(shown));
    oldLine += oldCount;
    newLine += newCount;
    from = end;
  }
  return lines;
}

/** Index ranges of changes, each with its lines of context; overlapping ranges are merged. */
function hunkBounds(changes: readonly DiffChange[]): { start: number; end: number }[] {
  const bounds: { start: number; end: number }[] = [];
  changes.forEach(({ sign }, index) => {
    if (sign === ' ') return;
    const [start, end] = [Math.max(0, index - CONTEXT), Math.min(changes.length, index + CONTEXT + 1)];
    const last = bounds.at(-1);
    if (last && start <= last.end) last.end = end;
    else bounds.push({ start, end });
  });
  return bounds;
}

/** The position of a hunk; an empty one is given by the line before it. */
function span(line: number, count: number): string {
  return `${count === 0 ? line - 1 : line},${count}`;
}

function shown({ sign, line }: DiffChange): string {
  return line.endsWith('\n') ? `${sign}${line.slice(0, -1)}` : `${sign}${line}\n\\ No newline at end of file`;
}
