import type { Command } from './command';

/** Keeps the Plan view at the document that it shows. */
export const pinPlan: Command = async ({ planDocument }) => {
  planDocument.pin();
};

/** Lets the Plan view follow the user from design doc to design doc again. */
export const unpinPlan: Command = async ({ planDocument }) => {
  planDocument.unpin();
};
