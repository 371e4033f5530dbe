/** Files that are a plan as a whole, which other tools write, and the marks that those tools know. */

import { matchesGlob } from '../text/glob';
import formats from '../vocabulary/planFormats.json';

/** How a tool writes its plans. */
export interface PlanFormat {
  /** The name of the tool. */
  readonly name: string;
  /** A glob of its files, relative to the root of the workspace. */
  readonly files: string;
  /** Marks of tasks that are under way or queued, each one character: such a task is open. */
  readonly openMarks: string;
  /** The sign right behind the box of a task that may be left out; empty if there is none. */
  readonly optionalSign: string;
  /** A word of the title of a task that may be done beside others with it; empty if there is none. */
  readonly parallelSign: string;
}

/** The formats of all known tools. */
export const planFormats: readonly PlanFormat[] = formats;

/** The format of a file, by its path relative to the root of the workspace; undefined for any other file. */
export function planFormatOf(path: string): PlanFormat | undefined {
  return planFormats.find(({ files }) => matchesGlob(path, files));
}
