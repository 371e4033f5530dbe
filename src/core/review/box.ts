/** The boxes of a review: what has to be true of a document before people spend their time on it. */

import type { Finding } from '../analysis/check';
import type { Text } from '../text/message';
import type { Range } from '../text/text';

/** `person`: no program can tell, so a person answers the question of the box. */
export const BOX_STATES = ['met', 'unmet', 'person'] as const;
export type BoxState = (typeof BOX_STATES)[number];

/** A place that a box is about. */
export interface BoxPlace {
  readonly range: Range;
  /** What is in the way; in a box for a person, what to look at. A sentence. */
  readonly message: Text;
  /** The finding that says so. Its fixes are those of the place. */
  readonly finding?: Finding | undefined;
}

/** One box. */
export interface Box {
  /** The same in every document; those of a template are numbered. */
  readonly id: string;
  /** What is true if the box is met. */
  readonly title: Text;
  readonly state: BoxState;
  /** What a person has to answer; undefined for the other states. */
  readonly question?: Text | undefined;
  /** In the order of their lines. Unmet boxes have at least one, and other boxes may have the same. */
  readonly places: readonly BoxPlace[];
}
