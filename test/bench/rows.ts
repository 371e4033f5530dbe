/** The figures that the project wants to reach, as ratios within one run. New kinds of measurement add rows here. */

/** A measurement's name: what was read, a colon, and what read it, as in `10k:check`. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly against: string;
  /** At most this ratio; for memory, at most so many MB above the other. */
  readonly target: number;
  readonly memory?: boolean;
  /** The slowest but one of a hundred runs, against the median of the other. */
  readonly slowest?: boolean;
}

export const rows: readonly Row[] = [
  {
    what: 'full check of 10,000 lines, every rule, against markdownlint with all rules',
    measured: '10k:check',
    against: '10k:markdownlint',
    target: 1 / 80,
  },
  {
    what: 'keystroke in prose to findings, 10,000 lines, against markdownlint',
    measured: '10k:keystroke in prose',
    against: '10k:markdownlint',
    target: 1 / 2000,
  },
  {
    what: 'keystroke in prose to findings, 10,000 lines, against the full check',
    measured: '10k:keystroke in prose',
    against: '10k:check',
    target: 1 / 15,
  },
  ...['keystroke in a heading', 'checkbox ticked', 'new line'].map(
    (edit): Row => ({
      what: `${edit}, against the full check`,
      measured: `10k:${edit}`,
      against: '10k:check',
      target: 1,
    }),
  ),
  ...['fence opened', 'fence taken back', 'comment opened', 'comment taken back'].map(
    (edit): Row => ({
      what: `${edit} on line 20 of 10,000, against the full check`,
      measured: `10k:${edit}`,
      against: '10k:check',
      target: 1,
    }),
  ),
  {
    what: '3,000 random characters, p99, against the full check',
    measured: '10k:random character',
    against: '10k:check',
    target: 1,
    slowest: true,
  },
  {
    what: 'keystroke in prose in 26,000 lines, against the same in 1,000, which have a 26th of the sections',
    measured: '26k:keystroke in prose',
    against: '1k:keystroke in prose',
    target: 26,
  },
  {
    what: 'a text of 10,000 lines read as a template, against parsing it',
    measured: '10k:read as a template',
    against: '10k:parse',
    target: 3,
  },
  {
    what: 'the same in 26,000 lines, which shows that it is linear',
    measured: '26k:read as a template',
    against: '26k:parse',
    target: 3,
  },
  {
    what: 'first check of a folder, whole process, against markdownlint-cli2',
    measured: 'folder:check',
    against: 'folder:markdownlint-cli2',
    target: 1 / 20,
  },
  {
    what: 'peak memory of the first check, MB above an empty Node process',
    measured: 'folder:check',
    against: 'folder:node -e 0',
    target: 110,
    memory: true,
  },
  {
    what: 'check of the folder again, nothing changed, whole process, against listing and `stat`',
    measured: 'folder:check again, nothing changed',
    against: 'folder:list and stat',
    target: 1.5,
  },
  {
    what: 'templates and documents searched again in a repository of 50,000 files, against listing them with git and `stat`',
    measured: 'repository:search again, nothing changed',
    against: 'repository:git ls-files and stat',
    target: 1.5,
  },
  {
    what: '`check` of one document of 400 lines, whole process, against `node -e 0`',
    measured: '400:check',
    against: '400:node -e 0',
    target: 1.6,
  },
  {
    what: 'loading what activation needs before a document is in scope, against an empty extension',
    measured: 'load:activation',
    against: 'load:empty',
    target: 2,
  },
  {
    what: 'loading what the findings of the first document need, Node 24 with compile cache, against an empty extension',
    measured: 'load24:first document',
    against: 'load24:empty',
    target: 15,
  },
  ...['prose', 'heading', 'tick'].map(
    (edit): Row => ({
      what: `in the real editor, 10,000 lines: edit (${edit}) to diagnostics, against setting one constant diagnostic`,
      measured: `typing:${edit}, the extension`,
      against: `typing:${edit}, one constant diagnostic`,
      target: 1.5,
    }),
  ),
  {
    what: 'in the real editor, typing in a plan of 25,000 steps: long pauses of the host, against VS Code alone',
    measured: 'longPlan:the extension',
    against: 'longPlan:VS Code alone',
    target: 3,
  },
  {
    what: 'memory that the host needs for that plan, MB above VS Code alone',
    measured: 'longPlan:the extension',
    against: 'longPlan:VS Code alone',
    target: 300,
    memory: true,
  },
  {
    what: 'in the real editor: box clicked to row refreshed, against a tree that only refreshes',
    measured: 'ticking:the Plan view',
    against: 'ticking:a tree that only refreshes',
    target: 1.5,
  },
];
