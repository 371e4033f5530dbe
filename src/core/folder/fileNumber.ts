/** The number in the name of a file: `0007-a.md`, `0007-2-a.md` or, behind a word, `ADR-0007-a.md`. */

/** The number in the name of a file. */
export interface FileNumber {
  /** The word in front of the number, with what joins them, such as `ADR-`; empty if there is none. */
  readonly prefix: string;
  /** As written, such as `0007`. */
  readonly digits: string;
  /** True for `0007-2-a.md`, which shares the number of another file on purpose. */
  readonly isShared: boolean;
}

/** A date is no number. Behind a word, a number starts with a zero, for `http20-server.md` has none. */
const NUMBERED =
  /^(?!\d{4}([-_.])\d{2}\1\d{2})(?<prefix>\p{L}{2,12}[-_ ]?(?=0))?(?<digits>\d{2,6})(?<shared>-\d{1,2}(?=[-_. ]))?[-_. ]/u;

/** Numbers that a folder gives itself leave few out. */
const MAX_GAP = 10;

/** The number in a file name; undefined if it has none. */
export function readFileNumber(name: string): FileNumber | undefined {
  const groups = NUMBERED.exec(name)?.groups;
  if (groups === undefined) return undefined;
  const { prefix = '', digits = '', shared } = groups;
  return { prefix, digits, isShared: shared !== undefined };
}

/** The value of the number in a file name; undefined if it has none. */
export function numberOf(name: string): number | undefined {
  const digits = readFileNumber(name)?.digits;
  return digits === undefined ? undefined : Number(digits);
}

/** True if most numbers in between are left out, as are those of issues, which are given elsewhere. */
export function areSparse(numbers: readonly number[]): boolean {
  return Math.max(...numbers) - Math.min(...numbers) > MAX_GAP * numbers.length;
}
