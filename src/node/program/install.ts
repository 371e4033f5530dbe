/** Where this program is installed, and what lies beside it. */

import * as path from 'node:path';
import { findUp, namesIn } from '../files/files';
import { readText } from '../files/readFile';

const TEMPLATES = path.join('media', 'templates');

/** The files of the bundled templates. */
export function bundledTemplates(): string[] {
  const folder = path.join(installFolder(), TEMPLATES);
  return namesIn(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name));
}

/** The program's version. */
export function installedVersion(): string {
  const manifest: unknown = JSON.parse(readText(path.join(installFolder(), 'package.json')));
  const version = typeof manifest === 'object' && manifest && 'version' in manifest && manifest.version;
  return typeof version === 'string' ? version : 'unknown';
}

/** The program runs as one bundle or, under test, as many files: the folder is found, not counted up to. */
function installFolder(): string {
  const folder = findUp(__dirname, TEMPLATES);
  if (folder === undefined)
    throw new Error(`No ${TEMPLATES} above ${__dirname}: the installation is incomplete.`);
  return folder;
}
