/** The type of a command's function. */

import type { Services } from '../services/services';

/** Runs a command. Prompts the user for values that the arguments do not provide. Throws a `UserError` on failure. */
export type Command = (services: Services, ...args: readonly unknown[]) => Promise<void>;
