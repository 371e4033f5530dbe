import type { Command } from './command';

/** Hides what is done from the Plan view. */
export const hideDone: Command = {
  id: 'designDocs.hideDone',
  run: ({ plan }) => plan.hideDone(true),
};

/** Shows it again. */
export const showDone: Command = {
  id: 'designDocs.showDone',
  run: ({ plan }) => plan.hideDone(false),
};
