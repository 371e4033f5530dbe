/** What decides the levels of rules besides the configuration. */

import type { ConfigurationChangeEvent, Uri } from 'vscode';
import { workspace } from 'vscode';
import { settings } from '../manifest/settings';
import { changesSetting } from './settings';

const LINK_CHECK = 'markdown.validate';

/** True if VS Code's own Markdown extension reports broken links. */
export function checksLinks(resource: Uri): boolean {
  return workspace.getConfiguration(LINK_CHECK, resource).get<unknown>('enabled') === true;
}

/** True if the event changes the levels of rules. */
export function changesLevels(event: ConfigurationChangeEvent): boolean {
  return changesSetting(event, settings.rules) || event.affectsConfiguration(LINK_CHECK);
}
