/** The tool `complete_step`: ticks one step or milestone, and records its evidence. */

import type { PlaceJson } from '../json/plans';
import { nextJson, placeJson } from '../json/plans';
import { isRefused } from '../plan/change';
import type { Evidence } from '../plan/evidence';
import type { Completion, Unproved } from '../planEdits/complete';
import { completeTask } from '../planEdits/complete';
import { findTask } from '../planEdits/move';
import { contradicted } from '../planEdits/tick';
import { say } from '../text/message';
import { shorten } from '../text/shorten';
import { UserError } from '../text/userError';
import type { DocumentStore, Opened } from './documentStore';
import { applyTo, openVersion } from './documentStore';
import { resolveEvidence } from './evidence';
import { COMPLETE_STEP } from './outputs';
import { about, PATH, tool, VERSION } from './tool';

/** What an agent can do about a refusal. */
const ADVICE: Readonly<Record<NonNullable<Unproved['needs']>, string>> = {
  person: 'Stop here and ask a person to check it, or complete the open steps first.',
  steps: 'Call start_milestone with its steps, and complete those.',
  evidence:
    'Judge whether it is safe to run. If so, run it on the finished work, and pass the outcome as evidence: { "exit": its exit status, "tree": what "git rev-parse HEAD" prints after the work is committed }.',
};

export const completeStep = tool({
  name: 'complete_step',
  title: say`Complete Step`,
  description:
    'Ticks one step of a design doc, or a milestone whose steps are all done. Use it once the work is really done. A step that names the check that verifies it needs evidence: the exit status of the check, which must be 0, and the state of the files that it ran on. A step marked (human) is refused: ask a person. Only the given task is ticked. A list of next steps may change with it, so use the lines of the answer; `completable` lists the enclosing tasks that can be completed now, each by another call. Next: do `next`.',
  input: {
    type: 'object',
    properties: {
      path: PATH,
      version: VERSION,
      line: { type: 'integer', minimum: 1, description: 'The line of the step or milestone, from 1.' },
      evidence: {
        type: 'object',
        description: 'The outcome of the check that verifies the step.',
        properties: {
          exit: { type: 'integer', minimum: 0, description: 'The exit status of the check.' },
          tree: {
            type: 'string',
            maxLength: 64,
            description:
              'The state of the files: the output of "git rev-parse HEAD" after the work is committed.',
          },
        },
        required: ['exit', 'tree'],
        additionalProperties: false,
      },
    },
    required: ['path', 'version', 'line'],
    additionalProperties: false,
  },
  output: COMPLETE_STEP,
  writes: true,
  idempotent: true,
  confirm: ({ path, line }) => say`Mark the step on line ${line} of ${path} as done.`,
  async run(store, { path, version, line, evidence }) {
    const opened = await openVersion(store, path, version);
    const completion = await complete(store, opened, line - 1, evidence);
    const changed = await applyTo(store, opened, completion.edits);
    const { plan } = changed.analysis;
    const task = findTask(plan.milestones, completion.line);
    const completable = contradicted(plan, completion.line).map(placeJson);
    return {
      ...about(changed),
      completed: task ? placeJson(task) : null,
      completable,
      note: null,
      ...nextJson(changed.analysis),
      ...noteOn(completable),
    };
  },
});

/** The edits that complete a task. Evidence that would be refused anyway is not resolved. */
async function complete(
  store: DocumentStore,
  opened: Opened,
  line: number,
  evidence: Evidence | undefined,
): Promise<Completion> {
  const { analysis } = opened;
  const claimed = completeTask(analysis, line, evidence ? { evidence } : {});
  if (isRefused(claimed)) throw refusal(claimed);
  if (!evidence) return claimed;
  const resolved = await resolveEvidence(store, opened, line, evidence);
  const edits = completeTask(analysis, line, { evidence: resolved });
  if (isRefused(edits)) throw refusal(edits);
  return edits;
}

function refusal({ refused, needs }: Unproved): UserError {
  return new UserError(
    needs ? `needs-${needs}` : 'not-completed',
    needs ? `${refused} ${ADVICE[needs]}` : refused,
  );
}

function noteOn([first]: readonly PlaceJson[]): { readonly note?: string } {
  if (!first) return {};
  return {
    note: `All steps of "${shorten(first.title, 80)}" are done, but it is still open: complete_step with line ${first.line} completes it.`,
  };
}
