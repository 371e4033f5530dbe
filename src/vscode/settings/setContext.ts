/** Sets the context keys on which menus, keybindings and welcome texts depend. */

import * as vscode from 'vscode';
import type { ContextKey } from '../manifest/when';

const known = new Map<ContextKey, unknown>();

/** Sets a context key, unless it already has the value: each call is a round trip to VS Code's window. */
export function setContext(key: ContextKey, value: unknown): void {
  if (known.get(key) === value) return;
  known.set(key, value);
  void vscode.commands.executeCommand('setContext', key, value);
}
