import type { Command } from './command';

/** Keeps the Plan view at the document that it shows. */
export const pinPlan: Command = {
  id: 'designDocs.pinPlan',
  async run({ planDocument }) {
    planDocument.pin();
  },
};

/** Lets the Plan view follow the user from design doc to design doc again. */
export const unpinPlan: Command = {
  id: 'designDocs.unpinPlan',
  async run({ planDocument }) {
    planDocument.unpin();
  },
};
