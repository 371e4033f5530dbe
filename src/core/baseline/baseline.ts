/**
 * The findings that a project has listed in its baseline. They are suppressed, so that a folder with old faults can be
 * checked for new ones. An entry does not depend on lines, so that text above a fault does not change it.
 */

/** The findings of one document that have the same rule and message. */
export interface BaselineEntry {
  readonly rule: string;
  readonly message: string;
  /** How many there are, at least 1. */
  readonly count: number;
}

/** The entries of each document, by its path below the root of the workspace, with `/`. */
export type Baseline = ReadonlyMap<string, readonly BaselineEntry[]>;

/** The part of a finding that an entry is about. */
type Known = Pick<BaselineEntry, 'rule' | 'message'>;

/** Identifies a finding in its document. Numbers in the message do not count, since most are of lines and of steps. */
export function identityOf({ rule, message }: Known): string {
  return JSON.stringify([rule, message.replace(/\d+/g, '#')]);
}

/** Splits findings into those that the entries of their document list and the others. Both keep their order. */
export function suppress<T extends Known>(
  found: readonly T[],
  entries: readonly BaselineEntry[] = [],
): { readonly findings: readonly T[]; readonly suppressed: readonly T[] } {
  if (entries.length === 0) return { findings: found, suppressed: [] };
  const left = new Map<string, number>();
  // A merge of two branches may leave two entries that differ in numbers alone.
  for (const entry of entries) {
    const name = identityOf(entry);
    left.set(name, (left.get(name) ?? 0) + entry.count);
  }
  const findings: T[] = [];
  const suppressed: T[] = [];
  for (const finding of found) {
    const name = identityOf(finding);
    const count = left.get(name) ?? 0;
    left.set(name, count - 1);
    (count > 0 ? suppressed : findings).push(finding);
  }
  return { findings, suppressed };
}

/** The entries that list exactly these findings, in the order of rules and messages. */
export function entriesFor(found: readonly Known[]): BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const { rule, message } of found) {
    const name = identityOf({ rule, message });
    entries.set(name, { rule, message, count: (entries.get(name)?.count ?? 0) + 1 });
  }
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

/** The number of findings that the entries list beyond those that they suppressed. */
export function staleCount(entries: readonly BaselineEntry[], suppressed: number): number {
  return entries.reduce((sum, { count }) => sum + count, 0) - suppressed;
}
