/** The shape of a command. */

import type { Services } from '../services/services';

/** What a command of the palette, a menu or a key does. It asks for what its arguments do not say. */
export type Command = (services: Services, ...args: readonly unknown[]) => Promise<void>;
