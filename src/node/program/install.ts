/** The installation folder of this program, its templates, its skill and its version. */

import * as path from 'node:path';
import { findUp, namesIn } from '../files/files';
import { readText } from '../files/readFile';

const TEMPLATES = path.join('media', 'templates');
const SKILL = path.join('skills', 'design-docs', 'SKILL.md');

/** The paths of the bundled templates. */
export function bundledTemplates(): string[] {
  const folder = path.join(installFolder(), TEMPLATES);
  return namesIn(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name));
}

/** The text of the skill for agents. */
export function bundledSkill(): string {
  return readText(path.join(installFolder(), SKILL));
}

/** The version of the installed program. */
export function installedVersion(): string {
  const manifest: unknown = JSON.parse(readText(path.join(installFolder(), 'package.json')));
  const version = typeof manifest === 'object' && manifest && 'version' in manifest && manifest.version;
  return typeof version === 'string' ? version : 'unknown';
}

/** Searches upwards, since the depth differs between a bundle and the separate files of a test run. */
function installFolder(): string {
  const folder = findUp(__dirname, TEMPLATES);
  if (folder === undefined)
    throw new Error(`No ${TEMPLATES} above ${__dirname}: the installation is incomplete.`);
  return folder;
}
