/** Reading and writing settings. */

import type { ConfigurationChangeEvent, ConfigurationTarget, Uri } from 'vscode';
import { workspace } from 'vscode';
import type { Setting } from '../manifest/settings';
import { settings } from '../manifest/settings';

const LINK_CHECK = 'markdown.validate';

/** What a setting says for a resource; its default where a settings file holds no such value. */
export function readSetting<T>({ id, values, default: otherwise }: Setting<T>, resource?: Uri): T {
  const value = workspace.getConfiguration(undefined, resource).get<unknown>(id);
  return values.read(value) ?? otherwise;
}

/** Writes a setting for the user, or for the workspace folder of a resource. */
export async function writeSetting<T>(
  { id }: Setting<T>,
  value: T,
  target: ConfigurationTarget,
  resource?: Uri,
): Promise<void> {
  await workspace.getConfiguration(undefined, resource).update(id, value, target);
}

/** True if the event concerns the setting. */
export function changesSetting(event: ConfigurationChangeEvent, { id }: Setting<unknown>): boolean {
  return event.affectsConfiguration(id);
}

/** True if VS Code's own Markdown extension reports broken links. */
export function checksLinks(resource: Uri): boolean {
  return workspace.getConfiguration(LINK_CHECK, resource).get<unknown>('enabled') === true;
}

/** True if the event concerns which rules speak, and how loud. */
export function changesLevels(event: ConfigurationChangeEvent): boolean {
  return changesSetting(event, settings.rules) || event.affectsConfiguration(LINK_CHECK);
}
