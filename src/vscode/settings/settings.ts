/** Reads and writes settings. */

import type { ConfigurationChangeEvent, ConfigurationTarget, Uri } from 'vscode';
import { workspace } from 'vscode';
import type { Setting } from '../manifest/setting';

/** The value of a setting for a resource, or its default if the configured value is invalid. */
export function readSetting<T>({ id, values, default: fallback }: Setting<T>, resource?: Uri): T {
  const value = workspace.getConfiguration(undefined, resource).get<unknown>(id);
  return values.read(value) ?? fallback;
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

/** True if the event changes the setting. */
export function changesSetting(event: ConfigurationChangeEvent, { id }: Setting<unknown>): boolean {
  return event.affectsConfiguration(id);
}
