/** The line on a terminal that says how far a long run is. */

import type { Activity } from '../node/workspace/request';

/** A run that takes less time, in milliseconds, shows nothing. */
const PATIENCE = 1000;
/** The least time in milliseconds between two versions of the line. */
const INTERVAL = 100;
/** Moves to the start of the line and erases it. */
const ERASE = '\r\u001b[2K';

const TEXTS: Readonly<Record<Activity, (done: number, all: number) => string>> = {
  search: (done, all) => `Searched ${done} of ${all} files`,
  check: (done, all) => `Checked ${done} of ${all} documents`,
};

/** A line that is written over and over. */
export interface Progress {
  /** Called for each item of an activity. Most calls do nothing. */
  show(activity: Activity, done: number, all: number): void;
  /** Removes the line. Called before anything else is written. */
  clear(): void;
}

/** A line that `write` writes; without it, none is shown. `now` is a clock in milliseconds. */
export function openProgress(
  write: ((text: string) => void) | undefined,
  now: () => number = () => performance.now(),
): Progress {
  if (!write) return { show: () => undefined, clear: () => undefined };
  let next = now() + PATIENCE;
  let isShown = false;
  return {
    show: (activity, done, all) => {
      const time = now();
      if (time < next) return;
      next = time + INTERVAL;
      isShown = true;
      write(`${ERASE}${TEXTS[activity](done, all)}`);
    },
    clear: () => {
      if (isShown) write(ERASE);
      isShown = false;
    },
  };
}
