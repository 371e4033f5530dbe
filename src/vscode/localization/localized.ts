/** The texts of the core in the language of the editor. */

import * as vscode from 'vscode';
import type { MessageValue, Text } from '../../core/text/message';
import { Message } from '../../core/text/message';
import { UserError } from '../../core/text/userError';

/** A text in the language of the editor. A string is data, or translated already. */
export function localized(text: Text): string {
  return text instanceof Message ? vscode.l10n.t(text.form, ...text.values.map(localizedValue)) : text;
}

function localizedValue(value: MessageValue): string | number {
  return value instanceof Message ? localized(value) : value;
}

/** The message of an error in the language of the editor; that of an error of the platform as it is. */
export function localizedError(error: unknown): string {
  if (error instanceof UserError) return localized(error.said);
  return error instanceof Error ? error.message : String(error);
}
