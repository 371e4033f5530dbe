/** The extension's settings. All may differ from folder to folder. */

import * as vscode from 'vscode';
import type { Level } from '../core/config';
import { readLevels } from '../core/config';

const SECTION = 'designDocs';

/** The configured author of new documents, or undefined. */
export function authorSetting(resource: vscode.Uri | undefined): string | undefined {
  return read('author', resource);
}

/** The configured folder for new documents, relative to its workspace folder, or undefined. */
export function folderSetting(resource: vscode.Uri): string | undefined {
  return read('folder', resource);
}

/** The levels of rules that the user sets for projects that do not. */
export function levelSettings(resource: vscode.Uri): Record<string, Level> {
  return readLevels(vscode.workspace.getConfiguration(SECTION, resource).get<unknown>('rules'));
}

/** Settings that say whether something that goes beyond what was asked for is done. */
export type ConsentSetting = 'plan.setStatus' | 'plan.completeMilestone';

/** What such a setting says. */
export type Consent = 'ask' | 'always' | 'never';

/** Whether something is to be done always, never, or after asking. */
export function consentSetting(name: ConsentSetting, resource: vscode.Uri): Consent {
  const value = read(name, resource);
  return value === 'always' || value === 'never' ? value : 'ask';
}

/** Remembers an answer for all projects of the user. */
export async function rememberConsent(name: ConsentSetting, value: Consent): Promise<void> {
  await vscode.workspace.getConfiguration(SECTION).update(name, value, vscode.ConfigurationTarget.Global);
}

/** Whether lenses are shown in design docs. */
export function lensSetting(resource: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration(SECTION, resource).get<unknown>('codeLens') !== false;
}

/** True if the event concerns the lenses. */
export function changesLenses(event: vscode.ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(`${SECTION}.codeLens`);
}

/** Remembers the folder for new documents in the settings of its workspace folder. */
export async function rememberFolder(resource: vscode.Uri, folder: string): Promise<void> {
  const target = vscode.ConfigurationTarget.WorkspaceFolder;
  await vscode.workspace.getConfiguration(SECTION, resource).update('folder', folder, target);
}

/** True if the event concerns the levels of rules. */
export function changesLevels(event: vscode.ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(`${SECTION}.rules`);
}

/** True if the event concerns the author. */
export function changesAuthor(event: vscode.ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(`${SECTION}.author`);
}

function read(name: string, resource: vscode.Uri | undefined): string | undefined {
  const value = vscode.workspace.getConfiguration(SECTION, resource).get<unknown>(name);
  // Nothing stops a settings file from holding a number here.
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
