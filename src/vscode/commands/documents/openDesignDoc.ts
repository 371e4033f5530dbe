import * as vscode from 'vscode';
import { documentLabel } from '../../../core/listing/label';
import { stageName } from '../../../core/status/stageName';
import { shownPath } from '../../documents/documentPaths';
import { localized } from '../../localization/localized';
import type { IndexedFile } from '../../services/services';
import type { Command } from '../command';

interface DocumentItem extends vscode.QuickPickItem {
  readonly uri?: vscode.Uri;
}

/** Opens a design doc that the user finds by number, title, stage or path. */
export const openDesignDoc: Command = async ({ index }) => {
  const picker = vscode.window.createQuickPick<DocumentItem>();
  picker.title = vscode.l10n.t('Open Design Doc');
  picker.placeholder = vscode.l10n.t('Type a number, words of the title, a stage or a path');
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.items = itemsOf(index.known ?? []);
  picker.busy = true;
  const toSide = {
    iconPath: new vscode.ThemeIcon('split-horizontal'),
    tooltip: vscode.l10n.t('Open to the Side'),
  };
  const show = (files: readonly IndexedFile[]): void => {
    picker.busy = false;
    const [active] = picker.activeItems;
    picker.items = itemsOf(files).map((item) => ({ ...item, buttons: [toSide] }));
    const same = picker.items.find(({ uri }) => uri?.toString() === active?.uri?.toString());
    if (same) picker.activeItems = [same];
    if (files.length === 0) picker.placeholder = vscode.l10n.t('There are no design docs in this workspace');
  };
  const chosen = new Promise<readonly [vscode.Uri | undefined, vscode.ViewColumn]>((resolve) => {
    picker.onDidAccept(() => resolve([picker.activeItems[0]?.uri, vscode.ViewColumn.Active]));
    picker.onDidTriggerItemButton(({ item }) => resolve([item.uri, vscode.ViewColumn.Beside]));
    picker.onDidHide(() => resolve([undefined, vscode.ViewColumn.Active]));
  });
  picker.show();
  try {
    const listed = index.current().then(show);
    const [uri, column] = await Promise.race([chosen, listed.then(() => chosen)]);
    if (uri) await vscode.commands.executeCommand('vscode.open', uri, { viewColumn: column, preview: false });
  } finally {
    picker.dispose();
  }
};

function itemsOf(files: readonly IndexedFile[]): DocumentItem[] {
  return files.map((file) => {
    const progress = file.total > 0 ? ` · ${file.done}/${file.total}` : '';
    return {
      label: documentLabel(file),
      description: localized(stageName(file.stage)) + progress,
      detail: shownPath(file.uri),
      uri: file.uri,
    };
  });
}
