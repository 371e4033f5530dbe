/** Sets the context keys on which menus, keybindings and welcome texts depend. */

import * as vscode from 'vscode';
import type { ContextKey } from '../manifest/when';

/** The last values, as JSON. */
const known = new Map<ContextKey, string | undefined>();

/** Sets a context key, unless it already has the value: each call is a round trip to VS Code's window. */
export function setContext(key: ContextKey, value: unknown): void {
  const text = JSON.stringify(value);
  if (known.has(key) && known.get(key) === text) return;
  known.set(key, text);
  void vscode.commands.executeCommand('setContext', key, value);
}
