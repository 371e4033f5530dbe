/** Where the next step can be handed to. The only list of these places. */

import * as vscode from 'vscode';
import { settings } from '../manifest/settings';
import type { Services } from '../services/services';
import { readSetting } from '../settings/settings';

const CHAT = 'workbench.action.chat.open';
/** In a folder of the extension's own; each hand-off writes over the last one. */
const FILE = 'next-step.md';

/** What is handed over. */
export interface Parcel {
  readonly text: string;
  /** The document that it comes from. */
  readonly source: vscode.Uri;
}

export interface HandOffTarget {
  /** A name that arguments and the memory for the last choice use. */
  readonly id: string;
  label(): string;
  /** More about it, beside its label. */
  description?(): string | undefined;
  isThere(services: Services): boolean | Promise<boolean>;
  /** Hands over, and answers what has become of it, if that is not to be seen anyway. */
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
    // Whether a chat opens cannot be seen from here, so the text must not be lost if none does.
    await vscode.env.clipboard.writeText(text);
    await vscode.commands.executeCommand(CHAT, { query: text, isPartialQuery: true });
    return vscode.l10n.t('The next step waits in the chat, and is on the clipboard.');
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

export const handOffTargets: readonly HandOffTarget[] = [clipboard, editor, chat, terminal];
