import { applyAll } from '../fixAll';
import { readUri } from './arguments';
import type { Command } from './command';

/** Makes every safe change of a document, the active one unless an argument names another. */
export const fixAll: Command = async (services, argument) => {
  await applyAll(services, readUri(argument));
};
