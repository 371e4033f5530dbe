/** The figures that the project wants to reach, as ratios within one run. New kinds of measurement add rows here. */

/** A measurement's name: what was read, a colon, and what read it, as in `10k:check`. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly against: string;
  /** At most this ratio; for memory, at most so many MB above the other. */
  readonly target: number;
  readonly memory?: boolean;
}

export const rows: readonly Row[] = [
  {
    what: 'full check of 10,000 lines, every rule, against markdownlint with all rules',
    measured: '10k:check',
    against: '10k:markdownlint',
    target: 1 / 80,
  },
  {
    what: 'the same against bare markdown-it block parsing',
    measured: '10k:check',
    against: '10k:block',
    target: 1.5,
  },
  {
    what: 'cold check of a folder, whole process, against markdownlint-cli2',
    measured: 'folder:check',
    against: 'folder:markdownlint-cli2',
    target: 1 / 40,
  },
  {
    what: 'the same against rumdl (native code)',
    measured: 'folder:check',
    against: 'folder:rumdl',
    target: 1 / 2,
  },
  {
    what: 'peak memory of the cold check, MB above an empty Node process',
    measured: 'folder:check',
    against: 'folder:node -e 0',
    target: 110,
    memory: true,
  },
  {
    what: '`check` of one document of 400 lines, whole process, against `node -e 0`',
    measured: '400:check',
    against: '400:node -e 0',
    target: 1.3,
  },
];
