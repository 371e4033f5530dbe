/** The tool `next_step`: returns the next step with all information to do it. */

import { firstInProgress } from '../analysis/firstInProgress';
import { handOff } from '../handOff/handOff';
import { nextJson } from '../json/plans';
import { isRefused } from '../plan/change';
import { say } from '../text/message';
import { NEXT_STEP } from './outputs';
import { about, PATH, tool } from './tool';

/** The maximum number of characters of the prompt, so that the context does not distract from the step. */
const MAX_PROMPT = 6000;
/** The answer if no document is in progress. */
const NONE_IN_PROGRESS = {
  version: null,
  path: null,
  root: null,
  branch: null,
  prompt: null,
  next: null,
  reason: 'no-plan',
  lines: [],
  note: 'No design doc is in progress. list_docs lists all documents; start_milestone sets a draft to in progress.',
} as const;

export const nextStepTool = tool({
  name: 'next_step',
  title: say`Get Next Step`,
  description:
    'Returns the next step of the given design doc, or without a path, of the first one in progress. `next.action` is "do" (do the step, then call complete_step with next.line), "start" (call start_milestone with next.line and steps), or "finish" (all steps are done: call complete_step with next.line), and `next` is null only with a `reason`: "done", "no-plan", "settle" (a person must settle the marks on `lines`) "unreadable" (`lines` look like tasks and are none) or "blocked" (the tasks on `lines` wait for each other). `next.verify` is the check that verifies the step: judge for yourself whether to run it. If `next.placeholder` is true, the step is not written yet: call start_milestone with next.milestone.line and the steps. If `next.human` is true, stop and ask a person. `prompt` has the relevant parts of the document, quoted as data. Do one step at a time.',
  input: { type: 'object', properties: { path: PATH }, required: [], additionalProperties: false },
  output: NEXT_STEP,
  writes: false,
  idempotent: true,
  confirm: ({ path }) =>
    path === undefined
      ? say`Read the next step of the first design doc in progress.`
      : say`Read the next step of ${path}.`,
  async run(store, { path }) {
    const opened = path === undefined ? await firstInProgress(store.documents()) : await store.open(path);
    if (!opened) return NONE_IN_PROGRESS;
    const own = about(opened);
    const pack = handOff(opened.analysis, { ...own, limit: MAX_PROMPT });
    const prompt = isRefused(pack)
      ? { prompt: null, note: String(pack.refused) }
      : { prompt: pack.text, note: null };
    return { ...own, ...prompt, ...nextJson(opened.analysis) };
  },
});
