/** Reads command arguments from menus, keybindings and other extensions. They can have any type. */

import * as vscode from 'vscode';

/** A property of an argument; undefined if it has no such property. */
export function property(argument: unknown, name: string): unknown {
  if (typeof argument !== 'object' || argument === null) return undefined;
  return (argument as Readonly<Record<string, unknown>>)[name];
}

/** A string property of an argument, trimmed; undefined if it is blank or no string. */
export function textProperty(argument: unknown, name: string): string | undefined {
  const value = property(argument, name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The URI in a `Uri` or a string; undefined for anything else. Throws for a string without a scheme. */
export function readUri(value: unknown): vscode.Uri | undefined {
  if (value instanceof vscode.Uri) return value;
  return typeof value === 'string' && value !== '' ? vscode.Uri.parse(value, true) : undefined;
}

/** The document that an argument names: a URI, or an object with one, such as a row. Undefined if it names none. */
export function readDocument(argument: unknown): vscode.Uri | undefined {
  return readUri(property(argument, 'uri')) ?? readUri(argument);
}
