/**
 * Every setting: its entry in the settings editor and how its value is read. `npm run docs` generates the settings in
 * the manifest, their texts and the README's table from this list.
 */

import type { Arrangement } from '../../core/listing/arrange';

/**
 * The values of a setting: their JSON schema for the manifest, and a reader, since a settings file can hold anything.
 */
export interface Values<T> {
  readonly schema: {
    readonly type: string;
    /** The allowed values, each with its description. */
    readonly choices?: Readonly<Record<string, string>>;
    readonly minimum?: number;
    readonly additionalProperties?: boolean;
  };
  /** Returns the valid value, or undefined if `value` is invalid. */
  read(value: unknown): T | undefined;
}

/** A setting of the extension. */
export interface Setting<T> {
  readonly id: `designDocs.${string}`;
  readonly values: Values<T>;
  readonly default: T;
  /** Where it can be set: `resource` in each folder, `machine` only in the user settings of this machine. */
  readonly scope: 'resource' | 'machine';
  /** In Restricted Mode, the workspace's value is ignored. */
  readonly restricted?: true;
  /** The description, as Markdown. The README's table shows its first sentence. */
  readonly text: string;
}

/** Only its type is imported: activation would load the code. */
const GROUPINGS: readonly Arrangement['grouping'][] = ['stage', 'template', 'folder'];
const GROUPING: Values<Arrangement['grouping']> = {
  schema: {
    type: 'string',
    choices: {
      stage: 'What is in progress comes first, what is settled last.',
      template: 'The template with the most documents comes first.',
      folder: 'By path.',
    },
  },
  read: (value) => GROUPINGS.find((one) => one === value),
};

/** Whether the extension makes a related change that the user did not ask for. */
export type Consent = 'ask' | 'always' | 'never';

const TEXT: Values<string> = {
  schema: { type: 'string' },
  read: (value) => (typeof value === 'string' ? value.trim() : undefined),
};

const SWITCH: Values<boolean> = {
  schema: { type: 'boolean' },
  read: (value) => (typeof value === 'boolean' ? value : undefined),
};

const CONSENTS: readonly Consent[] = ['ask', 'always', 'never'];
const CONSENT: Values<Consent> = {
  schema: {
    type: 'string',
    choices: { ask: 'Ask each time.', always: 'Do it without asking.', never: 'Leave it alone.' },
  },
  read: (value) => CONSENTS.find((one) => one === value),
};

const LEAST_CHARACTERS = 1_000;
const CHARACTERS: Values<number> = {
  schema: { type: 'integer', minimum: LEAST_CHARACTERS },
  read: (value) => (typeof value === 'number' && value >= LEAST_CHARACTERS ? value : undefined),
};

/** An object from rule to level; the core validates its content. */
const LEVELS: Values<unknown> = {
  schema: { type: 'object', additionalProperties: false },
  read: (value) => value,
};

/** All settings, in the order of the settings editor. */
export const settings = {
  author: {
    id: 'designDocs.author',
    values: TEXT,
    default: '',
    scope: 'resource',
    text: "The author of new design docs; if empty, git's `user.name` in a trusted workspace.",
  },
  folder: {
    id: 'designDocs.folder',
    values: TEXT,
    default: '',
    scope: 'resource',
    text: 'The folder for new design docs, relative to the workspace folder, such as `docs/design_docs`. If this is empty, the only design-docs folder of the workspace is used, or you are asked once. A doc made from a template that lives in a design-docs folder always goes into that folder.',
  },
  codeLens: {
    id: 'designDocs.codeLens',
    values: SWITCH,
    default: true,
    scope: 'resource',
    text: 'Show the progress of milestones, and actions for the next step, above the lines of a plan.',
  },
  checkAll: {
    id: 'designDocs.checkAll',
    values: SWITCH,
    default: false,
    scope: 'resource',
    text: 'Show the findings of all design docs in the Problems view, not only of open ones. **Check All Design Docs** shows them once.',
  },
  documentsGroupBy: {
    id: 'designDocs.documents.groupBy',
    values: GROUPING,
    default: 'stage',
    scope: 'resource',
    text: 'What the Documents view groups design docs by, until **Group Documents** chooses for the workspace.',
  },
  setStatus: {
    id: 'designDocs.plan.setStatus',
    values: CONSENT,
    default: 'ask',
    scope: 'resource',
    text: 'When a milestone is started in a draft: set the status to in progress, and update the list of next steps?',
  },
  completeMilestone: {
    id: 'designDocs.plan.completeMilestone',
    values: CONSENT,
    default: 'ask',
    scope: 'resource',
    text: 'When the last step of a milestone is ticked: tick the milestone, too? When a step of a ticked milestone is unticked: untick the milestone? When a milestone is done: replace it in the list of next steps by the one after it?',
  },
  handOffCommand: {
    id: 'designDocs.handOff.command',
    values: TEXT,
    default: '',
    scope: 'machine',
    restricted: true,
    text: 'The command line that **Hand Next Step to Agent** types into a terminal, such as `claude "$(cat {file})"`. `{file}` stands for the quoted path of a file with the next step and its context. Nothing else is inserted. Not used in Restricted Mode.',
  },
  handOffLimit: {
    id: 'designDocs.handOff.limit',
    values: CHARACTERS,
    default: 12_000,
    scope: 'resource',
    text: 'The maximum length of a hand-off, in characters. The content farthest from the step is left out first.',
  },
  mcpWrite: {
    id: 'designDocs.mcp.write',
    values: SWITCH,
    default: false,
    scope: 'machine',
    restricted: true,
    text: 'Whether the MCP server that the extension offers to VS Code may change design docs: start milestones, complete steps and write new docs. Otherwise it only reads. Not used in Restricted Mode.',
  },
  rules: {
    id: 'designDocs.rules',
    values: LEVELS,
    default: {},
    scope: 'resource',
    text: 'Levels of rules, for projects that do not set them in `.design-docs.json`: off, hint, information, warning or error.',
  },
} as const satisfies Readonly<Record<string, Setting<unknown>>>;
