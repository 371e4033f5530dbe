/** Applies the fix of a finding that the user chooses. */

import * as vscode from 'vscode';
import type { Finding } from '../../core/analysis/check';
import type { Fix } from '../../core/edits/problem';
import { fixesAgain } from '../../core/fix/again';
import { UserError } from '../../core/text/userError';
import { baseName } from '../documents/paths';
import { pickItem } from '../inputs/pickItem';
import { changeWithLinks } from '../listing/followRenames';
import { localized } from '../localization/localized';
import { showInformation } from '../messages/show';
import type { Services } from '../services/services';

/**
 * Applies a proved fix of one of the findings, or runs the command that corrects it; the user chooses if there are
 * several. The fix is computed again on the text to which it is applied. False if nothing was done.
 */
export async function applyFix(
  { analyses, edits }: Services,
  document: vscode.TextDocument,
  findings: readonly Finding[],
): Promise<boolean> {
  const fixesNow = (): readonly Fix[] => {
    const analysis = analyses.of(document);
    return analysis ? findings.flatMap((finding) => fixesAgain(analysis, finding)) : [];
  };
  const titles = [...new Set(fixesNow().map((fix) => localized(fix.title)))];
  if (titles.length === 0) return runCommand(document, findings);
  const title = titles.length === 1 ? titles[0] : await chooseFix(titles);
  if (title === undefined) return false;
  const outcome = await changeWithLinks(
    edits,
    document.uri,
    () => fixesNow().find((fix) => localized(fix.title) === title)?.edits,
  );
  if (outcome === 'done') return true;
  throw new UserError(
    'fix-failed',
    vscode.l10n.t('{0} has changed, or cannot be written. Try again.', baseName(document.uri)),
  );
}

async function chooseFix(titles: readonly string[]): Promise<string | undefined> {
  const items = titles.map((label) => ({ label }));
  return (await pickItem(items, { placeHolder: vscode.l10n.t('Choose a fix') }))?.label;
}

async function runCommand({ uri }: vscode.TextDocument, findings: readonly Finding[]): Promise<boolean> {
  const [command] = findings.flatMap(({ commands = [] }) => commands);
  if (command !== undefined) {
    await vscode.commands.executeCommand(`designDocs.${command}`, { uri });
    return true;
  }
  void showInformation(vscode.l10n.t('There is no automatic fix: change the line in the document.'));
  return false;
}
