/** The status bar item with the number of open placeholders. A click goes to the next one. */

import * as vscode from 'vscode';
import { openPlaceholders } from '../../core/features/placeholders';
import type { Services } from '../services/services';

/** Shows the count while the active document has open placeholders. */
export function placeholderCount({ active, analyses }: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'designDocs.placeholders',
    vscode.StatusBarAlignment.Right,
    90,
  );
  item.name = vscode.l10n.t('Design Docs: places to write');
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
        ? vscode.l10n.t('1 place is still to be written. Go to it.')
        : vscode.l10n.t('{0} places are still to be written. Go to the next one.', count);
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
