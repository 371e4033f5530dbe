/** The tool `ready_for_review`: returns whether a document is ready for review, and why not. */

import type { BoxJson } from '../json/readiness';
import { readyJson } from '../json/readiness';
import { readiness } from '../review/readiness';
import { say } from '../text/message';
import { fileStatesOf } from './evidence';
import { READY_FOR_REVIEW } from './outputs';
import type { Page } from './paging';
import { CURSOR, pageOf } from './paging';
import { about, PATH, tool } from './tool';

export const readyForReview = tool({
  name: 'ready_for_review',
  title: say`Check Ready for Review`,
  description:
    'Returns whether a design doc is ready for review, and if not, the reasons with their lines. Warnings block the review, and so does a ticked step that names its check and is not proved: it has no evidence, was reworded since, git does not know its commit, or files that it names changed. `boxes` lists all that a review asks for: met, unmet, or, as `person`, a question that only a person answers; these do not block. `verified` says of each such step what its evidence proves. Use it before you report that a document or its plan is finished. Next: fix the reasons in the file, or verify the step again and pass the new evidence to complete_step.',
  input: {
    type: 'object',
    properties: { path: PATH, cursor: CURSOR },
    required: ['path'],
    additionalProperties: false,
  },
  output: READY_FOR_REVIEW,
  writes: false,
  idempotent: true,
  confirm: ({ path }) => say`Check whether ${path} is ready for review.`,
  async run(store, { path, cursor }) {
    const opened = await store.open(path);
    const states = await fileStatesOf(store, opened);
    const { analysis } = opened;
    const { ready, reasons, boxes, verified } = readyJson(analysis, readiness(analysis, states));
    const own = about(opened);
    const page = <T>(entries: readonly T[]): Page<T> => pageOf(entries, cursor, own.version);
    const [first, second, third] = [page(reasons), page(boxes.flatMap(byPlace)), page(verified)];
    return {
      ...own,
      ready,
      reasons: first.kept,
      boxes: joined(second.kept),
      verified: third.kept,
      leftOut: first.leftOut + second.leftOut + third.leftOut,
      nextCursor: first.nextCursor ?? second.nextCursor ?? third.nextCursor,
    };
  },
});

/** One box for each place of a box, so that a page has a bounded number of places. */
function byPlace(box: BoxJson): BoxJson[] {
  return box.places.length < 2 ? [box] : box.places.map((place) => ({ ...box, places: [place] }));
}

/** The boxes of a page, each with those of its places that are on the page. */
function joined(boxes: readonly BoxJson[]): BoxJson[] {
  const byId = new Map<string, BoxJson>();
  for (const box of boxes) {
    const places = [...(byId.get(box.id)?.places ?? []), ...box.places];
    byId.set(box.id, { ...box, places });
  }
  return [...byId.values()];
}
