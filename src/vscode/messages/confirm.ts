/** Asking before the extension changes more than it was told to. */

import * as vscode from 'vscode';
import type { Consent, Setting } from '../manifest/settings';
import { readSetting, writeSetting } from '../settings/settings';

/** What is asked for. */
export interface Confirmation {
  readonly setting: Setting<Consent>;
  readonly resource: vscode.Uri;
  /** The question, and the button that answers it with yes. */
  readonly text: string;
  readonly yes: string;
}

/** True if the user wants it, this time or always. A message that is closed means no, this time. */
export async function confirm({ setting, resource, text, yes }: Confirmation): Promise<boolean> {
  const known = readSetting(setting, resource);
  if (known !== 'ask') return known === 'always';
  const always = vscode.l10n.t('Always');
  const never = vscode.l10n.t('Never');
  const answer = await vscode.window.showInformationMessage(text, yes, always, never);
  if (answer === always || answer === never) {
    const told = answer === always ? 'always' : 'never';
    await writeSetting(setting, told, vscode.ConfigurationTarget.Global);
  }
  return answer === yes || answer === always;
}
