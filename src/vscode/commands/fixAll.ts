import { readUri } from '../documents/commandArguments';
import { applyAll } from '../features/fixAll';
import type { Command } from './command';

/** Makes every safe change of a document, the active one unless an argument names another. */
export const fixAll: Command = async (services, argument) => {
  await applyAll(services, readUri(argument));
};
