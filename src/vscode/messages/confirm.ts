/** Asks before the extension makes a change that the user did not request. */

import * as vscode from 'vscode';
import type { Setting } from '../manifest/setting';
import { readSetting, writeSetting } from '../settings/settings';
import { showInformation } from './show';

/** A question to the user, and the setting that can answer it in advance. */
export interface Confirmation {
  /** Its values are those of `Consent`, and maybe others, which answer no. */
  readonly setting: Setting<string>;
  readonly resource: vscode.Uri;
  /** The question. */
  readonly text: string;
  /** The label of the button that confirms. */
  readonly yes: string;
}

/**
 * True if the setting or the user confirms. The buttons "Always" and "Never" save the setting; closing the message
 * means no for this time.
 */
export async function confirm({ setting, resource, text, yes }: Confirmation): Promise<boolean> {
  const known = readSetting(setting, resource);
  if (known !== 'ask') return known === 'always';
  const always = vscode.l10n.t('Always');
  const never = vscode.l10n.t('Never');
  const answer = await showInformation(text, yes, always, never);
  if (answer === always || answer === never) {
    const consent = answer === always ? 'always' : 'never';
    await writeSetting(setting, consent, vscode.ConfigurationTarget.Global);
  }
  return answer === yes || answer === always;
}
