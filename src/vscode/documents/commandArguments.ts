/** Reading what menus, keys and other extensions hand to a command; nothing about it is certain. */

import * as vscode from 'vscode';

/** A property of an argument, or undefined where there is none. */
export function property(argument: unknown, name: string): unknown {
  if (typeof argument !== 'object' || argument === null) return undefined;
  return (argument as Readonly<Record<string, unknown>>)[name];
}

/** The same, for texts; an empty one counts as none. */
export function textProperty(argument: unknown, name: string): string | undefined {
  const value = property(argument, name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A resource given as a Uri or as its text. */
export function readUri(value: unknown): vscode.Uri | undefined {
  if (value instanceof vscode.Uri) return value;
  return typeof value === 'string' && value !== '' ? vscode.Uri.parse(value, true) : undefined;
}
