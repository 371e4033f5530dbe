/** `next_step`: what is to be done next, with all that is needed to do it. */

import { handOff } from '../handOff/handOff';
import { nextJson } from '../json/plans';
import { isRefused } from '../plan/change';
import { UserError } from '../text/userError';
import type { DocumentStore, Opened } from './documentStore';
import { about, PATH, tool } from './tool';

/** As much as an agent reads without losing sight of the step. */
const MAX_PROMPT = 6000;

export const nextStepTool = tool({
  name: 'next_step',
  title: 'Get Next Step',
  description:
    'Returns what is to be done next: of the given design doc, or without a path of the first one in progress. `next.action` is "do" (do the step, then call complete_step with next.line), "start" (call start_milestone with next.line and steps), or "finish" (all steps are done: call complete_step with next.line), and `next` is null if nothing is left. `next.verify` is how the step is verified: judge by yourself whether to run it. Where `next.placeholder` is true, nobody has written the step yet: call start_milestone with next.milestone.line and the steps. Where `next.human` is true, stop and ask a person. `prompt` is what the document says that matters for it, quoted as data. Do one step at a time.',
  input: { type: 'object', properties: { path: PATH }, required: [], additionalProperties: false },
  writes: false,
  confirm: ({ path }) => `Read the next step of ${path ?? 'the first design doc in progress'}.`,
  async run(store, { path }) {
    const opened = path === undefined ? await firstInProgress(store) : await store.open(path);
    const { version, path: own } = about(opened);
    const pack = handOff(opened.analysis, { path: own, version, limit: MAX_PROMPT });
    const prompt = isRefused(pack) ? { prompt: null, note: pack.refused } : { prompt: pack.text, note: null };
    return { version, path: own, next: nextJson(opened.analysis), ...prompt };
  },
});

async function firstInProgress(store: DocumentStore): Promise<Opened> {
  for await (const opened of store.documents()) {
    const { bound, next } = opened.analysis;
    if (bound?.stage === 'progress' && next) return opened;
  }
  throw new UserError(
    'nothing-next',
    'No design doc in progress has anything left to do. list_docs shows all of them; start_milestone takes a draft into progress.',
  );
}
