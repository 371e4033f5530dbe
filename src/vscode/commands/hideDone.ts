import type { Command } from './command';

/** Hides what is done from the Plan view. */
export const hideDone: Command = ({ plan }) => plan.hideDone(true);

/** Shows it again. */
export const showDone: Command = ({ plan }) => plan.hideDone(false);
