import type { Command } from '../command';

/** Keeps the Plan view on its current document. */
export const pinPlan: Command = async ({ planDocument }) => {
  planDocument.pin();
};

/** Makes the Plan view follow the active design doc again. */
export const unpinPlan: Command = async ({ planDocument }) => {
  planDocument.unpin();
};
