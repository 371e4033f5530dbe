/**
 * Every setting: its entry in the settings editor and how its value is read. `npm run docs` generates the settings in
 * the manifest, their texts and the README's table from this list.
 */

import type { ReportLevel } from '../../core/changes/report';
import type { Arrangement } from '../../core/listing/arrange';
import { mcpWrite } from './mcpWrite';
import type { Setting, Values } from './setting';
import { SWITCH } from './setting';

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

const CONSENTS: readonly Consent[] = ['ask', 'always', 'never'];
const CONSENT: Values<Consent> = {
  schema: {
    type: 'string',
    choices: { ask: 'Ask each time.', always: 'Do it without asking.', never: 'Leave it alone.' },
  },
  read: (value) => CONSENTS.find((one) => one === value),
};

const STARTINGS = ['listed', ...CONSENTS] as const;
const STARTING: Values<(typeof STARTINGS)[number]> = {
  schema: {
    type: 'string',
    choices: {
      listed: 'Do it without asking, but set the status only if the template lists a value for it.',
      ...CONSENT.schema.choices,
    },
  },
  read: (value) => STARTINGS.find((one) => one === value),
};

/** Which changes of other programs are reported. */
export type ReportedKinds = ReportLevel | 'off';

const REPORTED: readonly ReportedKinds[] = ['flagged', 'all', 'off'];
const REPORTS: Values<ReportedKinds> = {
  schema: {
    type: 'string',
    choices: {
      flagged:
        'What you should look at: boxes ticked without evidence, lost sections and non-goals, a status that was set, comments resolved without a change.',
      all: 'Everything in design terms, but no prose.',
      off: 'Nothing.',
    },
  },
  read: (value) => REPORTED.find((one) => one === value),
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
    text: "The author of new design docs; if empty, git's `user.name` in a trusted workspace, or else the name that **New Design Doc** asked for.",
  },
  folder: {
    id: 'designDocs.folder',
    values: TEXT,
    default: '',
    scope: 'resource',
    text: 'The folder for new design docs, relative to the workspace folder, such as `docs/design_docs`. If this is empty, the only design-docs folder of the workspace is used, or you are asked. A doc made from a template that lives in a design-docs folder always goes into that folder.',
  },
  codeLens: {
    id: 'designDocs.codeLens',
    values: SWITCH,
    default: true,
    scope: 'resource',
    text: 'Show the progress of milestones, and actions for the next step, above the lines of a plan.',
  },
  badges: {
    id: 'designDocs.badges',
    values: SWITCH,
    default: true,
    scope: 'resource',
    text: 'Show the stage of design docs as a badge in the Explorer and in tabs: `Dr` draft, `Ip` in progress, `Mg` merged, `Fi` finished, `Rf` reference, `Rt` retrospective, `Gu` given up.',
  },
  checkAll: {
    id: 'designDocs.checkAll',
    values: SWITCH,
    default: false,
    scope: 'resource',
    text: 'Show the findings of all design docs in the Problems view, not only of open ones. **Check All Design Docs** shows them once.',
  },
  reportChanges: {
    id: 'designDocs.reportChanges',
    values: REPORTS,
    default: 'flagged',
    scope: 'resource',
    text: 'What a message reports when another program, such as an agent, changes a design doc.',
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
    values: STARTING,
    default: 'listed',
    scope: 'resource',
    text: 'When a milestone is started in a draft: set the status to in progress, and update the list of next steps? It is an undo step of its own.',
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
  mcpWrite,
  rules: {
    id: 'designDocs.rules',
    values: LEVELS,
    default: {},
    scope: 'resource',
    text: 'Levels of rules, for projects that do not set them in `.design-docs.json`: off, hint, information, warning or error.',
  },
} as const satisfies Readonly<Record<string, Setting<unknown>>>;
