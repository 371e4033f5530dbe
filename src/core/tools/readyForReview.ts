/** The tool `ready_for_review`: returns whether a document is ready for review, and why not. */

import { readiness } from '../analysis/readiness';
import { readyJson } from '../json/readiness';
import { fileStatesOf } from './evidence';
import { READY_FOR_REVIEW } from './outputs';
import { CURSOR, pageOf } from './paging';
import { about, PATH, tool } from './tool';

export const readyForReview = tool({
  name: 'ready_for_review',
  title: 'Check Ready for Review',
  description:
    'Returns whether a design doc is ready for review, and if not, the reasons with their lines. Warnings block the review, and so does a ticked step that names its check and is not proved: it has no evidence, was reworded since, git does not know its commit, or files that it names changed. `verified` says of each such step what its evidence proves. Use it before you report that a document or its plan is finished. Next: fix the reasons in the file, or verify the step again and pass the new evidence to complete_step.',
  input: {
    type: 'object',
    properties: { path: PATH, cursor: CURSOR },
    required: ['path'],
    additionalProperties: false,
  },
  output: READY_FOR_REVIEW,
  writes: false,
  idempotent: true,
  confirm: ({ path }) => `Check whether ${path} is ready for review.`,
  async run(store, { path, cursor }) {
    const opened = await store.open(path);
    const states = await fileStatesOf(store, opened);
    const { ready, reasons, verified } = readyJson(readiness(opened.analysis, states));
    const own = about(opened);
    const [first, second] = [pageOf(reasons, cursor, own.version), pageOf(verified, cursor, own.version)];
    return {
      ...own,
      ready,
      reasons: first.kept,
      verified: second.kept,
      leftOut: first.leftOut + second.leftOut,
      nextCursor: first.nextCursor ?? second.nextCursor,
    };
  },
});
