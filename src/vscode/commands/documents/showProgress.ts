import type { Command } from '../command';

/** Shows all design docs in a table, and how the plan of one was worked off. */
export const showProgress: Command = async ({ progress }) => progress.show();
