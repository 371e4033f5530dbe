/** The language status item of design docs: which template the active one follows. */

import * as vscode from 'vscode';
import type { Template } from '../../core/template/template';
import { commands } from '../manifest/commands';
import type { Services } from '../services/services';

/** Shows the template while a design doc is active. Other Markdown files have no item. */
export function templateStatus({ active, analyses }: Services): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;
  const update = (): void => {
    const { document } = active;
    const template = document && analyses.of(document)?.bound?.template;
    if (!template) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= createItem();
    show(item, template);
  };
  update();
  return vscode.Disposable.from(
    active.onDidChange(update),
    analyses.onDidChange((document) => {
      if (document === active.document) update();
    }),
    new vscode.Disposable(() => item?.dispose()),
  );
}

function createItem(): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem('designDocs.template', { language: 'markdown' });
  item.name = vscode.l10n.t('Design Docs: template');
  item.command = { command: 'designDocs.openTemplate', title: commands.openTemplate.title };
  return item;
}

function show(item: vscode.LanguageStatusItem, { name, path }: Template): void {
  const text = vscode.l10n.t('Template: {0}', name);
  const detail = path ?? vscode.l10n.t('bundled with Design Docs');
  // VS Code draws an item anew whenever it is set.
  if (item.text === text && item.detail === detail) return;
  item.text = text;
  item.detail = detail;
  item.accessibilityInformation = { label: `${text}, ${detail}` };
}
