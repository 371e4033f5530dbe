/** The targets of a hand-off. This file has the only list of them. */

import * as vscode from 'vscode';
import { settings } from '../manifest/settings';
import type { Services } from '../services/services';
import { readSetting } from '../settings/settings';

const CHAT = 'workbench.action.chat.open';
/** The name of the hand-off file in the extension's storage folder. Each hand-off overwrites it. */
const FILE = 'next-step.md';

/** The content of a hand-off. */
export interface Parcel {
  readonly text: string;
  /** The document of the step. */
  readonly source: vscode.Uri;
}

/** A place to which the next step can be handed. */
export interface HandOffTarget {
  /** The name in command arguments and in the stored last choice. */
  readonly id: string;
  label(): string;
  /** Details shown beside the label. */
  description?(): string | undefined;
  /** True if this host and workspace offer the target. */
  isThere(services: Services): boolean | Promise<boolean>;
  /** Hands the parcel over. Returns a message for the user, or undefined if the result is visible anyway. */
  give(services: Services, parcel: Parcel): Promise<string | undefined>;
}

const clipboard: HandOffTarget = {
  id: 'clipboard',
  label: () => vscode.l10n.t('$(copy) Copy to Clipboard'),
  isThere: () => true,
  async give(_, { text }) {
    await vscode.env.clipboard.writeText(text);
    return vscode.l10n.t('The next step is on the clipboard.');
  },
};

const editor: HandOffTarget = {
  id: 'editor',
  label: () => vscode.l10n.t('$(new-file) Open in New Editor'),
  isThere: () => true,
  async give(_, { text }) {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
    await vscode.window.showTextDocument(document, { preview: false });
    return undefined;
  },
};

const chat: HandOffTarget = {
  id: 'chat',
  label: () => vscode.l10n.t('$(comment-discussion) Put into Chat'),
  description: () => vscode.l10n.t('and on the clipboard'),
  isThere: async () => (await vscode.commands.getCommands(true)).includes(CHAT),
  async give(_, { text }) {
    // The command does not report whether a chat opened, so the clipboard keeps the text in case none did.
    await vscode.env.clipboard.writeText(text);
    await vscode.commands.executeCommand(CHAT, { query: text, isPartialQuery: true });
    return vscode.l10n.t('The next step is in the chat and on the clipboard.');
  },
};

const terminal: HandOffTarget = {
  id: 'terminal',
  label: () => vscode.l10n.t('$(terminal) Run Agent in Terminal'),
  description: () => readSetting(settings.handOffCommand) || vscode.l10n.t('not set up yet'),
  isThere: ({ host }) => host.runInTerminal !== undefined && vscode.workspace.isTrusted,
  async give({ host, storage }, { text, source }) {
    const command = readSetting(settings.handOffCommand);
    if (command === '') {
      await vscode.commands.executeCommand('workbench.action.openSettings', settings.handOffCommand.id);
      return undefined;
    }
    const file = vscode.Uri.joinPath(storage, FILE);
    await vscode.workspace.fs.createDirectory(storage);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    host.runInTerminal?.(command, file, vscode.workspace.getWorkspaceFolder(source)?.uri);
    return undefined;
  },
};

/** All targets, in the order in which they are offered. */
export const handOffTargets: readonly HandOffTarget[] = [clipboard, editor, chat, terminal];
