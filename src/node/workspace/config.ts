/** The project's configuration: `.design-docs.json` at the workspace's root, or the given file. */

import * as path from 'node:path';
import { CONFIG_FILE, NO_CONFIG } from '../../core/config/config';
import type { ConfigRead } from '../../core/config/readConfig';
import { readConfigFile } from '../../core/config/readConfig';
import { UserError } from '../../core/text/userError';
import { relativeToCwd } from '../files/fileErrors';
import { isLink, isUnder, kindOf, realPath } from '../files/files';
import { readText } from '../files/readFile';

/** Reads the configuration, which is empty if there is no file. Throws a `UserError` if it is invalid. */
export function openConfig(root: string, cwd: string, named: string | undefined): ConfigRead {
  const file = named === undefined ? path.join(root, CONFIG_FILE) : path.resolve(cwd, named);
  // Only the default file is restricted: a user may name any path.
  if (named === undefined && isLink(file)) refuseLinkOut(root, file);
  if (kindOf(file) === 'file') return readConfigFile(readText(file), relativeToCwd(file));
  if (named === undefined) return { config: NO_CONFIG, templates: [] };
  throw new UserError('no-such-config', `There is no configuration file "${named}".`);
}

function refuseLinkOut(root: string, file: string): void {
  if (kindOf(file) === 'file' && isUnder(realPath(root), realPath(file))) return;
  throw new UserError(
    'config-outside',
    `${relativeToCwd(file)} is a symbolic link that leads to no file of the workspace, so it is not read. Replace it with the file itself.`,
  );
}
