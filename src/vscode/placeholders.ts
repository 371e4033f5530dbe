/** How much is still to be written: a count in the status bar, which leads to the next open placeholder. */

import * as vscode from 'vscode';
import { openPlaceholders } from '../core/placeholders';
import type { Services } from './services';

/** Shows the count while the active document has open placeholders. */
export function placeholderCount({ active, analyses }: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'designDocs.placeholders',
    vscode.StatusBarAlignment.Right,
    90,
  );
  item.name = vscode.l10n.t('Design Docs: open placeholders');
  item.command = 'designDocs.nextPlaceholder';
  const update = (): void => {
    const analysis = active.document && analyses.of(active.document);
    const count = analysis ? openPlaceholders(analysis).length : 0;
    if (count === 0) {
      item.hide();
      return;
    }
    item.text = `$(edit) ${count}`;
    item.tooltip =
      count === 1
        ? vscode.l10n.t('1 placeholder is open. Go to it.')
        : vscode.l10n.t('{0} placeholders are open. Go to the next one.', count);
    item.accessibilityInformation = { label: item.tooltip };
    item.show();
  };
  update();
  return vscode.Disposable.from(
    item,
    active.onDidChange(update),
    analyses.onDidChange((document) => {
      if (document === active.document) update();
    }),
  );
}
