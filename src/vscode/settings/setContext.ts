/** Context keys, which menus, keys and welcome texts depend on. */

import * as vscode from 'vscode';
import type { ContextKey } from '../manifest/when';

const known = new Map<ContextKey, unknown>();

/** Sets a context key. A call goes to VS Code's window, so a value that is set already is not set again. */
export function setContext(key: ContextKey, value: unknown): void {
  if (known.get(key) === value) return;
  known.set(key, value);
  void vscode.commands.executeCommand('setContext', key, value);
}
