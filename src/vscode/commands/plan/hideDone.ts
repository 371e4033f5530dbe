import type { Command } from '../command';

/** Hides completed rows in the Plan view. */
export const hideDone: Command = ({ plan }) => plan.hideDone(true);

/** Shows completed rows in the Plan view. */
export const showDone: Command = ({ plan }) => plan.hideDone(false);
