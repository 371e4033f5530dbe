/**
 * Every setting: what the settings editor says of it, and how its value is read. `npm run docs` writes the manifest, its
 * texts and the README's table from this list.
 */

/** What a setting may hold, as the manifest says it and as the code takes it: a settings file can hold anything. */
export interface Values<T> {
  readonly schema: {
    readonly type: string;
    /** The only values, and what each of them does. */
    readonly choices?: Readonly<Record<string, string>>;
    readonly minimum?: number;
    readonly additionalProperties?: boolean;
  };
  /** The value to work with, or undefined if it is not one of those. */
  read(value: unknown): T | undefined;
}

export interface Setting<T> {
  readonly id: `designDocs.${string}`;
  readonly values: Values<T>;
  readonly default: T;
  /** Who may set it: each folder, or only the user on this machine. */
  readonly scope: 'resource' | 'machine';
  /** What a workspace says of it does not count in Restricted Mode. */
  readonly restricted?: true;
  /** Markdown. Its first sentence is the setting's line in the README. */
  readonly text: string;
}

/** Whether something is done that goes beyond what the user asked for. */
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

/** By rule; the core reads what is in it. */
const LEVELS: Values<unknown> = {
  schema: { type: 'object', additionalProperties: false },
  read: (value) => value,
};

/** In the order of the settings editor. */
export const settings = {
  author: {
    id: 'designDocs.author',
    values: TEXT,
    default: '',
    scope: 'resource',
    text: "Who writes new design docs; where this is empty, git's `user.name`, if the workspace is trusted.",
  },
  folder: {
    id: 'designDocs.folder',
    values: TEXT,
    default: '',
    scope: 'resource',
    text: 'The folder for new design docs, relative to the workspace folder, such as `docs/design_docs`. Where this is empty, the only design-docs folder of the workspace is used, or you are asked once. A doc made from a template that lives in a design-docs folder always goes into that folder.',
  },
  codeLens: {
    id: 'designDocs.codeLens',
    values: SWITCH,
    default: true,
    scope: 'resource',
    text: 'Show on the lines of a plan how far its milestones are, and what can be done about the step that is next.',
  },
  setStatus: {
    id: 'designDocs.plan.setStatus',
    values: CONSENT,
    default: 'ask',
    scope: 'resource',
    text: 'When a milestone is started in a draft: set the status to in progress, and move the list of next steps along?',
  },
  completeMilestone: {
    id: 'designDocs.plan.completeMilestone',
    values: CONSENT,
    default: 'ask',
    scope: 'resource',
    text: 'When the last step of a milestone is ticked: tick the milestone, too? When a step of a ticked milestone is unticked: untick the milestone?',
  },
  handOffCommand: {
    id: 'designDocs.handOff.command',
    values: TEXT,
    default: '',
    scope: 'machine',
    restricted: true,
    text: 'The command line that **Hand Next Step to Agent** types into a terminal, such as `claude "$(cat {file})"`. `{file}` stands for the path, quoted already, of a file with the next step and what belongs to it. Nothing else is put into it. Not used in Restricted Mode.',
  },
  handOffLimit: {
    id: 'designDocs.handOff.limit',
    values: CHARACTERS,
    default: 12_000,
    scope: 'resource',
    text: 'How many characters a hand-off may have. What is farthest from the step is left out first.',
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
