import { readUri } from '../../documents/commandArguments';
import { applyAll } from '../../features/fixAll';
import type { Command } from '../command';

/** Makes all safe changes in the document at the URI in the argument, or in the active one. */
export const fixAll: Command = async (services, argument) => {
  await applyAll(services, readUri(argument));
};
