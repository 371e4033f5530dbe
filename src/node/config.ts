/** The project's configuration: `.design-docs.json` at the workspace's root, or the file that is named. */

import * as path from 'node:path';
import type { Config } from '../core/config/config';
import { CONFIG_FILE, NO_CONFIG } from '../core/config/config';
import { UserError } from '../core/errors';
import { kindOf } from './files';
import { readText } from './reading';

/** Reads the configuration; without a file it is empty. Throws a `UserError` that says what is wrong in it. */
export async function openConfig(root: string, cwd: string, named: string | undefined): Promise<Config> {
  const file = named === undefined ? path.join(root, CONFIG_FILE) : path.resolve(cwd, named);
  if (kindOf(file) === 'file') {
    // It knows the rules by their names, and with them comes everything else.
    const { readConfig } = await import('../core/config/readConfig.js');
    return readConfig(readText(file), path.basename(file));
  }
  if (named === undefined) return NO_CONFIG;
  throw new UserError('no-such-config', `There is no configuration file "${named}".`);
}
