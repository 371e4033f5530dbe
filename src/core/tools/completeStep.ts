/** `complete_step`: ticks one step or milestone, and keeps the evidence for it. */

import type { PlaceJson } from '../json/plans';
import { nextJson, placeJson } from '../json/plans';
import { isRefused } from '../plan/change';
import type { Unproved } from '../plan/complete';
import { completeTask } from '../plan/complete';
import { findTask } from '../plan/move';
import { contradicted } from '../plan/tick';
import { shorten } from '../text/shorten';
import { UserError } from '../text/userError';
import type { Opened } from './documentStore';
import { applyTo, openVersion } from './documentStore';
import { about, PATH, tool, VERSION } from './tool';

/** What an agent can do about a refusal. */
const ADVICE: Readonly<Record<NonNullable<Unproved['needs']>, string>> = {
  person: 'Stop here and ask a person to look at it, or complete what is open first.',
  evidence:
    'Judge whether that is safe to run; if so, run it on the finished work, and pass its outcome as evidence: { "exit": its exit status, "tree": what "git rev-parse HEAD" prints after the work is committed }.',
};

export const completeStep = tool({
  name: 'complete_step',
  title: 'Complete Step',
  description:
    'Ticks one step of a design doc, or a milestone whose steps are all done. Use it once the work is really done. A step that says how it is verified needs evidence: the exit status, which must be 0, and the state of the files that it was obtained on. A step marked (human) is refused: ask a person. Only the named task is ticked; `completable` lists what around it can be completed now, each by a call of its own. Next: do `next`.',
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
              'A name for the state of the files: what "git rev-parse HEAD" prints after the work is committed.',
          },
        },
        required: ['exit', 'tree'],
        additionalProperties: false,
      },
    },
    required: ['path', 'version', 'line'],
    additionalProperties: false,
  },
  writes: true,
  confirm: ({ path, line }) => `Mark the step on line ${line} of ${path} as done.`,
  async run(store, { path, version, line, evidence }) {
    const opened = await openVersion(store, path, version);
    const edits = completeTask(opened.analysis, line - 1, evidence ? { evidence } : {});
    if (isRefused(edits)) throw refusal(edits);
    const changed = await applyTo(store, opened, edits.edits);
    const completable = contradicted(changed.analysis.plan, line - 1).map(placeJson);
    return {
      ...about(changed),
      completed: completedAt(changed, line),
      completable,
      note: noteOn(completable),
      next: nextJson(changed.analysis),
    };
  },
});

/** A tick moves no line. */
function completedAt({ analysis }: Opened, line: number): PlaceJson | null {
  const task = findTask(analysis.plan.milestones, line - 1);
  return task ? placeJson(task) : null;
}

function refusal({ refused, needs }: Unproved): UserError {
  return new UserError(
    needs ? `needs-${needs}` : 'not-completed',
    needs ? `${refused} ${ADVICE[needs]}` : refused,
  );
}

function noteOn([first]: readonly PlaceJson[]): string | null {
  return first
    ? `All steps of "${shorten(first.title, 80)}" are done, and it is still open: complete_step with line ${first.line} completes it.`
    : null;
}
