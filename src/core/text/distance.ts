/** The largest edit distance at which a name probably means the wanted one. */
export function mostTypos(wanted: string): number {
  return Math.max(1, wanted.length / 4);
}

/**
 * The Damerau–Levenshtein distance (optimal string alignment) in inserts, deletes, replacements and swaps of UTF-16
 * code units. Returns `Infinity` if it can tell early that the distance is greater than `most`; the result may still be
 * greater than `most`. The common prefix and suffix are skipped, because most compared names share nearly all of their
 * text.
 */
export function editDistance(a: string, b: string, most = Infinity): number {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - start && a[a.length - 1 - tail] === b[b.length - 1 - tail]) {
    tail++;
  }
  return distanceBetween(a.slice(start, a.length - tail), b.slice(start, b.length - tail), most);
}

function distanceBetween(a: string, b: string, most: number): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let rowMinimum = row;
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + cost,
      );
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        best = Math.min(best, (before[column - 2] ?? best) + 1);
      current.push(best);
      rowMinimum = Math.min(rowMinimum, best);
    }
    // A swap reads the row before the last one, whose minimum may be 1 less.
    if (rowMinimum > most + 1) return Infinity;
    before = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
