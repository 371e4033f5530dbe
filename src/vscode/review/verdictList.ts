/** The results of checking several files, as one list. */

import * as vscode from 'vscode';
import { pickItem } from '../inputs/pickItem';

/** The result of one file. */
export interface FileVerdict {
  readonly uri: vscode.Uri;
  /** The result as a sentence that names the file. */
  readonly title: string;
  /** True if nothing is in the way; undefined for a file that is not a design doc. */
  readonly isMet: boolean | undefined;
}

/** Shows the results, those with something in the way first, and returns the file that the user picks. */
export async function chooseVerdict(verdicts: readonly FileVerdict[]): Promise<vscode.Uri | undefined> {
  const met = verdicts.filter(({ isMet }) => isMet === true);
  const unmet = verdicts.filter(({ isMet }) => isMet === false);
  const others = verdicts.filter(({ isMet }) => isMet === undefined);
  const items = [
    ...unmet.map((one) => itemOf(one, 'error')),
    ...met.map((one) => itemOf(one, 'pass')),
    ...others.map((one) => itemOf(one, 'circle-slash')),
  ];
  const picked = await pickItem(items, {
    title: vscode.l10n.t('Nothing is in the way in {0} of {1} files', met.length, verdicts.length),
    placeHolder: vscode.l10n.t('Choose one to see its list'),
    matchOnDetail: true,
  });
  return picked?.uri;
}

function itemOf({ uri, title }: FileVerdict, icon: string): vscode.QuickPickItem & Pick<FileVerdict, 'uri'> {
  return { uri, label: `$(${icon}) ${title}`, detail: vscode.workspace.asRelativePath(uri) };
}
