/**
 * Binary search: the number of indexes in `0..count` at which `holds` is true. It must be true up to some index and
 * false from there on.
 */
export function partitionPoint(count: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
