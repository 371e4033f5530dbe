/** `ready_for_review`: whether anything stands in the way of a review. */

import { readiness } from '../analysis/readiness';
import { readyJson } from '../json/readiness';
import { changesSince } from './documentStore';
import { firstOf } from './limits';
import { about, PATH, tool } from './tool';

export const readyForReview = tool({
  name: 'ready_for_review',
  title: 'Check Ready for Review',
  description:
    'Tells whether a design doc is ready for review, and if not, why: each reason with its line. Warnings stand in the way, and so does evidence that is stale: the step was reworded, or files changed since it was verified. Use it before you say that a document or its plan is finished. Next: mend what the reasons name, or verify the step again and pass the new evidence to complete_step.',
  input: { type: 'object', properties: { path: PATH }, required: ['path'], additionalProperties: false },
  writes: false,
  confirm: ({ path }) => `Check whether ${path} is ready for review.`,
  async run(store, { path }) {
    const opened = await store.open(path);
    const changes = await changesSince(store, opened);
    const { ready, reasons, unknownTrees } = readyJson(readiness(opened.analysis, changes));
    const { kept, leftOut } = firstOf(reasons);
    return { ...about(opened), ready, reasons: kept, unknownTrees: firstOf(unknownTrees).kept, leftOut };
  },
});
