/**
 * The output of tools as JSON Schemas. Tests check them against real results. An object may get more properties later,
 * so the schemas do not forbid them.
 */

import { PROOFS } from '../analysis/verified';
import { ANCHOR_STATES, COMMENT_STATES } from '../comments/comment';
import { REASONS } from '../plan/idle';
import { BOX_STATES } from '../review/box';

/** A part of an output schema. */
export type OutputPart = Readonly<Record<string, unknown>>;

/** The schema of a tool's result. */
export interface OutputSchema extends OutputPart {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, OutputPart>>;
  readonly required: readonly string[];
}

const TEXT: OutputPart = { type: 'string' };
const YES_OR_NO: OutputPart = { type: 'boolean' };
const COUNT: OutputPart = { type: 'integer', minimum: 0 };
const LINE: OutputPart = { type: 'integer', minimum: 1 };

/** An object with the given properties, all of which are required but those listed. */
function object(
  properties: Readonly<Record<string, OutputPart>>,
  optional: readonly string[] = [],
): OutputSchema {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter((key) => !optional.includes(key)),
  };
}

/** An object that says what is next, or why nothing is. */
function withNext(properties: Readonly<Record<string, OutputPart>>): OutputSchema {
  const optional = ['reason', 'lines', 'note'].filter((key) => !(key in properties));
  return object({ ...NEXT, ...properties }, optional);
}

function listOf(items: OutputPart): OutputPart {
  return { type: 'array', items };
}

function orNull(schema: OutputPart): OutputPart {
  return { anyOf: [schema, { type: 'null' }] };
}

const PLACE = object({ title: TEXT, line: LINE });
const ROOT = {
  root: { ...TEXT, description: 'The folder that has the document; an absolute path.' },
  branch: { ...orNull(TEXT), description: 'The branch that is checked out there; null if unknown.' },
};
const ABOUT = {
  version: { ...TEXT, description: 'The version to pass to the tools that change the document.' },
  path: TEXT,
  ...ROOT,
};
const PAGE = {
  leftOut: { ...COUNT, description: 'How many entries come after this page.' },
  nextCursor: { ...orNull(TEXT), description: 'Pass it as `cursor` to get them; null at the end.' },
};
const FINDING = object({
  rule: TEXT,
  severity: TEXT,
  message: TEXT,
  line: LINE,
  column: LINE,
  endLine: LINE,
  endColumn: LINE,
  fixable: YES_OR_NO,
});
const NEXT = {
  next: orNull(
    object({
      action: { enum: ['do', 'start', 'finish'] },
      line: LINE,
      milestone: PLACE,
      step: orNull(PLACE),
      verify: orNull(TEXT),
      human: YES_OR_NO,
      placeholder: YES_OR_NO,
    }),
  ),
  reason: { enum: REASONS, description: 'Why `next` is null.' },
  lines: { ...listOf(LINE), description: 'The lines that the reason is about.' },
  note: orNull(TEXT),
};
const STEPS = listOf({ $ref: '#/$defs/step' });
const STEP = object({
  title: TEXT,
  line: LINE,
  depth: COUNT,
  mark: TEXT,
  done: YES_OR_NO,
  optional: YES_OR_NO,
  parallel: YES_OR_NO,
  steps: STEPS,
});
const MILESTONE = object({
  title: TEXT,
  line: LINE,
  state: { enum: ['open', 'started', 'done'] },
  done: COUNT,
  total: COUNT,
  optional: YES_OR_NO,
  steps: STEPS,
});
const REMARK = { author: orNull(TEXT), date: orNull(TEXT), text: TEXT };
const COMMENT = object({
  id: TEXT,
  state: { enum: COMMENT_STATES },
  line: LINE,
  endLine: LINE,
  ...REMARK,
  replies: listOf(object(REMARK)),
  block: { enum: ANCHOR_STATES, description: 'What became of the block that the comment is about.' },
  blockLine: orNull(LINE),
  blockEndLine: orNull(LINE),
  was: { ...orNull(TEXT), description: 'What the block said when the comment was made; null if unknown.' },
  now: { ...orNull(TEXT), description: 'What it says now; null if it is gone or not known.' },
  fault: { ...orNull(TEXT), description: 'Why no tool can change the comment; null if one can.' },
});
const BOUND = { template: orNull(TEXT), templatePath: orNull(TEXT), stage: TEXT };

export const LIST_DOCS = object({
  roots: listOf(object(ROOT)),
  documents: listOf(
    object({
      path: TEXT,
      title: TEXT,
      ...BOUND,
      planFormat: orNull(TEXT),
      done: COUNT,
      total: COUNT,
      warnings: COUNT,
    }),
  ),
  ...PAGE,
});

export const CHECK_DOC = object({ ...ABOUT, ...BOUND, findings: listOf(FINDING), ...PAGE });

export const READ_PLAN: OutputSchema = {
  ...object({ ...ABOUT, done: COUNT, total: COUNT, milestones: listOf(MILESTONE), ...PAGE }),
  $defs: { step: STEP },
};

export const NEXT_STEP = withNext({
  version: orNull(TEXT),
  path: orNull(TEXT),
  root: orNull(TEXT),
  branch: orNull(TEXT),
  prompt: orNull(TEXT),
  note: orNull(TEXT),
});

export const READY_FOR_REVIEW = object({
  ...ABOUT,
  ready: YES_OR_NO,
  reasons: listOf(object({ line: LINE, message: TEXT, rule: orNull(TEXT) })),
  boxes: listOf(
    object({
      id: TEXT,
      title: TEXT,
      state: { enum: BOX_STATES },
      question: { ...orNull(TEXT), description: 'What a person has to answer; null for other states.' },
      places: listOf(
        object({
          line: LINE,
          column: LINE,
          endLine: LINE,
          endColumn: LINE,
          message: TEXT,
          rule: orNull(TEXT),
          fix: {
            ...orNull(TEXT),
            description: 'A proved change that adds no text but that of the template.',
          },
        }),
      ),
    }),
  ),
  verified: listOf(object({ title: TEXT, line: LINE, proof: { enum: PROOFS }, message: TEXT })),
  ...PAGE,
});

export const START_MILESTONE = withNext({
  ...ABOUT,
  started: PLACE,
  status: orNull(TEXT),
  added: listOf(PLACE),
});

export const COMPLETE_STEP = withNext({
  ...ABOUT,
  completed: orNull(PLACE),
  completable: listOf(PLACE),
  note: orNull(TEXT),
});

export const NEW_DOC = withNext({ ...ABOUT, template: orNull(TEXT), stage: TEXT, findings: COUNT });

export const LIST_COMMENTS = object({
  documents: listOf(object({ ...ABOUT, comments: listOf(COMMENT) })),
  ...PAGE,
});

export const CHANGED_COMMENT = object({
  ...ABOUT,
  comment: COMMENT,
  earlierReplies: { ...COUNT, description: 'How many replies before those of `comment` list_comments has.' },
  open: { ...COUNT, description: 'How many comments of the document are open now.' },
});
