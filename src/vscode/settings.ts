/** The extension's settings. All may differ from folder to folder. */

import * as vscode from 'vscode';

const SECTION = 'designDocs';
const LINK_CHECK = 'markdown.validate';
/** As the manifest says, for settings files that say something else. */
const SMALLEST_LIMIT = 1_000;
const DEFAULT_LIMIT = 12_000;

/** The configured author of new documents, or undefined. */
export function authorSetting(resource: vscode.Uri | undefined): string | undefined {
  return read('author', resource);
}

/** The configured folder for new documents, relative to its workspace folder, or undefined. */
export function folderSetting(resource: vscode.Uri): string | undefined {
  return read('folder', resource);
}

/** What the user says of the levels of rules, for projects that do not; nobody has looked at it yet. */
export function levelSettings(resource: vscode.Uri): unknown {
  return vscode.workspace.getConfiguration(SECTION, resource).get<unknown>('rules');
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

/** The command line that starts an agent in a terminal, or undefined. */
export function commandSetting(): string | undefined {
  return read('handOff.command', undefined);
}

/** True if the MCP server may change documents. */
export function mcpWriteSetting(): boolean {
  return vscode.workspace.getConfiguration(SECTION).get<unknown>('mcp.write') === true;
}

/** True if the event concerns the MCP server. */
export function changesMcp(event: vscode.ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(`${SECTION}.mcp`);
}

/** How many characters a hand-off may have. */
export function limitSetting(resource: vscode.Uri): number {
  const value = vscode.workspace.getConfiguration(SECTION, resource).get<unknown>('handOff.limit');
  return typeof value === 'number' && value >= SMALLEST_LIMIT ? value : DEFAULT_LIMIT;
}

/** Remembers the folder for new documents in the settings of its workspace folder. */
export async function rememberFolder(resource: vscode.Uri, folder: string): Promise<void> {
  const target = vscode.ConfigurationTarget.WorkspaceFolder;
  await vscode.workspace.getConfiguration(SECTION, resource).update('folder', folder, target);
}

/** True if VS Code's own Markdown extension reports broken links. */
export function checksLinks(resource: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration(LINK_CHECK, resource).get<unknown>('enabled') === true;
}

/** True if the event concerns the levels of rules. */
export function changesLevels(event: vscode.ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(`${SECTION}.rules`) || event.affectsConfiguration(LINK_CHECK);
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
