/** The shape of a command. */

import type { Services } from '../services';

/** A command of the palette, a menu or a key. It asks for what its arguments do not say. */
export interface Command {
  readonly id: string;
  run(services: Services, ...args: readonly unknown[]): Promise<void>;
}
